/** Words of whether the app can be taken into a room without a network, in Spanish. */
import type { readiness as en } from '../en/readiness.ts';
import { plain } from './plain.ts';

export const readiness: typeof en = {
  checking: { says: 'Comprobando si toda la aplicación está en esta tableta.', more: 'Mientras tanto funciona.' },
  impossible: {
    says: 'No está lista para salas sin wifi.',
    more: 'Este navegador no guarda ninguna copia de la aplicación en esta dirección. Ábrala por https, en una ventana normal.',
  },
  incomplete: {
    says: 'Aún no está lista para salas sin wifi.',
    more: (missing, files) =>
      `${missing === 1 ? 'Falta' : 'Faltan'} ${plain.counted(missing, 'archivo')} de ${String(files)}. Siga en línea un minuto y luego mire de nuevo en Esta tableta.`,
  },
  whole: 'Lista para salas sin wifi.',
  keptWith: (room) => `Se guarda en esta tableta, sellado. Hay espacio para ${room} más.`,
  kept: 'Se guarda en esta tableta, sellado.',
  keptSpare: 'Se guarda en esta tableta, sellado, con espacio de sobra.',
  locked: 'El bloqueo está activado.',
  notLocked: 'Aún no hay bloqueo: póngalo en Esta tableta.',
};
