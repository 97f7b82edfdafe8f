/** Words in place of a screen that does not open, in Spanish. */
import type { gate as en } from '../en/gate.ts';
import { plain } from './plain.ts';

export const gate: typeof en = {
  notHere: 'Esta página no está aquí',
  notHereSays: 'La dirección no lleva a ningún lugar de esta aplicación. Sus reuniones están donde estaban.',
  erased: 'Ya no se guarda nada aquí',
  erasedSays: 'Todo lo que había en esta tableta se borró en otra ventana de la aplicación. Lo que se exportó o respaldó antes está donde usted lo puso.',
  beginAnew: 'Empezar de nuevo',
  notOpened: 'Sin abrir',
  obstacle: 'La aplicación no pudo abrir sus páginas',
  tryAgain: 'Intentar de nuevo',
  meeting: 'Reunión',
  missing: 'Esta reunión no está aquí',
  missingSays: 'Se quitó de esta tableta o está en otra. Todas las demás reuniones están donde estaban.',
  closed: 'Esta reunión queda cerrada por ahora',
  closedSays: (version) =>
    `Sus marcas y notas están en esta tableta, pero la versión ${version} de la hoja de ruta con la que se comenzó no se abre. No se cambió nada. Exporte primero sus otras reuniones y luego busque una copia de esta.`,
  damaged: (rows) =>
    (rows === 1
      ? `${plain.counted(1, 'fila')} de esta reunión no se abre y queda como está. Todo lo demás está aquí.`
      : `${plain.counted(rows, 'fila')} de esta reunión no se abren y quedan como están. Todo lo demás está aquí.`),
  plan: 'Planear una reunión',
  planHeld: (happened, next) => `${happened} El plan se abre en cuanto se pueda guardar. ${next}`,
};
