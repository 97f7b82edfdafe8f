/** The sample meeting's texts in Spanish; what happens in it, and when, is the same. All of it is made up. */
import * as en from './sample-content.ts';

type Content = typeof en;

export const { conditions, endMinute, visits, turns, marks, counters } = en;
export const code: Content['code'] = 'DEMO';
export const place: Content['place'] = { room: 'Salón 12', school: 'Escuela primaria de ejemplo', team: 'Grado 4, encargado del caso B' };
export const language: Content['language'] = 'Español';

const attendeeWords = ['Dos miembros de la familia', '', 'Dirige la reunión', '', 'Psicología escolar', '', 'Español'];
export const attendees: Content['attendees'] = en.attendees.map((one, at) => ({ ...one, words: attendeeWords[at] ?? '' }));

const noteTexts = [
  'El propósito, tres decisiones y la hora de cierre están en la pizarra.',
  'Se preguntó primero a la familia, y la pregunta quedó abierta hasta que terminó.',
  'Queremos que lea el mapa del autobús sin ayuda.',
  'Lo que la familia contó sobre cocinar en casa se unió a la meta de medición.',
  'Los puntajes se explicaron bien; lo que significan un lunes por la mañana llegó tarde.',
  'Mirar otra vez cuánto tiempo da la agenda a los niveles actuales.',
  'Hay una lista de necesidades. Ninguna oración dice cómo la discapacidad afecta el aprendizaje.',
  'Se ofrecieron minutos según los horarios libres antes de nombrar la meta.',
  'Preguntar cómo sería el apoyo dentro del salón.',
  'La copia traducida aún no tiene fecha.',
];
export const notes: Content['notes'] = en.notes.map(([minute, tag, about], at) => [minute, tag, about, noteTexts[at] ?? '']);

const goalWords = ['Leer instrucciones', 'Expresión escrita', 'Medir en la vida diaria', 'Pedir ayuda'];
/** Words of knots by goal and link, such as `0.0`; the others have none. */
const beadWords: Readonly<Record<string, string>> = {
  '0.0': 'Dos pruebas este otoño', '2.1': 'Dicho del grupo, no de su caso', '3.0': 'Aún sin línea de base', '3.3': 'Nombrado antes que la meta',
};
export const goals: Content['goals'] = en.goals.map(({ beads }, goal) => ({
  words: goalWords[goal] ?? '',
  beads: beads.map(([answer, minute], link) => [answer, minute, beadWords[`${String(goal)}.${String(link)}`] ?? '']),
}));

export const drawnAsStrength: Content['drawnAsStrength'] = [noteTexts[1] ?? '', noteTexts[3] ?? ''];

const reflectionTexts = [
  'Cada persona dijo qué aportaría hoy, también quien interpretó.',
  'Una oración clara sobre cómo la discapacidad afecta el aprendizaje sostendría las cuatro metas.',
  'El servicio para la cuarta meta se nombró antes que la meta.',
];
export const reflections: Content['reflections'] = en.reflections.map(([section, from, id], at) => [section, from, id, reflectionTexts[at] ?? '']);

export const standout: Content['standout'] =
  'La familia marcó el rumbo, y el equipo volvió a él. Una oración sobre el impacto uniría las metas.';

const steps = [
  ['Enviar la copia traducida a la familia', 'Encargado del caso'],
  ['Redactar una oración sobre el impacto y llevarla al equipo', 'Psicología escolar'],
  ['Contar durante dos semanas cuándo pide ayuda, como línea de base', 'Maestro de educación general'],
] as const;
export const followUps: Content['followUps'] = en.followUps.map(([, , days], at) => [steps[at]?.[0] ?? '', steps[at]?.[1] ?? '', days]);
