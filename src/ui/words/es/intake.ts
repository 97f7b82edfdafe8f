/** Words for what can be in the way of a file that comes in, in Spanish: what happened, what is safe, what to do. */
import type { ImportObstacle } from '#app/intake/obstacle.ts';
import type { intake as en } from '../en/intake.ts';
import { goesOn, said, type Words } from '../said.ts';
import { plain } from './plain.ts';
import { megabytes } from '../bytes.ts';

const nothingAdded = 'No se agregó nada; todo lo que hay en esta tableta está como estaba.';
const askAgain = 'Pida el archivo una vez más.';
const chooseRecord = 'Elija un registro guardado como archivo .json, o un zip de registros.';
const whoMade = 'Pregunte a quien hizo el archivo de dónde viene.';
const update = 'Actualice la aplicación en esta tableta y luego traiga el archivo de nuevo.';

const count = (value: number): string => value.toLocaleString('es-US');
const place = ({ line, column }: { readonly line: number; readonly column: number }): string =>
  `la línea\u00a0${count(line)}, carácter\u00a0${count(column)}`;
const after = (path: string): string => (path === '' ? 'en su comienzo' : `en ${path}`);

/** `4 minutos`, `3 horas`, `5 días`. */
function span(ms: number): string {
  const steps = [['día', 86_400_000], ['hora', 3_600_000], ['minuto', 60_000]] as const;
  const [unit, size] = steps.find(([, least]) => ms >= least) ?? ['minuto', 60_000];
  return plain.counted(Math.max(1, Math.round(ms / size)), unit);
}

const refused = (happened: string, next: string): Words => said(happened, nothingAdded, next);

function obstacle(error: ImportObstacle): Words {
  switch (error.type) {
    case 'EmptyFile':
      return refused('Este archivo está vacío.', askAgain);
    case 'TooLarge':
      return refused(`Este archivo tiene ${megabytes(error.bytes)}; un registro tiene como máximo ${megabytes(error.limitBytes)}. No se abrió.`, chooseRecord);
    case 'FileUnreadable':
      return refused('La tableta no entregó este archivo. Quizás se movió, o está en línea y aún no está en la tableta.', 'Ábralo una vez en Archivos y luego elíjalo de nuevo.');
    case 'NotText':
      return refused('Este archivo no es texto en UTF-8, así que no es un registro.', chooseRecord);
    case 'NotJson':
      return refused(`Este archivo no es un registro: no se puede seguir leyendo desde ${place(error.at)}.`, `${askAgain} Un registro editado a mano pudo perder un signo allí.`);
    case 'TruncatedFile':
      return refused(`Este archivo termina a la mitad, en ${place(error.at)}.`, askAgain);
    case 'TooDeep':
      return refused(`Este archivo tiene más de ${count(error.limit)} niveles, en ${place(error.at)}. Ningún registro los tiene.`, chooseRecord);
    case 'TooMany':
      return refused(`Este archivo tiene más de ${count(error.limit)} valores, en ${place(error.at)}. Ningún registro los tiene.`, chooseRecord);
    case 'ForbiddenKey':
      return refused(`Este archivo tiene un campo llamado ${error.key}, en ${place(error.at)}. Ningún registro lo tiene.`, whoMade);
    case 'NotARecord':
      return refused(`Este archivo no es un registro completo: no encaja ${after(error.at)}.`, askAgain);
    case 'NewerRecord':
      return refused(`Este registro se escribió con una versión posterior de Quiet Checkpoint (formato ${String(error.version)}).`, update);
    case 'ClockAhead':
      return refused(`Este registro viene de una tableta cuyo reloj está ${span(error.aheadMs)} adelantado respecto a esta.`, 'Mire la fecha y la hora en las dos tabletas. Si las de esta son las correctas, guarde allí el registro de nuevo cuando su reloj esté en hora.');
    case 'RoadmapDiffers':
      return refused(`Este registro se hizo con otro contenido de la versión ${error.version} de la hoja de ruta que el de esta tableta.`, 'Pida un registro hecho con la misma hoja de ruta.');
    case 'ImportNotStored':
      return said(
        error.because === 'StorageFull' ? 'La tableta está llena, así que no se agregó nada.' : 'La tableta no lo guardó, así que no se agregó nada.',
        'Todo lo que hay en esta tableta está como estaba y los archivos están completos.',
        error.because === 'StorageFull' ? 'Haga espacio en la tableta y luego agréguelos de nuevo.' : 'Agréguelos de nuevo.',
      );
    case 'CalledOff':
      return refused('Se canceló.', 'Elija los archivos de nuevo cuando quiera.');
    case 'TruncatedZip': case 'DamagedZip': case 'EncryptedZip': case 'ZipForm': case 'TooManyInZip': case 'ZipBomb': case 'LargeInZip': case 'UnzipsTooLarge':
    case 'ZipInZip': case 'NoRecordInZip': case 'TooManyRecords':
      return zipWords(error);
    case 'RefusedInZip': {
      const { happened, next } = obstacle(error.because);
      return refused(`En el archivo ${count(error.entry)} de ${count(error.of)} de este zip: ${goesOn(happened)}`, next);
    }
    case 'NotAnAgeFile': case 'SealedForAKey': case 'TooCostly': case 'WrongPassphrase': case 'Truncated': case 'Altered': case 'PassphraseNeeded': case 'SealedTwice': case 'ItIsABackup':
      return sealedWords(error);
  }
}

