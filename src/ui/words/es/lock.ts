/** Words of the lock, in Spanish: its sheet, how it is set, and what stands in the way of opening. */
import type { Advice } from '#app/vault/advice.ts';
import type { lock as en, LockObstacle, WayName } from '../en/lock.ts';
import { said, type Words } from '../said.ts';

const sealed = 'Todo sigue sellado y no se cambió nada.';
const ways: Readonly<Record<WayName, string>> = { passphrase: 'Frase de acceso', passkey: 'Llave de acceso', recovery: 'Hoja de recuperación' };

function advice(on: Advice): string {
  switch (on.kind) {
    case 'empty': return 'Cuatro palabras sencillas son fáciles de recordar y difíciles de adivinar.';
    case 'short': return `Aún es corta: al menos ${on.missing === 1 ? 'un carácter' : `${String(on.missing)} caracteres`} más. Con palabras enteras es rápido.`;
    case 'common': return 'Es una de las que se prueban primero. Protegen mejor unas palabras que nadie juntaría.';
    case 'fair': return 'Sirve. Una o dos palabras más la hacen fuerte.';
    case 'strong': return 'Fuerte.';
  }
}

const tries = (left: number | null): string | null =>
  (left === null ? null : `${left === 1 ? 'Queda un intento' : `Quedan ${String(left)} intentos`}; después se borran las páginas de esta tableta, como se eligió.`);

function obstacle(error: LockObstacle): Words {
  switch (error.type) {
    case 'WrongSecret': return said('Con eso no se abre.', sealed, tries(error.triesLeft) ?? 'Mire si las mayúsculas están activadas y intente de nuevo.');
    case 'TooSoon': return said('Después de varios intentos que no la abrieron hay una pausa.', sealed, 'Intente de nuevo en un momento.');
    case 'SlotDamaged': return said(`La ${ways[error.way].toLowerCase()} ya no se puede leer en esta tableta.`, sealed, 'Abra de otra manera: con otra llave de acceso, la frase de acceso o la hoja de recuperación.');
    case 'RecoveryTypo': return said(`El grupo ${String(error.group)} no está como se imprimió.`, 'No cuenta como intento.', 'Compárelo con la hoja, letra por letra.');
    case 'Wiped': return said('Las páginas de esta tableta se borraron, como se eligió para este número de intentos.', 'Lo que se exportó o respaldó antes está a salvo donde se puso.', 'Empiece de nuevo y luego restaure una copia de respaldo.');
    case 'NoDeviceSlot': return said('El bloqueo se cambió en otra ventana de la aplicación.', sealed, 'Mire el bloqueo como está ahora y luego intente de nuevo.');
    case 'NoSuchSlot': return said('Esta forma de entrar ya no existe.', sealed, 'Mire la lista como está ahora.');
    case 'LastSlot': return said('Es la última forma de entrar que funciona sin llave de acceso.', sealed, 'Agregue primero una frase de acceso o una hoja de recuperación, o desactive el bloqueo.');
    case 'KeyNotKept': return said('El navegador no guardó la clave nueva.', sealed, 'Abra la aplicación en una ventana normal o desde la pantalla de inicio y intente de nuevo.');
    case 'NoPasskeys': return said('Este navegador y dispositivo no tienen ninguna llave de acceso que pueda abrir las páginas.', sealed, 'La frase de acceso funciona en todas partes.');
    case 'PasskeyRefused': return said('No se dio la llave de acceso.', sealed, 'Intente de nuevo o use la frase de acceso.');
    case 'PasskeyUnsteady': return said('Esta llave de acceso no dio dos veces la misma clave, así que no se guarda.', sealed, 'Use la frase de acceso. Un sistema más nuevo de la tableta puede traer mejores llaves de acceso.');
  }
}

