import { datesIn } from '../dates-in.ts';

/** Days and times in the Spanish of the US: `jueves, 12 de noviembre`, `1:30 p. m.`. */
export const dates = datesIn('es-US', {
  today: 'hoy', tomorrow: 'mañana', yesterday: 'ayer', am: 'a.\u00a0m.', pm: 'p.\u00a0m.',
  on: (day) => `el ${day}`,
  wasDue: (near) => `era para ${near}`,
});
