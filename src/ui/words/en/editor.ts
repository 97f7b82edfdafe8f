/** Words of the roadmap editor, in English. */
import type { ItemPlace } from '#domain/roadmap/diff-versions.ts';
import type { FaultReason } from '#domain/roadmap/fault.ts';
import type { Roadmap, Stage } from '#domain/roadmap/roadmap.ts';
import { plain } from './plain.ts';

const items = (count: number): string => plain.counted(count, 'item');

const ofItems = (words: string) => (count: number, first: boolean): string => `${first ? items(count) : String(count)} ${words}`;

type Tally = 'reworded' | 'added' | 'moved' | 'retired' | 'split' | 'merged' | 'changed' | 'phases' | 'words' | 'rest';

/** `1 item reworded, 1 moved`: the word for what is counted stands once. */
const tallies: Readonly<Record<Tally, (count: number, first: boolean) => string>> = {
  reworded: ofItems('reworded'), added: ofItems('added'), moved: ofItems('moved'), retired: ofItems('retired'),
  split: ofItems('split'), merged: ofItems('merged'), changed: ofItems('otherwise changed'),
  phases: (count: number): string => plain.counted(count, 'phase changed', 'phases changed'),
  words: (count: number): string => (count === 1 ? 'words in the second language' : 'words in both languages'),
  rest: (count: number): string => plain.counted(count, 'other change'),
};

