/** What changed between two versions of a roadmap, in plain Spanish sentences. */
import type { changes as en } from '../en/changes.ts';
import { meeting } from './meeting.ts';
import { plain } from './plain.ts';

/** Each with its article, as it stands after `cambió`. */
const fields: Readonly<Record<string, string>> = {
  title: 'el título', language: 'el idioma', shortTitle: 'el título corto', purpose: 'el propósito', minutes: 'los minutos planeados', stage: 'la etapa',
  pinned: 'el lugar entre los indicadores de toda la reunión', label: 'el texto', lookFor: 'qué observar', citation: 'la fuente', coachingMove: 'la sugerencia de apoyo',
  kind: 'el tipo', lens: 'el enfoque', legalForce: 'la fuerza legal', appliesWhen: 'las condiciones', of: 'las condiciones', match: 'la forma de unir sus condiciones',
  core: 'el lugar entre los indicadores clave', allowPartly: 'la respuesta “En parte”', chainLink: 'el lugar en el hilo', patterns: 'los patrones', evidence: 'dónde se ve',
  codePattern: 'la forma de los códigos del estudiante', retentionMonths: 'los meses que las reuniones quedan completas',
};
const languages: Readonly<Record<string, string>> = { en: 'inglés', es: 'español' };
const fieldName = (field: string): string =>
  (field.startsWith('timeLimits.') ? `el plazo local de “${meeting.dateName(field.slice('timeLimits.'.length))}”` : fields[field] ?? field);
const quoted = (text: string): string => `“${text}”`;

const evidences: Readonly<Record<string, string>> = { document: 'los documentos', 'seen-or-heard': 'lo que se ve o se oye' };
const matches: Readonly<Record<string, string>> = { any: 'cualquiera de ellas', all: 'todas a la vez' };

type NameOf = (condition: string) => string;

function one(field: string, value: unknown, nameOf: NameOf): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  switch (field) {
    case 'kind': return text === 'role' || text === 'quality' || text === 'equity' ? meeting.kinds[text] : text;
    case 'stage': return text === 'before' || text === 'during' || text === 'after' ? meeting.stages[text] : text;
    case 'lens': return meeting.lensName(text);
    case 'legalForce': return text === 'must-happen' || text === 'must-be-in-iep' || text === 'supports' || text === 'none' ? meeting.forces[text] : text;
    case 'chainLink': return text === 'data' || text === 'impact' || text === 'goal' || text === 'service' || text === 'placement' ? meeting.links[text] : text;
    case 'appliesWhen': case 'of': return nameOf(text);
    case 'evidence': return evidences[text] ?? text;
    case 'match': return matches[text] ?? text;
    case 'language': return languages[text] ?? text;
    default: return text;
  }
}

function valueOf(field: string, value: unknown, nameOf: NameOf): string {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return field === 'appliesWhen' ? 'en todas las reuniones' : 'nada';
  if (typeof value === 'boolean') return value ? 'sí' : 'no';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((part) => one(field, part, nameOf)).join(', ');
  if (field.startsWith('timeLimits.') && typeof value === 'object' && value !== null && 'days' in value) {
    const source = 'source' in value && typeof value.source === 'string' ? ` (${value.source})` : '';
    return `${plain.counted(Number(value.days), 'día')}${source}`;
  }
  const words = one(field, value, nameOf);
  return ['lookFor', 'coachingMove', 'citation', 'purpose', 'title', 'shortTitle', 'label', 'codePattern'].includes(field) ? quoted(words) : words;
}

export const changes: typeof en = {
  documentTitle: 'Cambios · Quiet Checkpoint',
  title: 'Qué cambió',
  from: 'De', to: 'A',
  bare: (version) => `la versión ${version}`,
  theDraft: (version) => `el borrador de la versión ${version}`,
  fromTo: (from, to) => `De ${from} a ${to}.`,
  none: 'No hay ninguna diferencia entre ellas.',
  whole: 'Toda la hoja de ruta', conditions: 'Condiciones', translations: (language) => `Palabras en ${languages[language] ?? language}`, gone: 'Fases retiradas',
  notHere: 'Una de estas versiones no está aquí',
  notHereWords: 'Elija otras dos en la lista de hojas de ruta.',
  compare: 'Ver los cambios',
  version: (title, version) => `${title}, versión ${version}`,
  textPlace: (at, label) => (at.kind === 'roadmap' ? 'El título' : `${label}, ${fieldName(at.field)}`),
  sentence(change, nameOf, labelAt) {
    const fromTo = (of: string, { field, before, after }: { readonly field: string; readonly before: unknown; readonly after: unknown }): string =>
      `${of}: cambió ${fieldName(field)}. Antes: ${valueOf(field, before, nameOf)}. Ahora: ${valueOf(field, after, nameOf)}.`;
    switch (change.type) {
      case 'roadmap-changed': return fromTo('La hoja de ruta', change);
      case 'district-changed': return fromTo('El distrito', change);
      case 'condition-added': return `Condición nueva: ${quoted(change.label)}.`;
      case 'condition-removed': return `Condición retirada: ${quoted(change.label)}.`;
      case 'condition-changed': return fromTo(`La condición ${quoted(change.label)}`, change);
      case 'phase-added': return 'Esta fase es nueva.';
      case 'phase-retired': return 'Esta fase se retiró.';
      case 'phase-renamed': return `La fase se llamaba ${quoted(change.before)}.`;
      case 'phase-moved': return `La fase pasó del lugar ${String(change.from)} al lugar ${String(change.to)}.`;
      case 'phase-changed': return fromTo('La fase', change);
      case 'item-added': return `${change.to.number} ${quoted(change.label)} es nuevo.`;
      case 'item-retired': return `${change.from.number} ${quoted(change.label)} se retiró.`;
      case 'item-renamed': return `${change.at.number} ${quoted(change.after)} decía ${quoted(change.before)}.`;
      case 'item-moved': return change.from.phase === change.to.phase
        ? `${change.to.number} ${quoted(change.label)} era ${change.from.number}.`
        : `${change.to.number} ${quoted(change.label)} era ${change.from.number} en ${quoted(change.from.phaseTitle)}.`;
      case 'item-changed': return fromTo(`${change.at.number} ${quoted(change.label)}`, change);
      case 'item-split': return `${change.from.number} ${quoted(change.label)} se dividió en ${plain.listed(change.parts.map(({ label }) => quoted(label)))}.`;
      case 'items-merged': return `${change.to.number} ${quoted(change.label)} une ${plain.listed(change.merged.map(({ label }) => quoted(label)))}.`;
      case 'item-continued': return `${change.to.number} ${quoted(change.label)} continúa ${quoted(change.before.label)}.`;
      case 'translation-added': return `${labelAt(change.at)}: ${quoted(change.after ?? '')}`;
      case 'translation-removed': return `${labelAt(change.at)}: ya sin palabras.`;
      case 'translation-changed': return `${labelAt(change.at)}: antes ${quoted(change.before ?? '')}, ahora ${quoted(change.after ?? '')}.`;
    }
  },
};
