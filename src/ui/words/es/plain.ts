/** Words that all screens put together in the same way, in Spanish. */
import type { plain as en } from '../en/plain.ts';
import { named, type Names } from '../named.ts';

const types: Names = {
  'initial-eligibility': 'Evaluación inicial y elegibilidad',
  'initial-iep': 'PEI (IEP) inicial',
  annual: 'Revisión anual',
  reevaluation: 'Reevaluación',
  amendment: 'Enmienda',
  manifestation: 'Determinación de manifestación',
  transition: 'Planificación de la transición',
  'transfer-in': 'Traslado',
  'parent-requested': 'Reunión que pidió la familia',
  facilitated: 'PEI (IEP) con facilitador',
  'part-c': 'Transición de la Parte C a la Parte B',
  exit: 'Salida',
};

const conditions: Names = {
  interpreter: 'Intérprete',
  'access-format': 'Formato accesible',
  virtual: 'Alguien por video o teléfono',
  'english-learner': 'Aprendiz de inglés',
  behavior: 'La conducta afecta el aprendizaje',
  'student-attending': 'El estudiante asiste',
  transition: 'Transición, 16 años o más',
  'transition-agency': 'Agencia externa invitada',
  majority: 'Mayoría de edad en menos de un año',
  excused: 'Un miembro con excusa',
  draft: 'Borrador del PEI enviado antes',
  initial: 'Primera evaluación o primer PEI',
  annual: 'Revisión anual',
  reevaluation: 'Reevaluación',
  amendment: 'Enmienda',
  manifestation: 'Determinación de manifestación',
};

export const plain: typeof en = {
  typeName: (type) => named(types, type),
  conditionName: (condition) => named(conditions, condition),
  counted: (count, one, many) => `${String(count)}\u00a0${count === 1 ? one : (many ?? `${one}s`)}`,
  /** `e` before the sound of i: `enfermera e intérprete`. */
  listed: (words) => {
    const last = words.at(-1) ?? '';
    return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${/^h?[ií](?!e)/iu.test(last) ? 'e' : 'y'} ${last}`;
  },
  inSentence: (words) => (/^(?:[A-ZÁÉÍÓÚÑ]{2}|IEP|PEI|Parte [A-C])/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1)),
};
