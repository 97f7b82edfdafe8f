/** Words beside the meetings on the home screen, and of what comes after it stands, in English. */
import { plain } from './plain.ts';

const meetings = (count: number): string => plain.counted(count, 'meeting');
const records = (count: number): string => plain.counted(count, 'record');

export const beside = {
  keep: 'Keep and let go',
  backUp: 'Back up this tablet',
  near: (count: number): string => `${meetings(count)} ${count === 1 ? 'is' : 'are'} about to be let go.`,
  which: 'Which and when',
  lost: 'Unexpectedly empty',
  lostSays: 'There were meetings on this tablet, and they are gone.',
  lostMore:
    'The app did not remove them. The browser, the tablet’s management or somebody who cleared its site data did. A backup file brings them back; if there is none, a record that was exported brings back one meeting.',
  restore: 'Restore a backup',
  bringIn: 'Bring in a record',
  goOnWithout: 'Go on without them',
  none: 'No meeting is planned.',
  noneMore: 'Plan one with a student code, a date and the roles around the table. A record from another tablet can be brought in under This tablet.',
  sampleFirst: 'Look at a sample meeting first',
  wrapUp: 'To wrap up',
  /** `Monday. Reflection and summary waiting.` */
  waiting: (day: string | null): string => `${day === null ? '' : `${day}. `}Reflection and summary waiting.`,
  followUps: 'Follow-ups',
  noFollowUp: 'None is open.',
  someOf: (shown: number, all: number): string => `${String(shown)} of ${String(all)}`,
  doneToday: 'Done today',
  inSample: ', sample',
  sample: 'Sample meeting',
  sampleSays: 'Invented, to look around in. It is marked as a sample wherever it shows.',
  removeSample: 'Remove the sample',
  sampleStays: (because: string): string => `${because} The sample is still here.`,
  notOpened: 'Not opened',
  damaged: (rows: number): string =>
    `${plain.counted(rows, 'stored row')} ${rows === 1 ? 'does' : 'do'} not open and ${rows === 1 ? 'is' : 'are'} left untouched. All others are here.`,
  sync: 'Waiting to sync',
  refused: (count: number): string => `${records(count)} ${count === 1 ? 'needs' : 'need'} a look: the hub did not take ${count === 1 ? 'it' : 'them'}.`,
  toHub: 'To the hub',
  hub: 'The hub',
  nothingWaits: 'Nothing waits for the hub.',
  waits: (count: number): string => `${records(count)} ${count === 1 ? 'waits' : 'wait'} for the hub, sealed.`,
  noHub: (kept: number): string =>
    `No hub. ${kept > 0 ? `${records(kept)}, sealed, ${kept === 1 ? 'stays' : 'stay'} on this tablet.` : 'Records stay on this tablet.'}`,
  join: 'Join one',
  handOver: 'Hand over many at once',
  search: 'Search',
  lookFor: 'Words to look for',
  close: 'Close',
  searches: 'Searches code, team, school, date and the words of your notes.',
  noneHolds: (asked: string): string => `No code, team, date or note holds “${asked}.”`,
  found: (count: number): string => `${meetings(count)} found`,
};
