/** Words for backup, restore, how long meetings stay, and what this device keeps, in Spanish. */
import type { BackupObstacle } from '#app/backup/obstacle.ts';
import type { vault as en } from '../en/vault.ts';
import { said, type Words } from '../said.ts';
import { errors } from './errors.ts';
import { plain } from './plain.ts';

const nothingAdded = 'No se trajo nada; todo lo que hay en esta tableta está como estaba.';
const nothingMade = 'No se hizo ningún archivo. Todo lo que hay en esta tableta está como estaba.';
const fetchAgain = 'Busque el archivo una vez más donde se guarda, o tome una copia anterior.';
const refused = (happened: string, next: string): Words => said(happened, nothingAdded, next);
const megabytes = (bytes: number): string => `${String(Math.ceil(bytes / 1_000_000))}\u00a0MB`;
const place = (at: string): string => (at === '' ? 'en su comienzo' : `en ${at}`);

function obstacle(error: BackupObstacle): Words {
  switch (error.type) {
    case 'PassphraseShort': return said(`La frase de acceso de un archivo tiene al menos ${String(error.least)} letras o signos.`, nothingMade, 'Sirven bien cuatro palabras sin relación entre sí.');
    case 'PassphraseDiffers': return said('Las dos frases de acceso no son iguales.', nothingMade, 'Escriba las dos de nuevo; se pueden mostrar mientras escribe.');
    case 'BackupTooLarge': return said(`La copia de respaldo tendría ${megabytes(error.bytes)}; un archivo admite ${megabytes(error.limitBytes)}.`, nothingMade, 'Exporte las reuniones más grandes una por una y deje que se quiten las antiguas.');
    case 'CalledOff': return said('Se canceló.', 'No se escribió nada. Todo lo que hay en esta tableta está como estaba.', 'Empiece de nuevo cuando quiera.');
    case 'EmptyFile': return refused('Este archivo está vacío.', fetchAgain);
    case 'TooLarge': return refused(`Este archivo tiene ${megabytes(error.bytes)}; una copia de respaldo tiene como máximo ${megabytes(error.limitBytes)}. No se abrió.`, 'Elija la copia de respaldo, un archivo que termina en .age.');
    case 'FileUnreadable': return refused('La tableta no entregó este archivo. Quizás se movió, o está en línea y aún no está en la tableta.', 'Ábralo una vez en Archivos y luego elíjalo de nuevo.');
    case 'NotAnAgeFile': return refused('Este archivo no es una copia de respaldo con frase de acceso.', 'Elija la copia de respaldo, un archivo que termina en .age. Un registro que termina en .json se trae en Esta tableta.');
    case 'SealedForAKey': return refused('Este archivo está sellado para la clave de alguien, así que no es una copia de esta aplicación.', 'Elija la copia de respaldo, un archivo que termina en .age.');
    case 'TooCostly': return refused('Abrir este archivo exigiría más memoria de la que una tableta debe dar. Ninguna copia de esta aplicación la exige.', 'Pregunte a quien hizo el archivo de dónde viene.');
    case 'WrongPassphrase': return refused('Esta frase de acceso no abre el archivo.', 'Mire las mayúsculas y los espacios y intente de nuevo. Si es la correcta, el archivo se alteró en su comienzo: búsquelo una vez más.');
    case 'Truncated': return refused('Este archivo no está completo: termina demasiado pronto, o su final se alteró.', fetchAgain);
    case 'Altered': return refused('Este archivo se alteró después de hacerse.', fetchAgain);
    case 'NotABackup': return refused(`Este archivo se abre, pero no es una copia de respaldo completa: no encaja ${place(error.at)}.`, fetchAgain);
    case 'NewerBackup': return refused(`Esta copia de respaldo se hizo con una versión posterior de Quiet Checkpoint (formato ${String(error.version)}).`, 'Actualice la aplicación en esta tableta y luego traiga el archivo de nuevo.');
    case 'RoadmapDiffers': return refused(`Esta copia de respaldo tiene otro contenido de la versión ${error.version} de la hoja de ruta que el de esta tableta.`, 'Tome una copia hecha con la misma hoja de ruta.');
    case 'StorageFull': case 'ConnectionLost': case 'WriteRefused':
      return { ...errors.wordsOf(error), safe: nothingAdded, next: error.type === 'StorageFull' ? 'Haga espacio en la tableta y luego intente de nuevo.' : 'Intente de nuevo.' };
  }
}

const acts = { reduce: 'solo quedan sus marcas', remove: 'se quitan sus marcas' };

export const vault: typeof en = {
  obstacle,
  restore: {
    fresh: 'Reuniones que no están aquí',
    grown: 'Reuniones de aquí a las que agrega algo',
    same: 'Reuniones que ya están aquí',
    changes: 'Entradas sueltas por agregar',
    records: 'Revisiones terminadas por agregar',
  },
  reminder: (meetings, since, last) =>
    `${plain.counted(meetings, 'reunión', 'reuniones')} sin copia de respaldo, la primera desde ${since}. ${last === null ? 'Aún no se hizo ninguna copia.' : `La última se hizo ${last}.`}`,
  noBackup: 'Aún ninguna',
  goesFrom: (step, day) => `Desde el ${day} ${acts[step]}`,
  goesToday: (step) => `Hoy ${acts[step]}`,
  onHold: 'Retenida: queda como está',
  notBackedUp: 'Sin copia de respaldo como está ahora: queda como está',
  inApp: 'Abierta desde la pantalla de inicio, como aplicación propia.',
  inTab: 'Abierta en una pestaña del navegador.',
  inTabEvicted:
    'Abierta en una pestaña del navegador. Este navegador borra las páginas de una pestaña después de siete días sin visitarla, así que no la use en una reunión real. Ponga la aplicación en la pantalla de inicio y pase lo que hay aquí con una copia de respaldo.',
  tabNotice:
    'Esto es una pestaña del navegador, y este navegador borra sus páginas después de siete días sin visitarla. Para una reunión real, abra la aplicación desde la pantalla de inicio; una copia de respaldo pasa lo que hay aquí.',
  cleared: (day) =>
    `Este dispositivo borra datos: el ${day} las páginas anteriores de esta aplicación ya no estaban. Pregunte a quien se ocupa de la tableta y haga una copia de respaldo después de cada reunión.`,
  sinceToday: 'Aquí se guardan páginas desde hoy. Si mañana dice lo mismo, este dispositivo borra datos por la noche o al cerrar la sesión.',
  since: (day) => `Aquí se guardan páginas desde el ${day}.`,
  persisted: 'Guardado de forma permanente: el navegador borra estas páginas solo cuando usted lo pide.',
  evicted: 'Este navegador borra las páginas de una pestaña que no se abrió en siete días. Ponga la aplicación en la pantalla de inicio para conservarlas.',
  notPersisted: 'El navegador puede borrar las páginas de esta aplicación cuando a la tableta le falte espacio. Ponga la aplicación en la pantalla de inicio para conservarlas.',
  persistenceUnknown: 'El navegador no dice si conserva estas páginas de forma permanente. Ponga la aplicación en la pantalla de inicio para mayor seguridad.',
};
