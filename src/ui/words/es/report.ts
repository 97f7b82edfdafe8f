/** Words of the patterns report, in Spanish. */
import type { ExportedKept, ExportedLook } from '#domain/patterns/exported.ts';
import type { ExportedFinding } from '#domain/patterns/exported-findings.ts';
import type { Finding } from '#domain/patterns/rule.ts';
import type { report as en } from '../en/report.ts';
import { cellPercent, oneDecimal, percent } from '../figures.ts';
import { dates } from './dates.ts';
import { finding as findingWords } from './finding.ts';
import { meeting } from './meeting.ts';
import { page } from './page.ts';
import { pattern } from './pattern.ts';
import { plain } from './plain.ts';

const { comparisonName, countsOf, levelWords } = findingWords;
const { likely, thread: threadWords, voice: voicePartWords, months: { monthName } } = pattern;
const { conditionName, counted, inSentence, listed, typeName } = plain;

const few = 'menos de 10';
const meetingsOf = (count: number): string => counted(count, 'reunión', 'reuniones');
const bands = { 'at-target': '85% o más', between: '70% a 84%', 'under-floor': 'menos de 70%' } as const;
const bandWords = (band: ExportedKept['band']): string => (band === null ? '' : bands[band]);
const monthLong = (month: string): string => dates.monthOnly(`${month.slice(0, 7)}-15`);
const cell = (count: number | null): string => (count === null ? '·' : String(count));
const points = (between: number): string => `${between > 0 ? '+' : between < 0 ? '−' : ''}${String(Math.abs(Math.round(between * 100)))}`;

/** `Reuniones desde agosto de 2026 hasta noviembre de 2026: todas las escuelas, todos los equipos, cualquier tipo, cualquier condición.` */
function filterWords({ filter, month, conditionLabels }: ExportedLook): string {
  const { from, to, schools, teams, types, withConditions, withoutConditions, roadmap, ownOnly } = filter;
  const named = (one: string): string => conditionLabels[one] ?? inSentence(conditionName(one));
  const conditions = [...withConditions.map(named), ...withoutConditions.map((one) => `no: ${named(one)}`)];
  const chosen = [
    schools.length === 0 ? 'todas las escuelas' : listed(schools),
    teams.length === 0 ? 'todos los equipos' : listed(teams.map(({ team }) => team)),
    types.length === 0 ? 'cualquier tipo' : listed(types.map((type) => inSentence(typeName(type)))),
    conditions.length === 0 ? 'cualquier condición' : listed(conditions),
    ...(roadmap === null ? [] : ['solo según una hoja de ruta']), ...(ownOnly ? ['solo las propias'] : []),
  ];
  return `Reuniones desde ${from === null ? 'la primera' : monthLong(from)} hasta ${monthLong(to ?? month)}: ${chosen.join(', ')}.`;
}

const kindWords = ({ kind }: ExportedLook): string =>
  (kind === 'identified'
    ? 'Con identidad: escuelas y equipos por nombre, y conteos pequeños. Las reuniones son M1, M2 y así sucesivamente, la más antigua primero, sin código ni día. Nada aquí clasifica a un equipo ni nombra a una persona.'
    : 'Sin identidad: ningún código ni día de reunión, ninguna escuela ni equipo por nombre. Se omiten los conteos de menos de 10, y los que los revelarían: un punto o una celda vacía. Nada aquí clasifica a un equipo ni nombra a una persona.');

const seenOf = (finding: Finding): string => (finding.about.type === 'tasks' ? 'próximos pasos' : finding.about.type === 'item' ? 'reuniones miradas' : 'reuniones');

/** Counts, or as much of them as may be told. */
function countsWords({ finding, open, enough, band, half }: ExportedFinding): string {
  if (open) return countsOf(finding);
  if (band !== null) return `Visto en ${bandWords(band)} de ${String(finding.of)} ${seenOf(finding)}.`;
  if (half !== null) return `En ${half ? 'la mitad o más' : 'menos de la mitad'} de ${String(finding.of)} ${seenOf(finding)}.`;
  return enough ? 'Se omiten sus conteos.' : `De ${few} ${seenOf(finding)}.`;
}

