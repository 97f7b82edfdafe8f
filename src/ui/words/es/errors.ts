/** Words for every obstacle, in Spanish: what happened, what is safe, what to do. A new obstacle without words does not compile. */
import type { AppError } from '#app/errors.ts';
import type { errors as en } from '../en/errors.ts';
import { bytesInWords } from '../bytes.ts';
import { said, type Words } from '../said.ts';
import { handingOver } from './handing-over.ts';
import { intake } from './intake.ts';
import { lock } from './lock.ts';

const nothingLost = 'No se cambió nada de lo que usted escribió.';
const inMemory = 'Lo que escribió está en la pantalla y se conserva en la memoria hasta que se pueda guardar.';

const room = ({ usedBytes, quotaBytes }: Extract<AppError, { readonly type: 'StorageFull' }>): string =>
  (usedBytes !== null && quotaBytes !== null ? ` (${bytesInWords(usedBytes)} de ${bytesInWords(quotaBytes)})` : '');

function wordsOf(error: AppError): Words {
  switch (error.type) {
    case 'NoDatabase': return said('Este navegador no dio a la aplicación un lugar para guardar páginas.', nothingLost, 'Una ventana privada no lo tiene: abra la aplicación en una ventana normal o desde la pantalla de inicio.');
    case 'NewerDatabase': return said('Estas páginas se escribieron con una versión más nueva de la aplicación.', 'Quedan como están, sin abrir.', 'Conéctese y abra la aplicación de nuevo, para que pueda obtener su versión más nueva.');
    case 'KeyMissing': return said('La clave que abre las páginas de esta tableta ya no está.', 'Las páginas siguen aquí, selladas. No se cambió nada.', 'Si los datos del sitio se borraron o se movieron en el navegador, recupérelos del respaldo del sistema de la tableta y intente de nuevo.');
    case 'KeyDamaged': return said('La clave que abre las páginas de esta tableta no corresponde a ellas.', 'Las páginas siguen aquí, selladas. No se cambió nada.', 'Cierre todas las demás ventanas de la aplicación y intente de nuevo. Si sigue igual, recupere los datos del navegador con el respaldo del sistema de la tableta.');
    case 'StorageFull': return said(`La tableta ya no tiene espacio para las páginas de la aplicación${room(error)}.`, inMemory, 'Haga espacio en la tableta: las fotos y las descargas ocupan más. Se vuelve a intentar sin que usted haga nada.');
    case 'ConnectionLost': return said('El navegador cerró el almacenamiento de la aplicación.', inMemory, 'Se vuelve a abrir sin que usted haga nada. Mantenga abierta esta página hasta que diga Guardado.');
    case 'WriteRefused': return said('El navegador no guardó el último cambio.', inMemory, 'Se vuelve a intentar sin que usted haga nada. Mantenga abierta esta página hasta que diga Guardado.');
    case 'DamagedRow': return said('Una fila guardada no se abre.', 'Queda como está. Todo lo demás se abre.', 'No hace falta hacer nada ahora. Un registro exportado antes se puede traer para completarla.');
    case 'MeetingMissing': return said('Esta reunión no está en esta tableta.', 'Todas las demás reuniones están donde estaban.', 'Quizás se quitó, o está en otra tableta.');
    case 'RoadmapMissing': return said(`La versión ${error.version} de la hoja de ruta con la que se comenzó esta reunión no se abre.`, 'Las marcas y notas de la reunión están aquí, sin cambios.', 'Ábrala de nuevo después de actualizar la aplicación.');
    case 'EmptyFile': case 'TooLarge': case 'FileUnreadable': case 'NotText': case 'NotJson': case 'TruncatedFile':
    case 'TooDeep': case 'TooMany': case 'ForbiddenKey': case 'NotARecord': case 'NewerRecord': case 'ClockAhead': case 'RoadmapDiffers':
    case 'TruncatedZip': case 'DamagedZip': case 'EncryptedZip': case 'ZipForm': case 'TooManyInZip': case 'ZipBomb': case 'LargeInZip': case 'UnzipsTooLarge':
    case 'ZipInZip': case 'NoRecordInZip': case 'TooManyRecords': case 'RefusedInZip': case 'NotAnAgeFile': case 'SealedForAKey': case 'TooCostly':
    case 'WrongPassphrase': case 'Truncated': case 'Altered': case 'PassphraseNeeded': case 'SealedTwice': case 'ItIsABackup': case 'CalledOff':
    case 'ImportNotStored':
      return intake.obstacle(error);
    case 'ReasonMissing': case 'RecordRefused': case 'RevisionMissing': case 'SealShort': case 'SealDiffers': case 'RecipientRefused':
    case 'WriterMissing': case 'ShareRefused':
      return handingOver.obstacle(error);
    case 'WrongSecret': case 'TooSoon': case 'SlotDamaged': case 'RecoveryTypo': case 'Wiped': case 'NoDeviceSlot': case 'NoSuchSlot':
    case 'LastSlot': case 'KeyNotKept': case 'NoPasskeys': case 'PasskeyRefused': case 'PasskeyUnsteady':
      return lock.obstacle(error);
  }
}

export const errors: typeof en = { wordsOf };
