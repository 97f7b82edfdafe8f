/** Words of the patterns screen, in Spanish. Counts first; a rate only where there is enough to give one. */
import type { CaptureMode } from '#domain/entry.ts';
import type { pattern as en } from '../en/pattern.ts';
import { cellPercent, monthsIn, percent, points } from '../figures.ts';
import { dates } from './dates.ts';
import { meeting } from './meeting.ts';
import { plain } from './plain.ts';

const { counted, inSentence, typeName } = plain;
const modes: Record<CaptureMode, string> = { pulse: 'por muestras', turns: 'por turnos', estimate: 'según estimación' };
const meetings = (count: number): string => counted(count, 'reunión', 'reuniones');
const items = (count: number): string => counted(count, 'indicador', 'indicadores');

const likely: typeof en.likely = ({ low, high }) => {
  const [from, to] = [Math.round(low * 10), Math.round(high * 10)];
  return from === to ? `probablemente cerca de ${String(from)} de cada 10` : `probablemente entre ${String(from)} y ${String(to)} de cada 10`;
};

const meetingWords: typeof en.meetingWords = ({ code, type, day }, today) =>
  [code === '' ? typeName(type) : `${code}, ${inSentence(typeName(type))}`, day === null ? '' : dates.nearDay(day, today)].filter((part) => part !== '').join(', ');

const reason: typeof en.reason = (one, labels) => {
  const label = (item: string): string => labels[item] ?? item;
  switch (one.type) {
    case 'mark': return `${label(one.item)}: ${meeting.answerName(one.answer)}`;
    case 'not-looked-at': return `${label(one.item)}: ${meeting.answerName(null)}`;
    case 'bead': case 'blank': return `${meeting.links[one.link]}: ${one.type === 'bead' ? meeting.answerName('no') : 'quedó en blanco'}`;
    case 'share': return `${meeting.roleName(one.role)}: ${percent(one.share)}${one.margin === null ? '' : ` ± ${points(one.margin)}`}`;
    case 'silent': return `${meeting.roleName(one.role)}: presente y sin hablar`;
    case 'date': return `${meeting.dateName(one.name)}${one.onDate === null ? ': sin día anotado' : `: ${dates.dayShort(one.onDate)}`}${one.limitOn === '' ? '' : `, plazo local ${dates.dayShort(one.limitOn)}`}`;
    case 'task': return one.doneOn === null ? `Un próximo paso era para el ${dates.dayShort(one.dueOn)}` : `Un próximo paso para el ${dates.dayShort(one.dueOn)} se hizo el ${dates.dayShort(one.doneOn)}`;
  }
};

