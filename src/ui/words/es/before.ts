/** Words of the stage before the meeting, in Spanish. */
import type { before as en } from '../en/before.ts';

export const before: typeof en = {
  when: (parts) => parts.join(', '),
  earlierMeeting: 'Reunión anterior',
  title: (code) => (code === '' ? 'Antes de la reunión del PEI (IEP)' : `Antes de ${code}`),
  line: (asked, open) => (open.length === 0 ? (asked === 1 ? 'El único está listo.' : `Los ${String(asked)} están listos.`) : `Aún abiertos: ${open.join(', ')}.`),
  toPlan: 'Al plan',
  legend: 'Toque otra vez la misma respuesta para borrarla.',
};