export const lock: typeof en = {
  ways, advice, tries, obstacle,
  wait: (seconds) => `El próximo intento se abre en ${seconds === 1 ? 'un segundo' : `${String(seconds)} segundos`}.`,
  waitMinutes: (minutes) => `El próximo intento se abre en ${minutes === 1 ? 'un minuto' : `${String(minutes)} minutos`}.`,
  never: 'Nunca',
  oneHour: '1 hora',
  minutes: (minutes) => `${String(minutes)} min`,

  locked: 'Bloqueada',
  lockedSays: 'Todo está sellado en esta tableta. No hay nada abierto.',
  erased: 'Borrada',
  beginAnew: 'Empezar de nuevo',
  recoveryField: 'Clave de recuperación, los ocho grupos de la hoja',
  open: 'Abrir',
  opening: 'Abriendo',
  usePasskey: 'Usar la llave de acceso',
  onceOpen: 'Una vez abierta, elija una nueva frase de acceso en Esta tableta.',
  havePassphrase: 'Tengo la frase de acceso',
  haveSheet: 'Tengo la hoja de recuperación',
  groupsGoHere: 'Aquí van los ocho grupos de la hoja.',
  passphraseGoesHere: 'Aquí va la frase de acceso.',
  keyDoesNot: 'Esta clave no la abre.',
  nowAgain: 'Ya se puede intentar de nuevo.',

  asItIs: 'Dejarlo como está',
  presentPassphrase: 'La frase de acceso actual',
  sheetKey: 'La clave de la hoja de recuperación',
  askedWhy: 'Se pide para que nadie más pueda cambiar el bloqueo.',
  askedOnce: 'Se pide una vez más para que nadie más pueda cambiar el bloqueo.',
  useSheet: 'Usar la hoja de recuperación',
  usePassphrase: 'Usar la frase de acceso',

  newPassphrase: 'Nueva frase de acceso',
  onceMore: 'La misma una vez más',
  differ: 'Las dos aún no son iguales.',
  same: 'Son iguales.',
  show: 'Mostrar lo que se escribe',
  makeSheet: 'Hacer una hoja de recuperación para imprimir',
  withSheet: 'Si se olvida la frase de acceso, solo la hoja de recuperación permite entrar. Imprímala y guárdela con sus papeles.',
  withoutSheet: 'Sin la hoja, nadie puede remediar una frase de acceso olvidada: lo que hay en esta tableta queda sellado para siempre.',
  sealing: 'Sellando',

  done: {
    set: 'El bloqueo está activado. Desde el próximo inicio, la aplicación pide la frase de acceso.',
    passkey: 'La llave de acceso abre la aplicación desde ahora. Se probó dos veces.',
    sheet: 'Hay una nueva clave de recuperación. Una hoja anterior ya no abre nada.',
    off: 'El bloqueo está desactivado. La aplicación se abre sin preguntar y la hoja de recuperación ya no abre nada.',
    change: 'La nueva frase de acceso abre la aplicación desde ahora.',
    remove: 'Ya no abre nada.',
    neverErases: 'Los intentos nunca borran nada.',
    erasesAfter: (count) => `Después de ${String(count)} intentos que no la abran, se borra todo lo que hay en esta tableta.`,
  },

  sheet: {
    title: 'Hoja de recuperación',
    printNow: 'Imprima ahora la hoja de recuperación: su clave no se guarda en esta tableta y se muestra solo esta vez.',
    print: 'Imprimir la hoja',
    hide: 'Ocultar la clave',
    byHand: 'Anotarla a mano',
    onPaper: 'La tengo en papel',
    letters: 'No tiene las letras O, I ni L: son ceros y unos. El último signo de cada grupo comprueba los demás.',
    madeOn: (day) => `Quiet Checkpoint, hecha el ${day}`,
    what: 'Esta clave abre las páginas de una tableta cuando se olvida su frase de acceso. Quien tenga esta hoja y la tableta puede abrirlas: guárdela con sus papeles, aparte de la tableta.',
    key: 'La clave',
    typing: 'No tiene las letras O, I ni L: son ceros y unos. Las mayúsculas y los espacios no importan. El último signo de cada grupo comprueba los demás, así que un descuido se nota y se indica su grupo.',
    toOpen: 'Para abrir con ella',
    steps: [
      'Abra Quiet Checkpoint en la tableta en la que se hizo esta hoja.',
      'Toque “Tengo la hoja de recuperación” y escriba los ocho grupos.',
      'En Esta tableta, elija una nueva frase de acceso. Una nueva hoja de recuperación hecha allí deja esta sin valor.',
    ],
  },
};
