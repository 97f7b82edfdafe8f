/** Words for what leaves the tablet, in Spanish: the forms, the screen of many meetings, and the export log. */
import type { LogLine } from '#app/export/log.ts';
import type { NoteChoice } from '#domain/record/chosen-notes.ts';
import type { exports as en, Form } from '../en/exports.ts';
import { plain } from './plain.ts';

const { counted, listed } = plain;
const meetings = (count: number): string => counted(count, 'reunión', 'reuniones');

const form = (name: string, says: string, the: string): (typeof en.forms)[Form] => ({ name, says, make: `Hacer ${the}`, save: `Guardar ${the}`, making: `Haciendo ${the}` });

const forms: typeof en.forms = {
  'page-pdf': form('PDF', 'La página, para enviar o archivar', 'el PDF'),
  'summary-print': form('Imprimir', 'La página en papel', 'la página'),
  'page-docx': form('Word', 'La página, para seguir escribiendo', 'el archivo de Word'),
  'tables-xlsx': form('Libro de Excel', 'Marcas, notas y horas, en hojas', 'el libro'),
  'tables-csv': form('Tablas', 'Lo mismo en archivos CSV, en un zip', 'las tablas'),
  'record-json': form('Registro', 'Todo, para otra tableta', 'el registro'),
  'calendar-ics': form('Calendario', 'Próximos pasos, para un calendario', 'el archivo de calendario'),
  'patterns-pdf': form('PDF', 'Un informe, para enviar o archivar', 'el PDF'),
  'patterns-docx': form('Word', 'El informe, para seguir escribiendo', 'el archivo de Word'),
  'patterns-xlsx': form('Libro de Excel', 'Las tablas, en hojas', 'el libro'),
  'patterns-csv': form('Tablas', 'Lo mismo en archivos CSV, en un zip', 'las tablas'),
  'patterns-print': form('Imprimir', 'Esta pantalla en papel', 'la pantalla'),
};

const notes: typeof en.notes = {
  strength: 'Fortalezas', growth: 'Por mejorar', family: 'Palabras de la familia', 'follow-up': 'Seguimientos', none: 'Sin etiqueta',
};

const tables: typeof en.tables = {
  meetings: 'La reunión', marks: 'Marcas', notes: 'Notas', turns: 'Quién habló', thread: 'Hilo', reflections: 'Reflexión',
  'follow-ups': 'Próximos pasos', attendees: 'Quién participó',
};

const logged: typeof en.logged = {
  'page-pdf': 'Resumen en PDF', 'page-docx': 'Resumen en Word', 'tables-xlsx': 'Libro de Excel', 'tables-csv': 'Tablas', 'record-json': 'Registro',
  'calendar-ics': 'Archivo de calendario', 'summary-print': 'Resumen en papel', 'summary-text': 'Resumen como texto', 'log-csv': 'Este registro de exportaciones',
  'record-imported': 'Registro traído', 'meeting-removed': 'Reunión quitada', 'backup-made': 'Copia de respaldo guardada', 'backup-restored': 'Copia de respaldo traída',
  'meeting-reduced': 'Reunión reducida a marcas', 'code-exported': 'Todo de un código guardado',
  'patterns-pdf': 'Patrones en PDF', 'patterns-docx': 'Patrones en Word', 'patterns-csv': 'Patrones en tablas', 'patterns-xlsx': 'Patrones en Excel', 'patterns-print': 'Patrones en papel',
};

const kinds: Readonly<Record<LogLine['kind'], string>> = { identified: 'con identidad', 'de-identified': 'sin identidad', none: '' };
const ways: Readonly<Record<NonNullable<LogLine['way']>, string>> = { saved: 'guardado', shared: 'entregado a Compartir', printed: 'impreso', copied: 'copiado' };
const seals: Readonly<Record<NonNullable<LogLine['sealed']>, string>> = { passphrase: 'sellado con una frase de acceso', recipients: 'sellado para un lector' };
const isChoice = (tag: string): tag is NoteChoice => Object.hasOwn(notes, tag);

const deviceOnly = (count: number): string => counted(count, 'nota solo de la tableta', 'notas solo de la tableta');

const loggedDetails: typeof en.loggedDetails = ({ kind, way, sealed, meetings: of, reason, deviceOnlyNotesLeftOut, notesLeftOut = [] }) => {
  const left = notesLeftOut.map((tag) => (isChoice(tag) ? notes[tag].toLowerCase() : tag));
  return [
    kinds[kind],
    way ? ways[way] : '',
    sealed ? seals[sealed] : '',
    of === 1 ? '' : meetings(of),
    reason === '' ? '' : `“${reason}”`,
    left.length === 0 ? '' : `sin notas: ${listed(left)}`,
    deviceOnlyNotesLeftOut === 0 ? '' : `sin ${deviceOnly(deviceOnlyNotesLeftOut)}`,
  ].filter((part) => part !== '').join(', ');
};

