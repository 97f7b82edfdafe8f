/** Words of the summary page in Spanish. */
import type { PageWords, Script } from '#app/export/page.ts';
import { chainLinks, type Answer, type ChainLink } from '#domain/entry.ts';
import type { Seen, Summary, SummaryStep, SummaryThreadRow } from '#domain/record/summary.ts';
import type { page as en } from '../en/page.ts';
import { dateOf } from '../dates-in.ts';
import { languageIn } from '../languages-named.ts';
import { dates } from './dates.ts';
import { meeting } from './meeting.ts';
import { plain } from './plain.ts';
import { capital } from '../named.ts';

const small = ['ninguna', 'una', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'once', 'doce'];

/** `ocho personas`, `13 personas`. */
const people = (count: number): string => `${small[count] ?? String(count)} ${count === 1 ? 'persona' : 'personas'}`;

const scriptNames: Readonly<Record<Script, readonly [one: string, many: string]>> = {
  arabic: ['carácter árabe', 'caracteres árabes'], chinese: ['carácter chino', 'caracteres chinos'], cyrillic: ['carácter cirílico', 'caracteres cirílicos'],
  devanagari: ['carácter devanagari', 'caracteres devanagari'], emoji: ['imagen', 'imágenes'], greek: ['carácter griego', 'caracteres griegos'],
  hebrew: ['carácter hebreo', 'caracteres hebreos'], japanese: ['carácter japonés', 'caracteres japoneses'], korean: ['carácter coreano', 'caracteres coreanos'],
  latin: ['carácter latino', 'caracteres latinos'], other: ['otro carácter', 'otros caracteres'],
};

/** `[3 caracteres chinos]`, `[imagen]`. */
const missing = (script: Script, count: number): string =>
  (script === 'emoji' && count === 1 ? '[imagen]' : `[${plain.counted(count, ...scriptNames[script])}]`);

/** Roles short enough for a column of the page. */
const shortRoles: Readonly<Record<string, string>> = {
  'gen-ed': 'Educación general', 'advocate-agency': 'Defensor, agencia', 'lea-rep': 'Repr. de la LEA', 'speech-language': 'Habla y lenguaje',
};

/** `12 de noviembre de 2026, de 10:00 a 11:04`; where days are left out, `Noviembre de 2026, 64 minutos`. */
function heldOn({ onDate, month, startedAtMs, endedAtMs, minutes }: Summary['held']): string {
  if (onDate === null) {
    const lasted = minutes === null ? '' : `, ${plain.counted(minutes, 'minuto')}`;
    return month === null ? 'Aún sin fecha' : `${capital(dates.monthOnly(`${month}-01`))}${lasted}`;
  }
  if (startedAtMs === null) return dates.dayWithYear(onDate);
  if (endedAtMs === null) return `${dates.dayWithYear(onDate)}, ${dates.pastTime(startedAtMs)}`;
  return `${dates.dayWithYear(onDate)}, de\u00a0${dates.pastTime(startedAtMs)} a\u00a0${dates.pastTime(endedAtMs)}`;
}

/** `Grade 3, ocho personas, intérprete de español`. */
function team(summary: Pick<Summary, 'team' | 'attendeesCount' | 'interpreter' | 'language'>): string {
  const language = languageIn(summary.language, 'en', 'es');
  const parts = [
    summary.team ?? '',
    summary.attendeesCount === 0 ? '' : people(summary.attendeesCount),
    summary.interpreter ? (language === '' ? 'con intérprete' : `intérprete de ${language}`) : '',
  ].filter((part) => part !== '');
  return capital(parts.join(', '));
}

const weekdayAndDay = new Intl.DateTimeFormat('es-US', { weekday: 'short', day: 'numeric', month: 'long' });

/** `Jue, 26 de noviembre`, since the whole name of a weekday does not fit its column; where days are left out, a month. */
const dueOn = (on: string): string =>
  capital(on.length === 7 ? dates.monthOnly(`${on}-01`) : weekdayAndDay.format(dateOf(on)).replaceAll(' ', '\u00a0'));

/** Where a next step stands. */
function due(step: Pick<SummaryStep, 'done' | 'carried' | 'dueOn'>): string {
  if (step.done) return 'Hecho';
  if (step.carried) return 'Pasa a otra reunión';
  return step.dueOn === null ? '' : dueOn(step.dueOn);
}

/** `4 de 5`; a dash where nothing counts. */
const count = ({ seen, of }: Seen): string => (of === 0 ? '–' : `${String(seen)} de ${String(of)}`);

