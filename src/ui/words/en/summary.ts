/** Words of the summary's screen, around its page, in English. */
import type { Script } from '#app/export/page.ts';
import { plain } from './plain.ts';

const small = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];

const scripts: Readonly<Record<Script, string>> = {
  arabic: 'Arabic characters', chinese: 'Chinese characters', cyrillic: 'Cyrillic characters', devanagari: 'Devanagari characters', emoji: 'pictures',
  greek: 'Greek characters', hebrew: 'Hebrew characters', japanese: 'Japanese characters', korean: 'Korean characters', latin: 'Latin characters',
  other: 'other characters',
};

export const summary = {
  back: 'Back to the meeting',
  inWhichForm: 'In which form',
  whoCanBeTold: 'Who can be told from it',
  adviceWithout: 'No code, no team; the month instead of the day; roles only.',
  adviceWithoutInCalendar: 'No code, no names. The due days stay: a calendar is of no use without them.',
  adviceWith: 'With code, team, day and times. It can be an education record; keep it as one.',
  whatGoesIn: 'What goes in',
  boxes: {
    standout: 'What stood out', points: 'Strengths and growth areas', familyWords: 'Family’s words', seen: 'What was seen, by phase',
    byKind: 'Role clarity, quality, equity', thread: 'Alignment thread', voice: 'Who spoke, in shares', nextSteps: 'Next steps',
  },
  names: 'Names of people',
  /** What the PDF has no letters for, and some of those. */
  missing: (of: readonly Script[], signs: string): string =>
    `The letters of the PDF are Latin, Greek and Cyrillic: ${plain.listed(of.map((script) => scripts[script]))} are named in their place, such as “${signs}”. Print and Word show them.`,
  language: 'Language of this page',
  languageMissing: 'The Spanish words are not stored on this tablet yet. Go online once, then choose it again.',
  handOver: 'Hand it over',
  paper: 'Paper',
  papers: { letter: 'US Letter', a4: 'A4' },
  as: 'As',
  ways: { todo: 'Tasks', event: 'All-day events' },
  copy: 'Copy as text',
  copied: 'The summary is on the clipboard, as text.',
  toCopy: 'This browser does not let the page copy. Choose all of the text here and copy it.',
  asText: 'The summary as text',
  revisions: 'Revisions',
  now: 'As it stands now',
  nowOpen: 'As it stands, open again',
  revision: (number: number): string => `Revision ${String(number)}, as it was finished`,
  shown: 'shown',
  shownFinished: (day: string, time: string): string => `shown, finished ${day} ${time}`,
  leaves: 'What leaves',
  sample: 'Sample, not a real meeting',
  size: (rows: number, columns: number): string => `${plain.counted(rows, 'row')}, ${plain.counted(columns, 'column')}`,
  everyRow: 'Every row, and every text in it. Exactly this leaves the tablet.',
  steps: 'Next steps',
  done: 'done',
  noDay: 'no day',
  noStep: 'No next step was written.',
  noStepWithDay: 'No next step has a day.',
  everyStep: 'Exactly this leaves the tablet, with its days.',
  stepsWithoutDay: (count: number): string => `${plain.counted(count, 'step')} without a day ${count === 1 ? 'stays' : 'stay'} here; tasks can do without one.`,
  /** `One page, US Letter. Exactly this leaves the tablet.` */
  pages: (pages: number, paper: 'letter' | 'a4'): string =>
    `${pages === 1 ? 'One page' : `${small[pages] ?? String(pages)} pages`}, ${summary.papers[paper]}. Exactly this leaves the tablet.`,
};