export const pattern: typeof en = {
  likely, meetingWords, reason,
  page: {
    title: 'Patrones · Quiet Checkpoint',
    head: 'Patrones',
    reading: 'Leyendo las reuniones',
    readingOf: (done, of) => `Leyendo ${String(done)} de ${meetings(of)}`,
    readingMore: (done, of) => `Leyendo ${String(done)} de ${meetings(of)} más`,
    nothing: 'Aún no hay nada terminado. Los patrones salen de las reuniones terminadas en esta tableta; el ejemplo nunca se cuenta.',
    repeats: 'Lo que se repite',
    repeatsNote: 'Cada marca es una reunión, de la más antigua a la más reciente. Los indicadores sin marca quedan fuera.',
    noneRepeats: 'Nada se repite con suficiente certeza para decirlo.',
    showMore: (count) => `Mostrar ${counted(count, 'hallazgo más', 'hallazgos más')}, también de una sola escuela, equipo o tipo`,
    narrower: (count) => `${counted(count, 'hallazgo más', 'hallazgos más')} de una sola escuela, equipo o tipo: elija uno arriba.`,
    watch: 'Vale la pena mirar',
    watchNote: 'Muy pocas, o quizá solo azar',
    heat: 'Fases por reunión',
    heatNote: (latest) => `Porcentaje visto de los indicadores mirados${latest === null ? '' : `; las últimas ${String(latest)}`}`,
    months: 'Mes por mes',
    monthsNote: 'Porcentaje visto, entre líneas de 0 y 100. Punto vacío: menos de 3 reuniones',
    items: 'Indicador por indicador',
    itemsNote: 'Número de respuestas; un toque muestra las reuniones',
    twice: 'Marcadas por dos',
    twiceNote: 'Reuniones que quizá marcaron dos líderes',
    compareTwo: (name) => `${name}: comparar las dos`,
    purpose: 'Para acompañar y apoyar al sistema; no para evaluar al personal. Nada aquí clasifica a un equipo ni nombra a una persona.',
  },
  sentence: {
    from: 'Reuniones', in: 'en', by: 'de', of: 'de', with: 'con', roadmap: 'según',
    labels: { days: 'Días', school: 'Escuela', team: 'Equipo', type: 'Tipo', condition: 'Condición', roadmap: 'Hoja de ruta' },
    all: { school: 'todas las escuelas', team: 'todos los equipos', type: 'cualquier tipo', condition: 'cualquier condición', roadmap: 'cualquier hoja de ruta' },
    firstToToday: (day) => (day === null ? 'de la primera hasta hoy' : `desde ${day} hasta hoy`),
    schoolYear: 'de este año escolar', twelveMonths: 'de los últimos 12 meses', ninetyDays: 'de los últimos 90 días', thirtyDays: 'de los últimos 30 días',
    without: (condition) => `no: ${condition}`,
    finished: (count) => `${counted(count, 'reunión terminada', 'reuniones terminadas')}.`,
  },
  see: {
    meetings: 'Ver las reuniones', marks: 'Ver las marcas',
    meetingsOf: (what) => `. ${what}. Ver las reuniones`,
    meetingsAfter: '. Ver las reuniones', marksAfter: '. Ver las marcas',
    marksOf: (what) => `${what}. Ver las marcas`,
  },
  dots: ({ tellsSeen, of, full, half }) =>
    `De ${meetings(of)}, de la más antigua a la más reciente: ${tellsSeen ? 'visto' : 'la señal está'} en ${String(full)}${half > 0 ? `, en parte en ${String(half)}` : ''}`,
  dotKey: { yes: 'Visto, o la señal está', partly: 'En parte', no: 'Aún no, o sin señal' },
  finding: {
    how: 'Cómo se determina, y qué hallaron otros',
    around: (system) => `Alrededor del equipo: ${system}`,
    coaching: 'Sugerencia de apoyo',
    follow: 'Convertirlo en seguimiento',
    followed: (name) => `Ahora es un próximo paso de ${name}. Póngale responsable y fecha allí.`,
    noPlace: 'Ninguna de estas reuniones está en esta tableta; el próximo paso no tiene lugar. Escríbalo en una reunión suya.',
  },
  traced: {
    close: 'Cerrar', nothing: 'No hay nada detrás de esta cifra.',
    earlier: (count) => `Y ${counted(count, 'anterior más', 'anteriores más')}.`,
  },
  heat: {
    steps: ['menos de 40', '40 a 59', '60 a 74', '75 a 89', '90 y más'],
    few: '– menos de 3 indicadores mirados',
    region: 'Fases por reunión, la tabla',
    caption: 'Porcentaje visto de los indicadores mirados, por fase y reunión, la reunión más antigua primero',
    cell(phase, name, cell) {
      const seen = cellPercent(cell);
      const of = cell.yes + cell.partly + cell.no;
      return `${phase}, ${name}: ${seen === null ? `${counted(of, 'indicador mirado', 'indicadores mirados')}, muy pocos para un porcentaje` : `${String(seen)}% visto de ${counted(of, 'indicador mirado', 'indicadores mirados')}`}`;
    },
  },
  months: {
    monthName: monthsIn('es-US'),
    line: (name, months, all) =>
      `${name}: ${all.flatMap(({ share, meetings: of }, at) => (share === null ? [] : [`${months[at] ?? ''} ${percent(share)} (${meetings(of)})`])).join(', ')}`,
    asTable: 'Lo mismo en una tabla', region: 'Mes por mes, la tabla', phase: 'Fase', few: ', menos de 3 reuniones',
  },
  items: {
    region: 'Indicador por indicador, la tabla', caption: 'Indicador por indicador: cuántas veces se dio cada respuesta', item: 'Indicador', rate: 'Visto de lo marcado',
    of: (seen, rated) => `${String(seen)} de ${String(rated)}`,
    cell: (label, answer, count) => `${label}, ${answer}: ${String(count)}. Ver las marcas`,
    tooFew: 'muy pocas para hablar de un patrón',
    earlier: (labels) => `Antes de dividirse: parte de ${plain.listed(labels.map((label) => `“${label}”`))}. Esas marcas están allí.`,
  },
  tooFew: {
    head: 'Muy pocas para hablar de un patrón',
    meetings: (count) => `${meetings(count)}: se listan los hechos sueltos, sin porcentajes. Hacen falta cinco reuniones para un porcentaje y diez para un patrón.`,
    groups: ([a, b], [withWords, without]) => `${meetings(a)} ${withWords}, ${String(b)} ${without}. Para comparar hacen falta cinco de cada lado.`,
  },
  voice: {
    head: (mode) => `Quién habló, ${modes[mode]}`,
    basis: ({ mode, meetings: of, count }) =>
      `${meetings(of)}${mode === 'pulse' ? `, ${counted(count, 'muestra')}` : mode === 'turns' ? `, ${counted(count, 'turno')}` : ''}`,
    figure: ({ pooled, middle, marginPoints }) =>
      (pooled !== null ? `${percent(pooled)}${marginPoints === null ? '' : ` ± ${points(marginPoints)}`}` : middle !== null ? percent(middle) : ''),
    says({ role, pooled, middle, middleHalf, marginPoints, reference }) {
      const found = reference === null ? '' : `; hallado en el estudio: ${percent(reference.share)}`;
      if (pooled !== null) return `${meeting.roleName(role)}: ${percent(pooled)}${marginPoints === null ? '' : `, más o menos ${points(marginPoints)} puntos`}${found}`;
      const half = middleHalf === null ? '' : `, la mitad central de las reuniones de ${percent(middleHalf.low)} a ${percent(middleHalf.high)}`;
      return `${meeting.roleName(role)}: ${middle === null ? 'estimado' : `${percent(middle)} en la reunión del medio`}${half}${found}`;
    },
    levels: ({ levels }) =>
      [[levels.lot, 'mucho'], [levels.some, 'algo'], [levels.none, 'nada']].filter(([count]) => count !== 0).map(([count, word]) => `${String(word)} en ${String(count)}`).join(', '),
    source: 'Línea vertical: lo que se halló en 2006 en 109 reuniones de secundaria (Martin y otros). No es una meta. Se habla por rachas, así que los márgenes reales son más amplios.',
    middle: 'La parte que queda en el medio de estas reuniones; los turnos no se juntan con las muestras.',
    estimate: 'Cuántas reuniones tuvieron cada estimación. Las estimaciones tienen un orden y ninguna medida.',
  },
  kept: {
    head: 'Cumplimiento de lo acordado', steps: 'Próximos pasos',
    count: (of) => counted(of, 'próximo paso', 'próximos pasos'),
    inTime: 'Hechos a tiempo', late: 'Hechos después', open: 'Abiertos, la fecha pasó',
    coming: (of) => (of > 0 ? `${String(of)} para más adelante o sin fecha. ` : ''),
    rate: (interval) => (interval === null ? 'Muy pocos con fecha ya pasada para dar un porcentaje.' : `A tiempo: ${likely(interval)}.`),
    none: 'No se acordaron próximos pasos.',
    dates: 'Fechas con plazo local',
    heads: { date: 'Fecha', within: 'Dentro', after: 'Después', notNoted: 'Sin anotar' },
    figure: (name, state) => `${meeting.dateName(name)}: ${state === 'within' ? 'dentro del plazo local' : 'después del plazo local'}`,
  },
  thread: {
    head: 'Dónde se corta primero el hilo', unit: 'Reuniones',
    broke: (link, count) => `${meeting.links[link]}: el hilo se cortó aquí primero en ${meetings(count)}`,
    whole: (whole, read) => `En ${String(whole)} de ${meetings(read)} el hilo llegó de los datos a la ubicación.`,
    rate: (interval) => (interval === null ? ' Muy pocas para hablar de un patrón.' : ` Un corte: ${likely(interval)}.`),
    placementFirst: (count, of) => `En ${String(count)} de ${meetings(of)} se habló de la ubicación antes que de las metas.`,
    needs: (tied, named) => `${String(tied)} de ${counted(named, 'necesidad nombrada', 'necesidades nombradas')} con una meta.`,
    concerns: (addressed, raised) => `Se atendieron ${String(addressed)} de ${counted(raised, 'inquietud de la familia', 'inquietudes de las familias')}. Un estudio de 88 planes halló cerca de dos tercios.`,
  },
  equity: {
    head: 'Lado a lado', note: 'Desde cinco reuniones en cada grupo; nunca por raza ni discapacidad',
    caption: ([a, b], [withWords, without]) => `${meetings(a)} ${withWords}, ${String(b)} ${without}`,
    item: 'Indicador', between: 'Puntos de diferencia, rango probable',
    share: (mode) => `Cuánto habló la familia, por ${mode === 'pulse' ? 'muestras' : 'turnos'}, reunión del medio`,
    shareTraced: 'Cuánto habló la familia',
    of: (seen, rated) => `${String(seen)} de ${String(rated)}`,
    range: (low, high) => `${low} a ${high}`,
  },
  verify: {
    head: 'Por verificar',
    note: (open, total) => `${String(open)} por verificar de ${String(total)}; quizá usted no vio el documento`,
    item: (label) => `Verificar: ${label}`,
    states: { open: 'Por verificar', done: 'Verificado, se hizo', gap: 'Brecha confirmada' },
    more: (count) => `Y ${String(count)}\u00a0más.`,
  },
  groups: {
    schools: 'Escuelas', teams: 'Equipos', note: 'Por nombre, desde cinco reuniones; sin clasificación',
    meetings: 'Reuniones', low: 'Rara vez visto', bright: 'Visto de manera constante',
    tooFew: (count) => `${meetings(count)}: muy pocas para mostrar`,
  },
  own: {
    head: 'Lo que cubren sus propias reuniones',
    meetings,
    covers: ({ kinds, schools, teams, leftEarly, quick }) =>
      `Por tipo: ${plain.listed(kinds)}. ${counted(schools, 'escuela')}, ${counted(teams, 'equipo')}.${leftEarly > 0 ? ` Usted salió antes del final en ${meetings(leftEarly)}.` : ''}${quick > 0 ? ` ${meetings(quick)} en modo rápido.` : ''}`,
  },
  handOver: {
    head: 'Entregar', note: 'Lo que elige la frase de arriba',
    without: (isFew) => `Sin código, día, escuela ni equipo. No se incluyen conteos de menos de 10.${isFew ? ' De menos de 10 reuniones no se dice nada más.' : ''}`,
    with: 'Escuelas y equipos por nombre, y todos los conteos. Aun así, sin código ni día.',
    onPaper: 'En papel, esta pantalla lleva los códigos y días de las reuniones y los conteos pequeños. El PDF no lleva ni lo uno ni lo otro.',
  },
  compare: {
    title: 'Marcada por dos · Quiet Checkpoint', head: 'Marcada por dos', back: 'Patrones', comparing: 'Comparando',
    gone: 'Una de las dos reuniones ya no está en esta tableta. No se cambió nada.',
    agreed: ({ agreed, both, onlyFirst, onlySecond }) =>
      `Coinciden en ${String(agreed)} de ${items(both)} que miraron las dos personas.${onlyFirst + onlySecond > 0 ? ` ${String(onlyFirst)} los miró solo la primera y ${String(onlySecond)} solo la segunda.` : ''}`,
    agreement: (interval) => ` Acuerdo: ${likely(interval)}.`,
    floor: ({ meetsFloor }) =>
      (meetsFloor === null ? 'Muy pocos indicadores para un porcentaje.' : meetsFloor ? 'Es más del 80%, el mínimo usual entre dos observadores.' : 'Es menos del 80%, el mínimo usual entre dos observadores. Vale la pena hablar de los indicadores de abajo.'),
    kappa({ kappa, kappaCaution }) {
      if (kappaCaution === 'few-items') return 'La kappa de Cohen descuenta el azar; necesita al menos diez indicadores.';
      if (kappa === null) return 'La kappa de Cohen no se puede calcular, pues casi todas las marcas son iguales.';
      const value = `Kappa de Cohen, que descuenta el azar: ${kappa.toFixed(2)}.`;
      return kappaCaution === 'mostly-alike' ? `${value} Baja cuando la mayoría de las marcas coincide; lea los indicadores más que el número.` : value;
    },
    talk: 'Para conversar', talkNote: 'Primero los más distantes; quizá el indicador necesita otras palabras',
    heads: { item: 'Indicador', first: 'Primera', second: 'Segunda', alike: 'Coincide' },
    all: 'Indicador por indicador', allNote: items, show: 'Mostrar todos los indicadores',
    alike: 'coincide', notAlike: 'no coincide',
    purpose: 'Esto compara dos lecturas de una misma reunión, para que las palabras de la hoja de ruta sean más claras. No dice nada de quién lee mejor.',
  },
};
