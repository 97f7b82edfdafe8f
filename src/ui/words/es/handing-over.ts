/** Words for what can be in the way of what leaves the tablet, in Spanish. */
import type { ExportObstacle, ManyObstacle } from '#app/export/obstacle.ts';
import type { handingOver as en } from '../en/handing-over.ts';
import { said, type Words } from '../said.ts';
import { plain } from './plain.ts';

const nothingLeft = 'Nada salió de la tableta.';
const place = (path: string): string => (path === '' ? 'en su comienzo' : `en ${path}`);

const rows: Readonly<Record<string, string>> = {
  meetings: 'la reunión', marks: 'marcas', notes: 'notas', turns: 'quién habló', thread: 'el hilo', reflections: 'la reflexión',
  'follow-ups': 'próximos pasos', attendees: 'quién participó',
};
const countedThing = (of: string): string => (of === 'files' ? 'archivos' : `filas de ${rows[of] ?? of.toLowerCase()}`);

function obstacle(error: ExportObstacle | ManyObstacle): Words {
  switch (error.type) {
    case 'ReasonMissing': return said('Un formato con el código del estudiante pide un motivo.', nothingLeft, 'Diga en pocas palabras para qué es.');
    case 'RecordRefused': return said(`El registro no se pudo escribir de modo que se pueda volver a leer: no encaja ${place(error.at)}.`, `La reunión está completa y se queda en esta tableta. ${nothingLeft}`, 'Imprima el resumen y avise a quien se ocupa de la aplicación.');
    case 'RevisionMissing': return said(`La revisión ${String(error.revision)} no se abre en esta tableta.`, 'La reunión como está ahora está completa.', 'Use la actual, o traiga el registro anterior de donde se guardó.');
    case 'SealShort': return said(`La frase de acceso de un archivo tiene al menos ${String(error.least)} letras o signos.`, nothingLeft, 'Sirven bien cuatro palabras sin relación entre sí.');
    case 'SealDiffers': return said('Las dos frases de acceso no son iguales.', nothingLeft, 'Escriba las dos de nuevo; se pueden mostrar mientras escribe.');
    case 'RecipientRefused': return said(`La clave del lector en la línea ${String(error.line)} no es una clave pública de age.`, nothingLeft, 'Pida al lector la clave que comienza con age1 y péguela completa.');
    case 'WriterMissing': return said('La parte de la aplicación que escribe este formato aún no está en esta tableta.', nothingLeft, 'Conéctese una vez o elija otro formato.');
    case 'ShareRefused': return said('La tableta no abrió su hoja para compartir.', nothingLeft, 'Guarde el archivo y envíelo desde donde quedó guardado.');
    case 'NothingChosen': return said('No hay ninguna reunión elegida.', nothingLeft, 'Amplíe la selección de arriba.');
    case 'MeetingRuns': return said('Hay una reunión en curso.', nothingLeft, 'Termínela o salga de ella primero; los archivos de varias reuniones se hacen cuando la sala está vacía.');
    case 'CalledOff': return said('Se canceló.', `No se hizo ningún archivo. ${nothingLeft}`, 'Empiece de nuevo cuando quiera.');
    case 'MeetingClosed': return said('Una de las reuniones que eligió no se abre en esta tableta.', `No se hizo ningún archivo, para no entregar uno al que le falte esa reunión sin decirlo. ${nothingLeft}`, 'Abra las reuniones de la lista para encontrarla; allí dice qué se puede hacer. Luego elija sin ella.');
    case 'CountsDiffer': return said(`El archivo tendría ${String(error.written)} de ${String(error.expected)} ${countedThing(error.of)}, así que no se hizo.`, `Todas las reuniones están completas y se quedan en esta tableta. ${nothingLeft}`, 'Hágalo una vez más. Si se repite, entregue las reuniones una por una y avise a quien se ocupa de la aplicación.');
    case 'TooMuchForZip': return said(`Un zip admite como máximo ${String(Math.floor(error.limitBytes / 1_000_000))}\u00a0MB o ${plain.counted(error.limitFiles, 'archivo')}; estas reuniones pasan de eso.`, `No se hizo ningún archivo. ${nothingLeft}`, 'Elija menos, por ejemplo una escuela o medio año, y haga dos archivos.');
  }
}

export const handingOver: typeof en = { obstacle };
