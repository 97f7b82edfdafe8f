/** Words for planning from a calendar file, in English: what is on the screen, and what can be in the way. */
import type { StoreObstacle } from '#app/app.ts';
import type { CalendarObstacle } from '#app/intake/preview-calendar.ts';
import type { Words } from '../errors.ts';
import { plain } from './plain.ts';

const refused = (happened: string, next: string): Words => ({ happened, safe: 'Nothing was planned; all that is on this tablet is as it was.', next });
const another = 'Export the calendar once more as an .ics file, and choose that.';

/** Every obstacle of a calendar file and of storing the plans; one without words does not compile. */
function obstacleWords(obstacle: CalendarObstacle | StoreObstacle): Words {
  switch (obstacle.type) {
    case 'EmptyFile': return refused('This file is empty.', another);
    case 'TooLarge': return refused(`This file has ${String(Math.ceil(obstacle.bytes / 1_000_000))}\u00a0MB; a calendar has at most ${String(obstacle.limitBytes / 1_000_000)}\u00a0MB. It was not opened.`, 'Export a shorter span of the calendar.');
    case 'FileUnreadable': return refused('The tablet did not hand over this file. It may have been moved, or it is kept online and is not on the tablet yet.', 'Open it in Files once, then choose it again.');
    case 'NotText': return refused('This file is not text in UTF-8, so it is no calendar.', another);
    case 'NotACalendar': return refused('This file is not a whole calendar.', another);
    case 'TooManyEvents': return refused(`This calendar has more than ${obstacle.limit.toLocaleString('en-US')} events.`, 'Export a shorter span of the calendar.');
    case 'TooManyRepeats': return refused('The repeating events of this calendar take too long to work out.', 'Export a shorter span of the calendar.');
    case 'StorageFull': return refused('The tablet is full.', 'Make room on the tablet, then plan them again.');
    case 'ConnectionLost': case 'WriteRefused': return refused('The tablet did not store the plans.', 'Plan them again.');
  }
}

export const calendar = {
  obstacle: obstacleWords,
  title: 'Plan from a calendar',
  lead: 'A calendar file that ends in .ics. You choose which of its events become meetings.',
  stays: 'The words of the calendar are shown on this page only. A plan takes along the day, time, room and length, and a code such as R-14 where there is one: never a name.',
  file: 'The file',
  fileToRead: 'Calendar file',
  choose: 'Choose a calendar file',
  chooseOther: 'Choose another file',
  orDrop: 'or drop it here',
  reading: (name: string): string => `Reading ${name}. Nothing on the tablet changes.`,
  events: 'Events',
  which: 'Which are shown',
  likely: (count: number): string => `Like IEP meetings (${String(count)})`,
  all: (count: number): string => `All (${String(count)})`,
  none: 'No event from a month ago to a year ahead is in this file.',
  noneLikely: 'No event here has words such as IEP or eligibility. Look at all of them.',
  partial: (count: number): string => `${plain.counted(count, 'event')} ${count === 1 ? 'repeats' : 'repeat'} in a way that is not read here; only the first day is listed.`,
  planned: 'Planned already',
  past: 'past',
  noWords: 'No words in the calendar',
  staysOut: 'Looks like a name; it stays out.',
  chooseAll: 'Choose all shown',
  chooseNone: 'Choose none',
  plan: (count: number): string => (count === 0 ? 'Plan meetings' : `Plan ${plain.counted(count, 'meeting')}`),
  planning: 'Planning',
  nothingChosen: 'Nothing is chosen yet. Tick the events that become meetings.',
  done: (count: number): string => `${plain.counted(count, 'meeting')} ${count === 1 ? 'is' : 'are'} planned. Open each one to say as whom you are there.`,
  allDay: 'all day',
  showAll: (count: number): string => `Show all ${String(count)}`,
  toMeetings: 'To the meetings',
};