const markCount = ({ count, of }: Finding): string => `${oneDecimal(count)} de ${String(of)}`;

function levelOf({ finding, open, enough }: ExportedFinding): string {
  if (open || finding.level === 'pattern') return levelWords(finding);
  if (finding.level === 'emerging' && !enough) return 'Quizá está surgiendo un patrón.';
  return finding.level === 'watch' ? levelWords(finding) : '';
}

function threadLines({ read, whole, placementFirst, needs, concerns }: ExportedLook['thread']): string[] {
  return [
    read === null ? `Se pudo leer en ${few} reuniones.` : whole === null ? `Se pudo leer en ${meetingsOf(read)}; se omiten los conteos de dónde se cortó primero.` : threadWords.whole(whole, read),
    placementFirst === null ? '' : threadWords.placementFirst(placementFirst.count, placementFirst.of),
    needs === null ? '' : threadWords.needs(needs.tied, needs.named),
    concerns === null ? '' : threadWords.concerns(concerns.addressed, concerns.raised),
  ].filter((line) => line !== '');
}

function coverageWords({ meetings, types, schools, teams, leftEarly, quick }: NonNullable<ExportedLook['coverage']>): string {
  const kinds = types.map(({ type, meetings: count }) => `${inSentence(typeName(type))}${count === null ? '' : ` ${String(count)}`}`);
  return [
    `${meetings === null ? 'Reuniones propias' : counted(meetings, 'reunión propia', 'reuniones propias')}, por tipo: ${listed(kinds)}.`,
    `${counted(schools, 'escuela')}, ${counted(teams, 'equipo')}.`,
    leftEarly === null || leftEarly === 0 ? '' : `Usted salió antes del final en ${meetingsOf(leftEarly)}.`,
    quick === null || quick === 0 ? '' : `${meetingsOf(quick)} en modo rápido.`,
  ].filter((part) => part !== '').join(' ');
}