export const editor = {
  title: 'Roadmap editor',
  untitled: 'A roadmap without a title',
  roadmaps: 'Roadmaps',
  undo: 'Undo', redo: 'Redo',
  missing: 'This draft is not here',
  missingWords: 'It was published or dropped, perhaps in another window. All versions are where they were.',
  draftFirst: (version: string): string => `Version ${version}, a draft. No version of it is in use yet.`,
  draftAfter: (version: string, base: string, since: string | null, meetings: number): string =>
    `Version ${version}, a draft. Version ${base} ${since === null ? 'is in use' : `has been in use since ${since}`}${meetings === 0 ? '.' : `, in ${plain.counted(meetings, 'meeting')}; ${meetings === 1 ? 'it keeps' : 'they keep'} it.`}`,
  copyOf: (version: string, base: string): string => `Version ${version}, a draft. A copy of ${base}, which stays as it is.`,
  tryIt: 'Try it',
  untranslated: (count: number, language: string): string => (count === 0 ? `Everything has words in ${language}.` : `${plain.counted(count, 'text')} without words in ${language} yet.`),
  nextUntranslated: 'Go to the next one',
  secondLanguage: 'Shown with it',
  onlyOne: 'Nothing else',
  inLanguage: (label: string, language: string): string => `${label} in ${language}`,
  languages: { en: 'English', es: 'Español' },
  languageNames: { en: 'English', es: 'Spanish' },

  phases: 'Phases',
  itemCount: items,
  stages: { before: 'Before', during: 'During', after: 'After' } satisfies Record<Stage, string>,
  addPhase: 'Add a phase',
  newPhase: 'New phase',
  addItem: 'Add an item',
  newItem: 'New item',
  itemsOfPhase: '\u00a0items',
  wanting: 'Something is to be put right here',
  minutesPlanned: (minutes: number | undefined): string => (minutes === undefined ? 'No minutes planned' : plain.counted(minutes, 'minute planned', 'minutes planned')),
  noItems: 'Nothing is asked in this phase yet.',
  aboutPhase: 'About this phase',
  phaseTitle: 'Title', shortTitle: 'Short title', shortAdvice: 'Two short words for the narrow rail; the title where there is none.',
  purpose: 'Purpose', minutes: 'Minutes', stage: 'Stage',
  pinned: 'Whole-meeting checks: stands beside the phases and may be marked at any moment',
  retirePhase: (count: number): string => (count === 0 ? 'Take this phase out' : `Take this phase and its ${items(count)} out`),

  move: (what: string): string => `Move ${what}`,
  gripHelp: 'Space takes it, the arrows move it, Space puts it down, Escape puts it back.',
  told: {
    taken: (place: number, of: number): string => `Taken from place ${String(place)} of ${String(of)}. The arrows move it.`,
    at: (place: number, of: number): string => `Place ${String(place)} of ${String(of)}`,
    down: (place: number, of: number): string => `Put down at place ${String(place)} of ${String(of)}`,
    back: (place: number, of: number): string => `Back at place ${String(place)} of ${String(of)}`,
  },
  moveUp: 'Move up', moveDown: 'Move down',
  atEdge: (by: -1 | 1): string => (by === -1 ? 'It is the first of its phase.' : 'It is the last of its phase.'),
  toPhase: 'Phase',

  text: 'Text', kind: 'Kind', lookFor: 'Look for', restsOn: 'Rests on', coachingMove: 'Coaching move',
  kinds: { role: 'Role clarity', quality: 'Quality', equity: 'Equity' },
  ofLimit: (count: number, limit: number): string => `${String(count)} of ${String(limit)}`,
  signs: 'characters',
  holds: (limit: number): string => `Holds ${String(limit)} characters.`,
  notYet: 'not yet',
  lens: 'Looked at for', force: 'What the law says', evidence: 'Seen in',
  evidences: { document: 'The papers', 'seen-or-heard': 'What is seen or heard' },
  asked: 'Asked',
  askedHow: { always: 'In every meeting', any: 'When any of these is so', all: 'Only when all of these are so' },
  core: 'A core item, also asked in a short round', partly: '“Partly” can be answered',
  thread: 'Place in the thread', noThread: 'None',
  feeds: 'Patterns that it feeds',
  patterns: {
    'readiness-gap': 'Ready before the meeting', 'family-voice-missing': 'The family’s voice', 'student-voice-missing': 'The student’s voice', 'equity-gap': 'Equity',
    'unclear-roles': 'Clear roles', 'uneven-participation': 'Even talk', 'rushed-or-incomplete': 'Time and completeness', 'data-decision-gap': 'From data to decision',
    'predetermination-signs': 'Decided in the meeting', 'follow-through-slippage': 'Follow-through', 'compliance-risk': 'To verify in the papers',
  },
  more: 'More about this item', fewer: 'Less about this item',
  takeOut: 'Take it out',
  retire: (version: string): string => `Retire in version ${version}`,
  split: 'Split',
  mergeWith: 'Merge with',
  mergeNone: 'Choose another item of this phase',
  merge: 'Merge',
  retiredItems: 'Retired items',
  retiredIn: (version: string): string => `Last asked in version ${version}`,
  bringBack: 'Bring back',
  bringBackNamed: (label: string): string => `: ${label}`,

  was: {
    added: 'New',
    reworded: (label: string): string => `Was: ${label}`,
    moved: (from: ItemPlace, to: ItemPlace): string => {
      if (from.phase !== to.phase) return `Moved here from ${from.number}`;
      const [was = 0, is = 0] = [from, to].map(({ number }) => Number(number.split('.').at(-1)));
      return is < was ? `Moved up from ${from.number}` : `Moved down from ${from.number}`;
    },
    merged: (numbers: readonly string[]): string => `Merged from ${plain.listed(numbers)}`,
    split: (number: string): string => `Split from ${number}`,
  },
  askedOnly: (conditions: readonly string[], all: boolean): string => `Asked only when: ${conditions.join(all ? ' and ' : ', ')}`,
  chooseOne: 'Choose at least one.',

  conditions: 'Own conditions',
  conditionsWords: 'A condition is asked when a meeting is planned, or follows from others. Items can be asked only when it is so.',
  addCondition: 'Add a condition',
  condition: 'Condition',
  conditionHow: { asked: 'Asked in the plan', any: 'Follows from any of these', all: 'Follows from all of these' },
  removeCondition: 'Remove',
  removeConditionNamed: (label: string): string => ` the condition: ${label}`,

  district: 'District settings',
  districtWords: 'They go with the roadmap to everyone who uses it.',
  purposeLine: 'Purpose line', purposeAdvice: 'What the district uses the app for, in one line.',
  codePattern: 'How student codes look', codeAdvice: 'A pattern over the whole code, such as [A-Z]-\\d{2}',
  retention: 'Months that a finished meeting stays whole',
  limitDays: (date: string): string => `${date}: days`,
  limitSource: (date: string): string => `Source of the limit: ${date}`,
  open: 'Open', close: 'Close', ofDistrict: ' the district settings',
  limits: 'Local time limits',

  since: (version: string): string => `Since ${version}: `,
  firstVersion: 'This will be its first version.',
  nothingChanged: 'nothing is changed yet.',
  nothingRetired: ' Nothing retired.',
  /** `Version 2`, or with its title where it is another roadmap’s. */
  versionName: (base: Roadmap, id: string): string => (base.id === id ? `version ${base.version}` : `${base.title}, version ${base.version}`),
  tally: (counts: readonly { readonly kind: Tally; readonly count: number }[]): string => {
    const first = counts.findIndex(({ kind }) => kind !== 'phases' && kind !== 'words' && kind !== 'rest');
    return counts.map(({ kind, count }, at) => tallies[kind](count, at === first)).join(', ');
  },
  seeChanges: 'See the changes',
  publish: (version: string): string => `Publish version ${version}`,
  faultsFirst: (count: number): string => (count === 1 ? 'One thing is to be put right first' : `${String(count)} things are to be put right first`),
  fault: (why: FaultReason, nameOf: (condition: string) => string): string => {
    switch (why.type) {
      case 'empty': return 'Still empty.';
      case 'too-long': return `${String(why.length - why.most)} characters too many: it holds ${String(why.most)}.`;
      case 'too-many': return `${String(why.count)} are too many: there is room for ${String(why.most)}.`;
      case 'forbidden-sign': return 'It holds a sign that cannot be shown safely. Type it anew.';
      case 'unknown-condition': return `The condition “${nameOf(why.condition)}” is not there any more. Untick it, or add it again.`;
      case 'condition-cycle': return `These conditions follow from one another in a circle: ${plain.listed(why.labels)}.`;
      case 'no-phase': return 'Its phase is not there any more. Choose another one.';
      case 'no-phases': return 'There is no phase yet.';
      case 'no-items': return 'There is no item yet.';
      case 'no-lens': return 'Choose at least one.';
      case 'bad-minutes': return `Whole minutes, at most ${String(why.most)}.`;
      case 'bad-days': return `Whole days, at most ${String(why.most)}.`;
      case 'bad-months': return `Whole months, 1 to ${String(why.most)}.`;
      case 'bad-pattern': return 'This is not a pattern that can be read.';
      case 'partly-must-happen': return 'Worth a look: what the law asks for happened or did not; “Partly” seldom says enough.';
      case 'retired-id': return 'This item was retired. Bring it back instead.';
    }
  },
  publishing: 'Publishing',
  about: 'About this roadmap', roadmapTitle: 'Title', ownLanguage: 'Written in',
  drop: 'Drop this draft',
  dropAsk: 'The draft goes for good; all published versions stay.',
  dropYes: 'Drop it', dropNo: 'Keep it',
};
