/** Words of the first run, in Spanish. */
import type { welcome as en } from '../en/welcome.ts';

export const welcome: typeof en = {
  stepOf: (step, steps) => `${String(step)} de ${String(steps)}`,
  titles: ['Lo que queda en esta tableta', 'Póngale un bloqueo', 'Póngala en la pantalla de inicio'],
  stays: 'Todo lo que usted escribe. Aquí queda sellado y se abre sin wifi.',
  staysLines: [
    'Sin cuenta de usuario, sin nube, sin estadísticas. No se envía nada; un archivo sale solo cuando usted lo exporta.',
    'Los estudiantes son códigos y las personas son roles. El formulario no pide nombres.',
    'Las notas marcadas para quedar solo en la tableta se quedan en ella. Aun así, escriba lo que podría mostrar.',
  ],
  lock: 'Una frase de acceso sella lo guardado. Cuatro palabras sencillas son fáciles de recordar y difíciles de adivinar. También se puede poner después.',
  home: 'Así se abre como un cuaderno y la tableta conserva sus páginas de forma permanente.',
  homeLines: ['Toque Compartir en la barra del navegador, o abra el menú del navegador.', 'Elija “Agregar a pantalla de inicio” o “Instalar”.'],
  openThere: (room) =>
    `Ábrala desde allí. ${room === null ? 'Un' : `Esta tableta tiene ${room} libres para ella; un`} año de reuniones ocupa unos 20\u00a0MB.`,
  back: 'Atrás',
  next: 'Siguiente',
  later: 'Más tarde',
  done: 'Listo',
  isLocked: 'El bloqueo está activado. Se puede cambiar en Esta tableta.',
  setLock: 'Poner el bloqueo',
  notNow: 'Ahora no',
  without: 'Sin él, quien pueda abrir este navegador en esta tableta puede leer las páginas. Ponga al menos un código para la tableta.',
  withSheet: 'Incluye una hoja de recuperación para imprimir. Sin la hoja, nadie puede remediar una frase de acceso olvidada.',
  setALock: 'Poner un bloqueo',
};