export const report: typeof en = {
  language: page.language, pageOf: page.pageOf, missing: page.missing, purposeLine: page.purposeLine,
  roles: { school: (number) => `Escuela ${String(number)}`, team: (number) => `Equipo ${String(number)}` },
  name: 'Patrones entre reuniones', kicker: 'Quiet Checkpoint', title: 'Patrones entre reuniones', footer: 'De reuniones terminadas',
  sections: {
    repeats: 'Lo que se repite', narrower: 'En una sola escuela, equipo o tipo', watch: 'Vale la pena mirar: muy pocas, o quizá solo azar',
    heat: 'Fases por reunión', kept: 'Cumplimiento de lo acordado', thread: 'Dónde se corta primero el hilo', months: 'Mes por mes',
    items: 'Indicador por indicador', beside: 'Lado a lado', verify: 'Por verificar', groups: 'Escuelas y equipos', coverage: 'Lo que cubren sus propias reuniones',
  },
  filter: filterWords,
  meetings: ({ meetings }) => `${meetings === null ? 'Menos de 10 reuniones terminadas' : counted(meetings, 'reunión terminada', 'reuniones terminadas')}.`,
  kind: kindWords,
  few: 'Muy pocas para hablar de un patrón: de menos de 10 reuniones no se dice nada en un informe sin identidad. Elija más reuniones.',
  nothing: 'Nada se repite con suficiente certeza para decirlo.',
  scope: ({ finding: { scope } }) => {
    const words = scope.kind === 'type' ? typeName(scope.type) : [scope.team, scope.school].filter((part) => part !== '').join(', ');
    return words === '' ? '' : `${words}:`;
  },
  counts: countsWords,
  level: levelOf,
  coachingIs: (advice) => `Sugerencia de apoyo: ${advice}`,
  around: (system) => `Alrededor del equipo: ${system}`,
  markHeads: ['N.º', 'Reuniones', 'Marcas', 'Conteo'],
  markTitle: 'La más antigua primero',
  markCount: ({ finding }) => markCount(finding),
  markCountLong: ({ finding }) => `${markCount(finding)}${finding.interval === null || finding.about.type === 'comparison' ? '' : `, ${likely(finding.interval)}`}`,
  markKey: [{ mark: 'yes', words: 'visto, o la señal está' }, { mark: 'partly', words: 'en parte' }, { mark: 'no', words: 'aún no, o sin señal' }],
  more: (findings) => `${counted(findings, 'hallazgo más', 'hallazgos más')} en la pantalla.`,
  phaseHead: 'Fase',
  heatCell: (of) => { const seen = cellPercent(of); return seen === null ? '–' : String(seen); },
  heatNote: ({ heat }) => `Porcentaje visto de los indicadores mirados; una raya donde fueron menos de 3.${heat.earlier ? ` Las últimas ${String(heat.meetings.length)} reuniones.` : ''}`,
  month: monthName,
  share: (share) => (share === null ? '·' : String(Math.round(share * 100))),
  monthsNote: (look) => `Porcentaje visto de los indicadores mirados.${look.kind === 'de-identified' ? ' Se omiten los meses con menos de 10 reuniones.' : ''}`,
  voiceHead: (voice) => `${voicePartWords.head(voice.mode)}: ${voicePartWords.basis(voice)}`,
  voiceHeads: ['Rol', 'Parte de lo hablado', 'Proporción'],
  role: (role) => meeting.roleName(role),
  voiceFigure: voicePartWords.figure,
  voiceLevels: voicePartWords.levels,
  voiceSource: ({ mode }) => (mode === 'estimate' ? voicePartWords.estimate : `${mode === 'turns' ? `${voicePartWords.middle} ` : ''}${voicePartWords.source}`),
  keptHeads: ['Lo que era para una fecha', 'A tiempo', 'Después', 'Abierto', 'Aún no toca', '% a tiempo'],
  keptTasks: 'Próximos pasos',
  dateName: (name) => meeting.dateName(name),
  cell,
  band: bandWords,
  thread: threadLines,
  threadHeads: ['Eslabón', 'Reuniones'],
  link: (link) => meeting.links[link],
  itemHeads: ['Indicador', 'Sí', 'En parte', 'Aún no', 'N/C', 'Sin mirar', 'Con marca', '% visto'],
  besideHeads: ({ comparison }) => { const [a, b] = comparisonName(comparison); return ['Indicador', a, b, 'Puntos de diferencia']; },
  besideNote: ({ comparison, meetings: [a, b] }) => {
    const [withWords, without] = comparisonName(comparison);
    return `${meetingsOf(a)} ${withWords}, ${String(b)} ${without}. Desde 10 reuniones en cada grupo; nunca por raza ni discapacidad.`;
  },
  besideShare: ({ mode, a, b }) => [`Cuánto habló la familia, por ${mode === 'pulse' ? 'muestras' : 'turnos'}, reunión del medio`, percent(a.middle), percent(b.middle), points(a.middle - b.middle)],
  besideItem: ({ told, bands: [a, b] }) => (told === null ? [bandWords(a) || '·', bandWords(b) || '·', '·']
    : [`${String(told.a.seen)} de ${String(told.a.of)}`, `${String(told.b.seen)} de ${String(told.b.of)}`, `${points(told.between)} (${points(told.interval.low)} a ${points(told.interval.high)})`]),
  verify: ({ total, open }) => `Indicadores que deben ocurrir y se marcaron Aún no: ${total === null ? few : String(total)}${open === null ? '' : `, ${String(open)} de ellos por verificar`}. Quizá no se vio el documento.`,
  groupHeads: ['Por nombre, sin clasificación', 'Reuniones', 'Rara vez visto', 'Visto de manera constante'],
  groupCells: ({ name, meetings, withheld, low, bright }) => [name, cell(meetings), withheld ? 'muy pocas para decirlo' : low.join('; ') || '–', withheld ? '' : bright.join('; ') || '–'],
  coverage: coverageWords,
};