const markKey: PageWords['markKey'] = [
  { mark: 'yes', words: 'sí' }, { mark: 'partly', words: 'en parte' }, { mark: 'no', words: 'aún no' },
  { mark: 'na', words: 'no corresponde' }, { mark: null, words: 'sin mirar' },
];

const linkInSentence = (link: ChainLink): string => plain.inSentence(meeting.links[link]);

/** `se sigue de principio a fin`, `aún no en impacto`. */
function threadRow({ beads }: SummaryThreadRow): string {
  const at = (wanted: Answer | null): string[] => chainLinks.filter((link) => beads[link] === wanted).map(linkInSentence);
  const parts = [
    at('no').length > 0 ? `aún no en ${plain.listed(at('no'))}` : '',
    at('partly').length > 0 ? `en parte en ${plain.listed(at('partly'))}` : '',
    at(null).length > 0 ? `no se llegó a ${plain.listed(at(null))}` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'se sigue de principio a fin' : parts.join(', ');
}

/** `G1`, as on the screens; the row of the meeting as a whole is `Todo`. */
const rowName = (row: string): string => (row === 'all' ? 'Todo' : row.toUpperCase());

export const page: typeof en = {
  language: 'es-US',
  name: 'Resumen de la observación',
  kicker: 'Resumen de la observación',
  purposeLine: 'Acompaña y apoya al sistema; no evalúa al personal. Contar no es calificar.',
  sample: 'Ejemplo, no es una reunión real',
  label: 'El resumen',
  written: null,
  writtenLine: 'Notas, citas y pasos: en su idioma original',
  pageOf: (number, pages) => `Página ${String(number)} de ${String(pages)}`,
  missing,
  labels: { held: 'Fecha', team: 'Equipo', observedBy: 'Observó', lookedAt: 'Se miraron' },
  sections: {
    strengths: 'Fortalezas', growth: 'Áreas por mejorar', seen: 'Lo que se vio', byKind: 'Por tipo',
    thread: '¿Una cosa se sigue de la otra?', voice: 'Quién habló', voiceEstimated: 'Quién habló, según estimación', nextSteps: 'Próximos pasos',
  },
  kinds: { role: 'Roles', quality: 'Calidad', equity: 'Equidad' },
  markHeads: ['N.º', 'Fase', 'Marcas', 'Visto'],
  markKey,
  voiceHeads: ['Rol', 'Parte de lo hablado', 'Proporción'],
  stepHeads: ['Qué', 'Quién', 'Para cuándo'],
  title: ({ type, code }) => (code ? `${plain.typeName(type)}, ${code.replaceAll(' ', '\u00a0')}` : plain.typeName(type)),
  held: ({ held }) => heldOn(held),
  heldOn,
  team,
  observedBy: ({ capacity }) => (capacity ? meeting.capacities[capacity] : ''),
  lookedAt: ({ lookedAt, leftEarly }) => `${String(lookedAt.count)} de ${String(lookedAt.of)} indicadores${leftEarly ? ', con salida anticipada' : ''}`,
  footer: ({ roadmapVersion, revision }) =>
    `Hoja de ruta v.\u00a0${roadmapVersion}, ${revision === 0 ? 'aún sin terminar' : `revisión ${String(revision)} del resumen`}`,
  quote: (words) => (/^[“"«]/u.test(words) ? words : `“${words.trim()}”`),
  quoteBy: ({ interpreter }) => (interpreter ? 'Familia, por medio de intérprete' : 'Familia'),
  count,
  marks: (marks) => markKey
    .map(({ mark, words }) => ({ words, times: marks.filter((answer) => answer === mark).length }))
    .filter(({ times }) => times > 0).map(({ words, times }) => `${String(times)} ${words}`).join(', '),
  linkHead: (link) => (link === 'placement' ? 'Lugar' : meeting.links[link]),
  rowName,
  threadRow,
  threadLabel: (rows) => `Hilo. ${rows.map((row) => `${rowName(row.row)}: ${threadRow(row)}.`).join(' ')}`,
  speaker: (role, interpreted) => `${shortRoles[role] ?? meeting.roleName(role)}${interpreted && role === 'family' ? ', con intérprete' : ''}`,
  share: (share) => `${String(Math.round(share * 100))}%`,
  owner: (written) => written,
  ownerRole: (role) => shortRoles[role] ?? meeting.roleName(role),
  due,
  dueOn,
  text: {
    quoteBy: (interpreter) => (interpreter ? 'familia, por medio de intérprete' : 'familia'),
    kinds: ({ role, quality, equity }) => `Claridad de roles ${count(role)}, calidad ${count(quality)}, equidad ${count(equity)}`,
    links: () => chainLinks.map((link) => meeting.links[link]).join(', '),
    rowIs: (name, words) => `${name} es: ${words}`,
  },
};
