/** Words of the meetings on the home screen, in English. */
import { plain } from './plain.ts';

const things = (count: number): string => plain.counted(count, 'thing');
const few = (open: number): string => ['No', 'One thing', 'Two things', 'Three things'][open] ?? things(open);

export const home = {
  plan: 'Plan a meeting',
  search: 'Search',
  waits: 'What waits',
  today: 'Today',
  noneToday: 'No meeting is planned for today.',
  coming: 'Coming',
  within: 'Next 7 days',
  later: 'Later',
  after: 'After that, or without a date',
  finished: 'Finished',
  count: (meetings: number): string => plain.counted(meetings, 'meeting'),
  noDate: 'No date',
  notBegun: 'was planned, not begun',
  followUps: (open: number): string => plain.counted(open, 'follow-up'),
  open: (code: string): string => `Open ${code}`,
  minutes: (minutes: number): string => `${String(minutes)}\u00a0min`,
  running: (since: string | null): string => `Running${since === null ? '' : ` since ${since}`}. It opens where you left it.`,
  goOn: { says: 'Go on', with: (code: string): string => `with ${code}` },
  begin: 'Begin',
  prepare: 'Prepare',
  interpreterOf: (language: string): string => `${language} interpreter`,
  nothingToPrepare: 'Nothing to prepare',
  prepared: 'Everything prepared',
  toPrepare: (asked: number): string => `${things(asked)} to prepare`,
  preparedOf: (done: number, asked: number): string => `${String(done)} of ${things(asked)} prepared`,
  /** Up to three. */
  stillOpen: (open: number): string => `${few(open)} open`,
  stillOpenAre: (open: number, names: string): string => `${few(open)} open: ${names}`,
};