type Of<T extends ImportObstacle['type']> = Extract<ImportObstacle, { readonly type: T }>;
const inZip = (entry: number): string => (entry === 0 ? 'Este zip' : `El archivo\u00a0${count(entry)} de este zip`);

function zipWords(
  error: Of<'TruncatedZip' | 'DamagedZip' | 'EncryptedZip' | 'ZipForm' | 'TooManyInZip' | 'ZipBomb' | 'LargeInZip' | 'UnzipsTooLarge' | 'ZipInZip' | 'NoRecordInZip' | 'TooManyRecords'>,
): Words {
  switch (error.type) {
    case 'TruncatedZip': return refused('Este zip termina demasiado pronto: no está la lista de lo que contiene.', askAgain);
    case 'DamagedZip': return refused(`${inZip(error.entry)} está dañado: no es lo que dice la lista.`, askAgain);
    case 'EncryptedZip': return refused(`${inZip(error.entry)} está cerrado con la contraseña propia del programa zip, que aquí no se abre.`, 'Pida un zip sin contraseña, o un archivo .age con una frase de acceso.');
    case 'ZipForm': return refused(`${inZip(error.entry)} está empacado de una manera que aquí no se lee.`, 'Pida el zip como lo guarda Quiet Checkpoint.');
    case 'TooManyInZip': return refused(`Este zip tiene ${count(error.entries)} archivos; se leen como máximo ${count(error.limit)}.`, 'Pida las reuniones en varios zips.');
    case 'ZipBomb': return refused(`${inZip(error.entry)} se desempaca en mucho más de lo que cabe en un registro.`, whoMade);
    case 'LargeInZip': return refused(`${inZip(error.entry)} tiene ${megabytes(error.bytes)}; un registro tiene como máximo ${megabytes(error.limitBytes)}.`, whoMade);
    case 'UnzipsTooLarge': return refused(`Este zip se desempaca en más de ${megabytes(error.limitBytes)}.`, 'Pida las reuniones en varios zips.');
    case 'ZipInZip': return refused(`${inZip(error.entry)} es a su vez un zip, que no se abre.`, 'Desempaque el zip de afuera y luego elija los que contiene.');
    case 'NoRecordInZip': return refused('No hay ningún registro en este zip.', chooseRecord);
    case 'TooManyRecords': return refused(`Son más de ${count(error.limit)} registros a la vez.`, 'Traiga primero algunos de los archivos y luego los demás.');
  }
}

function sealedWords(error: Of<'NotAnAgeFile' | 'SealedForAKey' | 'TooCostly' | 'WrongPassphrase' | 'Truncated' | 'Altered' | 'PassphraseNeeded' | 'SealedTwice' | 'ItIsABackup'>): Words {
  switch (error.type) {
    case 'NotAnAgeFile': return refused('Este archivo dice estar sellado y no lo está.', askAgain);
    case 'SealedForAKey': return refused('Este archivo está sellado para la clave de alguien, y ninguna frase de acceso lo abre.', 'Pídalo con una frase de acceso, o ábralo primero con la clave para la que se hizo.');
    case 'TooCostly': return refused('Abrir este archivo exigiría más memoria de la que una tableta debe dar. Ningún archivo de esta aplicación la exige.', whoMade);
    case 'WrongPassphrase': return refused('Esta frase de acceso no abre el archivo.', 'Mire las mayúsculas y los espacios y intente de nuevo. Si es la correcta, el archivo se alteró en su comienzo: pídalo una vez más.');
    case 'Truncated': return refused('Este archivo sellado no está completo: termina demasiado pronto, o su final se alteró.', askAgain);
    case 'Altered': return refused('Este archivo sellado se alteró después de hacerse.', askAgain);
    case 'PassphraseNeeded': return refused('Este archivo está sellado.', 'Escriba la frase de acceso con la que se hizo.');
    case 'ItIsABackup': return refused('Este archivo es la copia de respaldo de toda una tableta.', 'Tráigalo en Esta tableta, Restaurar una copia de respaldo.');
    case 'SealedTwice': return refused('Hay otro archivo sellado dentro de este.', 'Abra primero el de afuera con la herramienta age y luego elija lo que contiene.');
  }
}

export const intake: typeof en = { obstacle };
