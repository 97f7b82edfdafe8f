/** Words around all screens, in Spanish. */
import type { shell as en } from '../en/shell.ts';

export const shell: typeof en = {
  main: 'Principal',
  places: { meetings: 'Reuniones', patterns: 'Patrones', roadmaps: 'Hojas de ruta', tablet: 'Esta tableta' },
  lock: 'Bloquear',
  saved: 'Guardado',
  savedAt: (time) => `Guardado ${time}`,
  held: (count) => `${String(count)} en espera, aún sin guardar`,
  sample: 'Ejemplo',
  noCode: 'Sin código',
  showAll: 'Mostrar todo',
  toMeetings: 'A las reuniones',
  stopped: 'Esta página se detuvo',
  stoppedSays: 'Algo en la aplicación no salió como debía. Lo que la página mostró como guardado está guardado. Abra la página de nuevo para continuar.',
  openAgain: 'Abrir de nuevo',
  unloadedTab: 'Esta página aún no está en la tableta',
  unloaded: 'Esta página aún no está en la tableta',
  unloadedSays:
    'No se pudo obtener su archivo, probablemente porque la tableta no tiene conexión y la copia de la aplicación no está completa. Sus reuniones están a salvo: se guardan en la memoria de la tableta, aparte de los archivos de la aplicación. Conéctese un minuto y luego abra la página de nuevo.',
};
