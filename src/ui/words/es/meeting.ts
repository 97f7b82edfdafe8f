/** Names of what a meeting is made of, in Spanish. */
import type { MeetingState } from '#domain/digest.ts';
import type { Answer, Attendance, Capacity, CaptureMode, ChainLink, NoteTag } from '#domain/entry.ts';
import type { ItemKind, LegalForce, Stage } from '#domain/roadmap/roadmap.ts';
import type { meeting as en } from '../en/meeting.ts';
import { named, type Names } from '../named.ts';

const roles: Names = {
  family: 'Familia', student: 'Estudiante', 'gen-ed': 'Maestro de educación general', 'case-manager': 'Encargado del caso',
  'lea-rep': 'Representante de la LEA', evaluator: 'Evaluador', 'speech-language': 'Patología del habla y lenguaje',
  'occupational-therapist': 'Terapeuta ocupacional', 'physical-therapist': 'Fisioterapeuta', nurse: 'Enfermería',
  counselor: 'Consejería', related: 'Servicios relacionados', interpreter: 'Intérprete', agency: 'Agencia', advocate: 'Defensor',
  'advocate-agency': 'Defensor o agencia', facilitator: 'Facilitador', other: 'Otra persona', crosstalk: 'Varios a la vez', silence: 'Nadie',
};

const answerNames: Readonly<Record<Answer, string>> = { yes: 'Sí', partly: 'En parte', no: 'Aún no', na: 'N/C' };
const answersSaid: Readonly<Partial<Record<Answer, string>>> = { na: 'N/C, no corresponde' };
const kinds: Readonly<Record<ItemKind, string>> = { role: 'Roles', quality: 'Calidad', equity: 'Equidad' };
const stages: Readonly<Record<Stage, string>> = { before: 'Antes', during: 'Durante', after: 'Después' };
const tags: Readonly<Record<NoteTag, string>> = {
  strength: 'Fortaleza', growth: 'Por mejorar', family: 'Palabras de la familia', 'follow-up': 'Seguimiento', 'device-only': 'Solo en la tableta',
};
const links: Readonly<Record<ChainLink, string>> = {
  data: 'Datos', impact: 'Impacto', goal: 'Meta', service: 'Servicio', placement: 'Ubicación',
};
const capacities: Readonly<Record<Capacity, string>> = { 'lea-rep': 'Representante de la LEA', member: 'Miembro del equipo', observer: 'Solo observa' };
const captures: Readonly<Record<CaptureMode, string>> = { turns: 'Turnos', pulse: 'Pulso', estimate: 'Estimación' };
const attendances: Readonly<Record<Attendance, string>> = {
  'in-person': 'En persona', video: 'Por video', phone: 'Por teléfono', unconfirmed: 'Sin confirmar',
  excused: 'Con excusa', 'not-attending': 'No asiste',
};
const states: Readonly<Record<MeetingState, string>> = { planned: 'Planeada', running: 'En curso', held: 'Realizada', finished: 'Terminada' };
const forces: Readonly<Record<LegalForce, string>> = {
  'must-happen': 'La ley pide que esto ocurra',
  'must-be-in-iep': 'La ley pide que esto esté en el PEI',
  supports: 'Apoya lo que pide la ley',
  none: 'Buena práctica, no ley',
};
const lenses: Names = { compliance: 'Cumplimiento', instruction: 'Instrucción' };
const dates: Names = {
  'evaluation-consent': 'Consentimiento para evaluar recibido', 'notice-sent': 'Aviso de la reunión enviado',
  'papers-sent': 'Documentos enviados a la familia', 'copy-given': 'Copia del PEI entregada a la familia',
  'pwn-sent': 'Aviso previo por escrito enviado', 'staff-informed': 'Personal informado de su parte',
  'services-start': 'Comienzan los servicios', 'progress-report': 'Primer informe de progreso',
  'next-annual': 'Próxima revisión anual', 'next-reevaluation': 'Próxima reevaluación',
};

export const meeting: typeof en = {
  roleName: (role) => named(roles, role),
  dateName: (name) => named(dates, name),
  lensName: (lens) => named(lenses, lens),
  answerName: (answer) => (answer === null ? 'No se miró' : answerNames[answer]),
  answerSaid: (answer) => answersSaid[answer],
  kinds, stages, tags, links, capacities, captures, attendances, states, forces,
};