const suspects: typeof en.suspects = (found, isLeftOut) => {
  if (found.length === 0) return 'No se encontró ningún nombre en el texto.';
  const first = found.slice(0, 3).map((words) => `“${words}”`);
  const some = found.length > 3 ? `${first.join(', ')} y ${String(found.length - 3)}\u00a0más` : listed(first);
  const may = found.length === 1 ? 'puede ser un nombre o un número' : 'pueden ser nombres o números';
  return isLeftOut
    ? `${some} ${may} y no se ${found.length === 1 ? 'incluye' : 'incluyen'}: lea el texto una vez antes de que salga.`
    : `${some} ${may}: lea el texto una vez antes de que salga.`;
};

export const exports: typeof en = {
  forms, notes, tables, logged, loggedDetails, suspects,
  stays: (count) => (count === 0 ? 'Ninguna nota es solo de la tableta.' : `${deviceOnly(count)} ${count === 1 ? 'se queda' : 'se quedan'} aquí.`),
  form: 'Formato', notesByTag: 'Notas, por su etiqueta', paper: 'Papel', papers: { letter: 'Carta', a4: 'A4' },
  kind: {
    label: 'Clase', without: 'Sin identidad', with: 'Con identidad',
    fixed: 'Un registro lleva código, días y horas: es la reunión misma. Puede ser un expediente educativo; guárdelo como tal.',
    wanting: 'Diga en pocas palabras para qué es. Nada ha salido de la tableta.',
    reason: 'Para qué es', reasonAdvice: 'Se anota en el registro de exportaciones de esta tableta.',
  },
  seal: {
    label: 'Sellar el archivo', none: 'Sin sello', passphrase: 'Frase de acceso', recipients: 'Un lector',
    phrase: 'Frase de acceso del archivo', phraseAdvice: 'Al menos 12 letras o signos. Dígala al lector por otro medio que el archivo.',
    again: 'La misma otra vez', show: 'Mostrarla mientras escribo',
    key: 'La clave pública del lector', keyAdvice: 'Empieza con age1. Varios lectores: una clave en cada línea.',
  },
  way: {
    print: 'Imprimir', share: 'Compartirlo', save: 'Guardarlo', callOff: 'Cancelar',
    noReason: 'Este formato pide decir arriba para qué es. Nada ha salido de la tableta.',
    notSealed: 'El archivo aún no está sellado, como se dice arriba. Nada ha salido de la tableta.',
    ready: (name, size) => `Listo: ${name}, ${size}. Aún no ha salido de la tableta.`,
    gone: (way, name) => `${way === 'saved' ? 'Entregado al navegador' : 'Compartido'} como ${name}.`,
    inLog: { before: 'Tiene una línea en el ', link: 'registro de exportaciones', after: '.' },
  },
  many: {
    title: 'Entregar varias · Quiet Checkpoint', head: 'Entregar varias',
    says: 'Un archivo con todas las reuniones que usted elija. Las notas solo de la tableta nunca van en él.',
    runs: 'Hay una reunión en curso. Los archivos de varias reuniones se hacen cuando termina. ', toMeetings: 'Reuniones',
    inWhichForm: 'En qué formato', names: 'Nombres de personas',
    pages: 'Un zip con la página de resumen de cada reunión. Sus letras son latinas, griegas y cirílicas; de las demás se dice cuáles son.',
    whoCanBeTold: 'A quién se puede reconocer',
    adviceWithout: (isPages) => `Sin código, escuela ni equipo; meses en lugar de días; sin nombres.${isPages ? '' : ' No se incluyen conteos de menos de diez.'}`,
    adviceWith: 'Con códigos, equipos, días y horas. Un archivo así puede ser un expediente educativo; guárdelo como tal.',
    handOver: 'Entregar', aside: 'Lo que está elegido',
    chosen: (count) => (count === 0 ? 'Ninguna reunión elegida' : counted(count, 'reunión elegida', 'reuniones elegidas')),
    which: 'Qué reuniones',
    count: (count) => (count === 0 ? 'Ninguna' : meetings(count)),
    from: 'Desde', to: 'Hasta',
    school: 'Escuela', allSchools: 'Todas', team: 'Equipo', allTeams: 'Todos', type: 'Tipo de reunión', allTypes: 'Todos',
    finishedOnly: 'Solo reuniones terminadas', sampleToo: 'También la reunión de ejemplo',
    about: (type, state, isSample) => `${type}${state === null ? '' : `, ${state.toLowerCase()}`}${isSample ? ', ejemplo' : ''}`,
    noDay: 'Sin día',
    showAll: (more) => `Mostrar todas, ${String(more)}\u00a0más`,
    none: 'Ninguna reunión de esta tableta es así. Quite un límite para ver más.',
    zipOfRecords: 'Hacer un zip de registros', zipOfPages: 'Hacer un zip de PDF', making: 'Haciendo el archivo', read: 'Reuniones leídas',
    at: (done, of) => `Reunión ${String(done)} de ${String(of)}. Nada ha salido de la tableta.`,
    gone: (count, way, name) => `${meetings(count)} ${count === 1 ? (way === 'saved' ? 'entregada al navegador' : 'compartida') : (way === 'saved' ? 'entregadas al navegador' : 'compartidas')} como ${name}.`,
  },
};
