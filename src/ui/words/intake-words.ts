/** Words for what can be in the way of a file, coming in or going out: what happened, what is safe, what to do. */
import type { ExportObstacle } from '#app/export/obstacle.ts';
import type { ImportObstacle } from '#app/intake/obstacle.ts';

export interface ExchangeWords {
  readonly happened: string;
  readonly safe: string;
  readonly next: string;
}

const nothingAdded = 'None of it was added; all that is on this tablet is as it was.';
const askAgain = 'Ask for the file once more.';
const chooseRecord = 'Choose the record that was saved as a .json file.';
const update = 'Update the app on this tablet, then bring in the file again.';

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)}\u00a0MB`;
const count = (value: number): string => value.toLocaleString('en-US');
const place = ({ line, column }: { readonly line: number; readonly column: number }): string =>
  `line\u00a0${count(line)}, character\u00a0${count(column)}`;
const after = (path: string): string => (path === '' ? 'at its beginning' : `at ${path}`);

/** `4 minutes`, `3 hours`, `5 days`. */
function span(ms: number): string {
  const steps = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]] as const;
  const [unit, size] = steps.find(([, least]) => ms >= least) ?? ['minute', 60_000];
  const whole = Math.max(1, Math.round(ms / size));
  return `${count(whole)}\u00a0${unit}${whole === 1 ? '' : 's'}`;
}

const refused = (happened: string, next: string): ExchangeWords => ({ happened, safe: nothingAdded, next });

/** Every obstacle of import and export has words; one without them does not compile. */
export function exchangeWords(obstacle: ImportObstacle | ExportObstacle): ExchangeWords {
  switch (obstacle.type) {
    case 'EmptyFile':
      return refused('This file is empty.', askAgain);
    case 'TooLarge':
      return refused(`This file has ${megabytes(obstacle.bytes)}; a record has at most ${megabytes(obstacle.limitBytes)}. It was not opened.`, chooseRecord);
    case 'FileUnreadable':
      return refused('The tablet did not hand over this file. It may have been moved, or it is kept online and is not on the tablet yet.', 'Open it in Files once, then choose it again.');
    case 'ZipComesLater':
      return refused('This is a zip file. Bringing in zip files comes in a later version.', chooseRecord);
    case 'NotText':
      return refused('This file is not text in UTF-8, so it is no record.', chooseRecord);
    case 'NotJson':
      return refused(`This file is not a record: it cannot be read on from ${place(obstacle.at)}.`, `${askAgain} A record that was edited by hand may have lost a sign there.`);
    case 'TruncatedFile':
      return refused(`This file ends in the middle, at ${place(obstacle.at)}.`, askAgain);
    case 'TooDeep':
      return refused(`This file is nested more than ${count(obstacle.limit)} deep, at ${place(obstacle.at)}. No record is.`, chooseRecord);
    case 'TooMany':
      return refused(`This file has more than ${count(obstacle.limit)} values, at ${place(obstacle.at)}. No record has.`, chooseRecord);
    case 'ForbiddenKey':
      return refused(`This file has a field named ${obstacle.key}, at ${place(obstacle.at)}. No record has.`, 'Ask who made the file where it comes from.');
    case 'NotARecord':
      return refused(`This file is not a whole record: it does not fit ${after(obstacle.at)}.`, askAgain);
    case 'NewerRecord':
      return refused(`This record was written by a later version of Quiet Checkpoint (form ${String(obstacle.version)}).`, update);
    case 'ClockAhead':
      return refused(`This record comes from a tablet whose clock is ${span(obstacle.aheadMs)} ahead of this one.`, 'Look at date and time on both tablets. If this one is right, save the record there anew once its clock is right.');
    case 'RoadmapDiffers':
      return refused(`This record was made with another content of roadmap version ${obstacle.version} than the one on this tablet.`, 'Ask for a record that was made with the same roadmap.');
    case 'ImportHeld':
      return {
        happened: obstacle.because === 'StorageFull' ? 'The tablet is full. The record is held and not yet stored.' : 'The record is held and not yet stored.',
        safe: 'All that was stored before is as it was.',
        next: obstacle.because === 'StorageFull' ? 'Make room on the tablet and keep this page open; it is stored as soon as it can be.' : 'Keep this page open; it is stored as soon as it can be.',
      };
    case 'ReasonMissing':
      return { happened: 'A form with the student code asks for a reason.', safe: 'Nothing has left the tablet.', next: 'Say in a few words what it is for.' };
    case 'RecordRefused':
      return { happened: `The record could not be written so that it can be read again: it does not fit ${after(obstacle.at)}.`, safe: 'The meeting itself is whole and stays on this tablet. Nothing has left it.', next: 'Print the summary or save the tables, and tell whoever looks after the app.' };
    case 'RevisionMissing':
      return { happened: `Revision ${String(obstacle.revision)} does not open on this tablet.`, safe: 'The meeting as it stands now is whole.', next: 'Use the present one, or bring in the earlier record from where it was saved.' };
  }
}
