/** Words beside the meetings on the home screen, and of what comes after it stands, in Spanish. */
import type { beside as en } from '../en/beside.ts';
import { plain } from './plain.ts';

const meetings = (count: number): string => plain.counted(count, 'reunión', 'reuniones');
const records = (count: number): string => plain.counted(count, 'registro');

export const beside: typeof en = {
  keep: 'Conservar y quitar',
  backUp: 'Hacer una copia de respaldo',
  near: (count) => `${meetings(count)} ${count === 1 ? 'está por reducirse o quitarse' : 'están por reducirse o quitarse'}.`,
  which: 'Cuáles y cuándo',
  lost: 'Vacía de forma inesperada',
  lostSays: 'Había reuniones en esta tableta y ya no están.',
  lostMore:
    'La aplicación no las quitó. Lo hizo el navegador, la administración de la tableta o alguien que borró los datos del sitio. Una copia de respaldo las trae de vuelta; si no hay ninguna, un registro exportado trae de vuelta una reunión.',
  restore: 'Restaurar una copia',
  bringIn: 'Traer un registro',
  goOnWithout: 'Continuar sin ellas',
  none: 'No hay ninguna reunión planeada.',
  noneMore: 'Planee una con el código del estudiante, una fecha y los roles en la mesa. Un registro de otra tableta se puede traer en Esta tableta.',
  sampleFirst: 'Ver primero una reunión de ejemplo',
  wrapUp: 'Por cerrar',
  waiting: (day) => `${day === null ? '' : `${day}. `}Faltan la reflexión y el resumen.`,
  followUps: 'Seguimientos',
  noFollowUp: 'No hay ninguno abierto.',
  someOf: (shown, all) => `${String(shown)} de ${String(all)}`,
  doneToday: 'Hecho hoy',
  inSample: ', ejemplo',
  sample: 'Reunión de ejemplo',
  sampleSays: 'Inventada, para explorar. Está marcada como ejemplo dondequiera que aparece.',
  removeSample: 'Quitar el ejemplo',
  sampleStays: (because) => `${because} El ejemplo sigue aquí.`,
  notOpened: 'Sin abrir',
  damaged: (rows) => (rows === 1
    ? `${plain.counted(1, 'fila guardada')} no se abre y queda intacta. Todas las demás están aquí.`
    : `${plain.counted(rows, 'fila guardada', 'filas guardadas')} no se abren y quedan intactas. Todas las demás están aquí.`),
  sync: 'En espera de sincronizar',
  refused: (count) => (count === 1
    ? `${records(1)} por revisar: el hub no lo aceptó.`
    : `${records(count)} por revisar: el hub no los aceptó.`),
  toHub: 'Al hub',
  hub: 'El hub',
  nothingWaits: 'Nada espera al hub.',
  waits: (count) => (count === 1 ? `${records(1)} espera al hub, sellado.` : `${records(count)} esperan al hub, sellados.`),
  noHub: (kept) => {
    if (kept === 0) return 'Sin hub. Los registros se quedan en esta tableta.';
    return kept === 1 ? `Sin hub. ${records(1)}, sellado, se queda en esta tableta.` : `Sin hub. ${records(kept)}, sellados, se quedan en esta tableta.`;
  },
  join: 'Unirse a uno',
  handOver: 'Entregar varios a la vez',
  search: 'Buscar',
  lookFor: 'Palabras que buscar',
  close: 'Cerrar',
  searches: 'Busca en el código, el equipo, la escuela, la fecha y las palabras de sus notas.',
  noneHolds: (asked) => `Ningún código, equipo, fecha o nota contiene “${asked}”.`,
  found: (count) => `${meetings(count)} ${count === 1 ? 'encontrada' : 'encontradas'}`,
};
