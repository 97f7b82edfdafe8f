/** Words of the meetings on the home screen, in Spanish. */
import type { home as en } from '../en/home.ts';
import { languageIn } from '../languages-named.ts';
import { theHour } from './hour.ts';
import { plain } from './plain.ts';

const things = (count: number): string => plain.counted(count, 'cosa');
const few = (open: number): string => ['Nada pendiente', 'Una cosa pendiente', 'Dos cosas pendientes', 'Tres cosas pendientes'][open] ?? `${things(open)} pendientes`;

export const home: typeof en = {
  plan: 'Planear una reunión',
  search: 'Buscar',
  waits: 'Lo que espera',
  today: 'Hoy',
  noneToday: 'No hay ninguna reunión planeada para hoy.',
  coming: 'Próximas',
  within: 'Próximos 7 días',
  later: 'Más adelante',
  after: 'Después, o sin fecha',
  finished: 'Terminadas',
  count: (meetings) => plain.counted(meetings, 'reunión', 'reuniones'),
  noDate: 'Sin fecha',
  notBegun: 'estaba planeada, sin comenzar',
  followUps: (open) => plain.counted(open, 'seguimiento'),
  open: (code) => `Abrir ${code}`,
  minutes: (minutes) => `${String(minutes)}\u00a0min`,
  running: (since) => `En curso${since === null ? '' : ` desde ${theHour(since)}`}. Se abre donde la dejó.`,
  goOn: { says: 'Continuar', with: (code) => `con ${code}` },
  begin: 'Comenzar',
  prepare: 'Preparar',
  interpreterOf: (language) => `intérprete de ${languageIn(language, 'en', 'es').toLowerCase()}`,
  nothingToPrepare: 'Nada que preparar',
  prepared: 'Todo preparado',
  toPrepare: (asked) => `${things(asked)} por preparar`,
  preparedOf: (done, asked) => `${String(done)} de ${plain.counted(asked, 'cosa preparada', 'cosas preparadas')}`,
  stillOpen: (open) => few(open),
  stillOpenAre: (open, names) => `${few(open)}: ${names}`,
};
