/** Words of the roadmap editor, in Spanish. */
import type { editor as en } from '../en/editor.ts';
import { plain } from './plain.ts';

const items = (count: number): string => plain.counted(count, 'indicador', 'indicadores');
const many = (count: number, one: string, more: string): string => (count === 1 ? one : more);

type Tallies = Parameters<typeof en.tally>[0][number]['kind'];
const ofItems = (one: string, more: string) => (count: number, first: boolean): string => `${first ? items(count) : String(count)} ${many(count, one, more)}`;
const tallies: Readonly<Record<Tallies, (count: number, first: boolean) => string>> = {
  reworded: ofItems('con otro texto', 'con otro texto'), added: ofItems('agregado', 'agregados'), moved: ofItems('en otro lugar', 'en otro lugar'),
  retired: ofItems('retirado', 'retirados'), split: ofItems('dividido', 'divididos'), merged: ofItems('unido', 'unidos'), changed: ofItems('con otros cambios', 'con otros cambios'),
  phases: (count) => plain.counted(count, 'fase cambiada', 'fases cambiadas'),
  words: (count) => (count === 1 ? 'palabras en el segundo idioma' : 'palabras en los dos idiomas'),
  rest: (count) => plain.counted(count, 'cambio más', 'cambios más'),
};

export const editor: typeof en = {
  title: 'Editor de hojas de ruta',
  untitled: 'Una hoja de ruta sin título',
  roadmaps: 'Hojas de ruta',
  undo: 'Deshacer', redo: 'Rehacer',
  missing: 'Este borrador no está aquí',
  missingWords: 'Se publicó o se descartó, quizá en otra ventana. Todas las versiones están donde estaban.',
  draftFirst: (version) => `Versión ${version}, un borrador. Todavía no se usa ninguna versión.`,
  draftAfter: (version, base, since, meetings) =>
    `Versión ${version}, un borrador. La versión ${base} ${since === null ? 'está publicada' : `está en uso desde ${since}`}${meetings === 0 ? '.' : `, en ${plain.counted(meetings, 'reunión', 'reuniones')}; ${many(meetings, 'esta la conserva', 'estas la conservan')}.`}`,
  copyOf: (version, base) => `Versión ${version}, un borrador. Copia de ${base}, que queda como está.`,
  tryIt: 'Probarla',
  untranslated: (count, language) => (count === 0 ? `Todo tiene palabras en ${language}.` : `${plain.counted(count, 'texto')} aún sin palabras en ${language}.`),
  nextUntranslated: 'Ir al siguiente',
  secondLanguage: 'Se muestra también',
  onlyOne: 'Nada más',
  inLanguage: (label, language) => `${label}, en ${language}`,
  languages: { en: 'English', es: 'Español' },
  languageNames: { en: 'inglés', es: 'español' },

  phases: 'Fases',
  itemCount: items,
  stages: { before: 'Antes', during: 'Durante', after: 'Después' },
  addPhase: 'Agregar una fase',
  newPhase: 'Fase nueva',
  addItem: 'Agregar un indicador',
  newItem: 'Indicador nuevo',
  itemsOfPhase: '\u00a0indicadores',
  wanting: 'Aquí hay algo por completar',
  minutesPlanned: (minutes) => (minutes === undefined ? 'Sin minutos planeados' : plain.counted(minutes, 'minuto planeado', 'minutos planeados')),
  noItems: 'Todavía no se pregunta nada en esta fase.',
  aboutPhase: 'Sobre esta fase',
  phaseTitle: 'Título', shortTitle: 'Título corto', shortAdvice: 'Dos palabras cortas para la barra estrecha; el título donde no hay ninguno.',
  purpose: 'Propósito', minutes: 'Minutos', stage: 'Etapa',
  pinned: 'Indicadores de toda la reunión: están junto a las fases y se marcan en cualquier momento',
  retirePhase: (count) => (count === 0 ? 'Retirar esta fase' : count === 1 ? 'Retirar esta fase y su indicador' : `Retirar esta fase y sus ${items(count)}`),

  move: (what) => `Mover ${what}`,
  gripHelp: 'La barra espaciadora lo toma, las flechas lo mueven, la barra espaciadora lo deja, Escape lo devuelve.',
  told: {
    taken: (place, of) => `Tomado del lugar ${String(place)} de ${String(of)}. Las flechas lo mueven.`,
    at: (place, of) => `Lugar ${String(place)} de ${String(of)}`,
    down: (place, of) => `Dejado en el lugar ${String(place)} de ${String(of)}`,
    back: (place, of) => `De vuelta en el lugar ${String(place)} de ${String(of)}`,
  },
  moveUp: 'Subir', moveDown: 'Bajar',
  atEdge: (by) => (by === -1 ? 'Es el primero de su fase.' : 'Es el último de su fase.'),
  toPhase: 'Fase',

  text: 'Texto', kind: 'Tipo', lookFor: 'Qué observar', restsOn: 'Se basa en', coachingMove: 'Sugerencia de apoyo',
  kinds: { role: 'Claridad de roles', quality: 'Calidad', equity: 'Equidad' },
  ofLimit: (count, limit) => `${String(count)} de ${String(limit)}`,
  signs: 'caracteres',
  holds: (limit) => `Caben ${String(limit)} caracteres.`,
  notYet: 'aún no',
  lens: 'Se mira por', force: 'Lo que dice la ley', evidence: 'Se ve en',
  evidences: { document: 'Los documentos', 'seen-or-heard': 'Lo que se ve o se oye' },
  asked: 'Se pregunta',
  askedHow: { always: 'En todas las reuniones', any: 'Cuando se da una de estas', all: 'Solo cuando se dan todas estas' },
  chooseOne: 'Elija al menos una.',
  core: 'Indicador clave, también en una ronda corta', partly: 'Se puede responder “En parte”',
  thread: 'Lugar en el hilo', noThread: 'Ninguno',
  feeds: 'Patrones que alimenta',
  patterns: {
    'readiness-gap': 'Preparación previa', 'family-voice-missing': 'La voz de la familia', 'student-voice-missing': 'La voz del estudiante', 'equity-gap': 'Equidad',
    'unclear-roles': 'Roles claros', 'uneven-participation': 'Participación pareja', 'rushed-or-incomplete': 'Tiempo y conclusión', 'data-decision-gap': 'De los datos a la decisión',
    'predetermination-signs': 'Decidido en la reunión', 'follow-through-slippage': 'Cumplimiento de lo acordado', 'compliance-risk': 'Por verificar en los documentos',
  },
  more: 'Más sobre este indicador', fewer: 'Menos sobre este indicador',
  takeOut: 'Quitarlo',
  retire: (version) => `Retirar en la versión ${version}`,
  split: 'Dividir',
  mergeWith: 'Unir con',
  mergeNone: 'Elija otro indicador de esta fase',
  merge: 'Unir',
  retiredItems: 'Indicadores retirados',
  retiredIn: (version) => `Se preguntó por última vez en la versión ${version}`,
  bringBack: 'Recuperar',
  bringBackNamed: (label) => `: ${label}`,

  was: {
    added: 'Nuevo',
    reworded: (label) => `Antes: ${label}`,
    moved: (from, to) => {
      if (from.phase !== to.phase) return `Vino de ${from.number}`;
      const [was = 0, is = 0] = [from, to].map(({ number }) => Number(number.split('.').at(-1)));
      return is < was ? `Subió desde ${from.number}` : `Bajó desde ${from.number}`;
    },
    merged: (numbers) => `Une ${plain.listed(numbers)}`,
    split: (number) => `Parte de ${number}`,
  },
  askedOnly: (conditions, all) => `Solo con: ${conditions.join(all ? ' y ' : ', ')}`,

  conditions: 'Condiciones propias',
  conditionsWords: 'Una condición se pregunta al planear una reunión, o se deduce de otras. Un indicador puede preguntarse solo cuando se da.',
  addCondition: 'Agregar una condición',
  condition: 'Condición',
  conditionHow: { asked: 'Se pregunta en el plan', any: 'Se deduce de una de estas', all: 'Se deduce de todas estas' },
  removeCondition: 'Quitar',
  removeConditionNamed: (label) => ` la condición: ${label}`,

  district: 'Ajustes del distrito',
  districtWords: 'Van con la hoja de ruta a quienes la usan.',
  purposeLine: 'Línea de propósito', purposeAdvice: 'Para qué usa el distrito la aplicación, en una línea.',
  codePattern: 'Forma de los códigos del estudiante', codeAdvice: 'Un patrón de todo el código, como [A-Z]-\\d{2}',
  retention: 'Meses que una reunión terminada queda completa',
  limitDays: (date) => `${date}: días`,
  limitSource: (date) => `Fuente del plazo: ${date}`,
  open: 'Abrir', close: 'Cerrar', ofDistrict: ' los ajustes del distrito',
  limits: 'Plazos locales',

  since: (version) => `Desde ${version}: `,
  firstVersion: 'Será su primera versión.',
  nothingChanged: 'aún no hay cambios.',
  nothingRetired: ' Nada retirado.',
  versionName: (base, id) => (base.id === id ? `la versión ${base.version}` : `${base.title}, versión ${base.version}`),
  tally: (counts) => {
    const first = counts.findIndex(({ kind }) => kind !== 'phases' && kind !== 'words' && kind !== 'rest');
    return counts.map(({ kind, count }, at) => tallies[kind](count, at === first)).join(', ');
  },
  seeChanges: 'Ver los cambios',
  publish: (version) => `Publicar la versión ${version}`,
  faultsFirst: (count) => (count === 1 ? 'Primero hay una cosa por completar' : `Primero hay ${String(count)} cosas por completar`),
  fault: (why, nameOf) => {
    switch (why.type) {
      case 'empty': return 'Aún vacío.';
      case 'too-long': return `Sobran ${String(why.length - why.most)} caracteres: caben ${String(why.most)}.`;
      case 'too-many': return `${String(why.count)} son demasiados: hay lugar para ${String(why.most)}.`;
      case 'forbidden-sign': return 'Tiene un signo que no puede mostrarse con seguridad. Escríbalo de nuevo.';
      case 'unknown-condition': return `La condición “${nameOf(why.condition)}” ya no está. Desmárquela o agréguela otra vez.`;
      case 'condition-cycle': return `Estas condiciones se deducen unas de otras en círculo: ${plain.listed(why.labels)}.`;
      case 'no-phase': return 'Su fase ya no está. Elija otra.';
      case 'no-phases': return 'Todavía no hay ninguna fase.';
      case 'no-items': return 'Todavía no hay ningún indicador.';
      case 'no-lens': return 'Elija al menos uno.';
      case 'bad-minutes': return `Minutos enteros, como máximo ${String(why.most)}.`;
      case 'bad-days': return `Días enteros, como máximo ${String(why.most)}.`;
      case 'bad-months': return `Meses enteros, de 1 a ${String(why.most)}.`;
      case 'bad-pattern': return 'Este patrón no se puede leer.';
      case 'partly-must-happen': return 'Conviene mirarlo: lo que la ley pide ocurrió o no; “En parte” rara vez dice lo suficiente.';
      case 'retired-id': return 'Este indicador se retiró. Recupérelo en su lugar.';
    }
  },
  publishing: 'Publicando',
  about: 'Sobre esta hoja de ruta', roadmapTitle: 'Título', ownLanguage: 'Escrita en',
  drop: 'Descartar este borrador',
  dropAsk: 'El borrador desaparece; todas las versiones publicadas quedan.',
  dropYes: 'Descartarlo', dropNo: 'Conservarlo',
};
