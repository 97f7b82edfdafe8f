/** Words for next steps across meetings, in Spanish. */
import type { DueState } from '#domain/meeting/follow-up.ts';
import type { followUp as ofAll, toCalendar as forCalendar } from '../en/follow-ups.ts';
import { plain } from './plain.ts';

const heads: Readonly<Record<DueState, string>> = { past: 'Eran para antes', today: 'Hoy', coming: 'Próximos', undated: 'Sin fecha', done: 'Hechos', carried: 'Movidos a otra reunión' };
const followUps = (count: number): string => plain.counted(count, 'seguimiento');

export const followUp: typeof ofAll = {
  title: 'Seguimientos',
  lead: 'Lo que se acordó en todas las reuniones, por el día en que corresponde.',
  filter: 'Cuáles se muestran',
  states: [
    { value: 'open', label: 'Abiertos' }, { value: 'done', label: 'Hechos' }, { value: 'carried', label: 'Movidos' }, { value: 'all', label: 'Todos' },
  ],
  owner: 'Responsable',
  anyOwner: 'Todos los roles',
  noOwner: 'Aún sin responsable',
  school: 'Escuela',
  anySchool: 'Todas las escuelas',
  none: 'No hay nada abierto. Lo que se acuerde después de una reunión aparece aquí.',
  noneSo: 'Ninguno corresponde a lo elegido aquí.',
  shownOf: (shown, of) => (shown === of ? followUps(of) : `${String(shown)} de ${followUps(of)}`),
  heads,
  doneOn: 'Hecho el',
  carriedTo: 'Movido a una reunión posterior',
  carriedFrom: 'Viene de una reunión anterior',
  wereDue: (past) => (past === 1 ? '1\u00a0era para antes' : `${String(past)}\u00a0eran para antes`),
  allOfThem: 'Todos los seguimientos',
  promised: 'Prometido la última vez',
  promisedBy: (team) => `Por ${team}`,
  carry: 'Mover a esta',
  takeBack: 'Devolver',
  carryOf: (what) => `Mover a esta: ${what.slice(0, 60)}`,
  takeBackOf: (what) => `Devolver: ${what.slice(0, 60)}`,
  carriedHere: 'Movido a esta reunión',
  doneBy: (day) => `hecho ${day}`,
  isCarried: 'movido a otra reunión',
};

export const toCalendar: typeof forCalendar = {
  head: 'Llevar a un calendario',
  shown: (count) => `${followUps(count)} ${count === 1 ? 'mostrado' : 'mostrados'} arriba`,
  as: 'Como',
  forms: [{ value: 'todo', label: 'Tareas' }, { value: 'event', label: 'Días' }],
  kinds: { without: 'Sin código del estudiante; lo que parece un nombre se omite.', with: 'Con el código del estudiante. Puede ser un expediente educativo; guárdelo como tal.' },
  make: 'Hacer el archivo de calendario',
  share: 'Compartirlo',
  save: 'Guardarlo',
  gone: (name) => `Entregado como ${name}.`,
  withoutDay: (count) => `${followUps(count)} sin fecha no ${count === 1 ? 'tiene' : 'tienen'} día allí.`,
};
