/** Words of planning, of the before stage and of the time after the meeting. */
import type { Capacity } from '#domain/entry.ts';
import type { DateName } from '#domain/meeting/date-name.ts';
import type { Seat, SeatNeed } from '#domain/meeting/members.ts';
import type { LimitExample } from '#domain/meeting/time-limits.ts';

const counted = (count: number, one: string, many: string): string => `${String(count)} ${count === 1 ? one : many}`;

export const capacityLabels: Readonly<Record<Capacity, string>> = {
  'lea-rep': 'LEA representative',
  member: 'Team member',
  observer: 'Observer, family agrees',
};

/** What follows from the capacity, in one sentence with its source. */
export const capacityConsequence = (capacity: Capacity | null): string => {
  switch (capacity) {
    case 'lea-rep':
      return 'You hold the required seat of 34\u00a0CFR\u00a0300.321(a)(4): you can commit what the team decides, and you stay to the end.';
    case 'member':
      return 'You are there for what you know of the student or the field, and you take part in decisions: 34\u00a0CFR\u00a0300.321(a)(6).';
    case 'observer':
      return 'The family is asked before the day and agrees: who only watches is no member under 34\u00a0CFR\u00a0300.321(a)(6); OSEP, Letter to Haller (2019).';
    case null:
      return 'Asked first, because whoever only watches needs the family’s agreement: 34\u00a0CFR\u00a0300.321(a)(6); OSEP, Letter to Haller (2019).';
  }
};

export const seatLabels: Readonly<Record<Seat, string>> = {
  family: 'Family: parent or guardian',
  'gen-ed': 'General education teacher',
  'case-manager': 'Special education teacher, case manager',
  'lea-rep': 'LEA representative',
  evaluator: 'Someone who can explain evaluation results',
  student: 'Student',
  agency: 'Outside agency for transition',
  interpreter: 'Interpreter',
};

export const needLabels: Readonly<Record<SeatNeed, string>> = {
  required: 'required', invited: 'invited', 'where-appropriate': 'where appropriate',
};

export const dateLabels: Readonly<Record<DateName, string>> = {
  'evaluation-consent': 'Consent to evaluate',
  'notice-sent': 'Meeting notice sent',
  'papers-sent': 'Papers or draft sent',
  'copy-given': 'Copy given to the family',
  'pwn-sent': 'Prior written notice sent',
  'staff-informed': 'Staff informed',
  'services-start': 'Services started',
  'progress-report': 'Next progress report',
  'next-annual': 'Next annual review',
  'next-reevaluation': 'Next reevaluation',
};

export const limitWords = {
  within: 'Within your limit.',
  by: (day: string): string => `Your limit: by ${day}`,
  notBefore: (day: string): string => `Your limit: not before ${day}`,
  beyond: (limit: string): string => `Outside of it. ${limit}`,
  wasDue: (day: string): string => `Was due ${day}`,
  unit: (name: DateName): string => {
    if (name === 'evaluation-consent') return 'days before the meeting at most';
    return name === 'notice-sent' || name === 'papers-sent' ? 'days before the meeting' : 'days after the meeting';
  },
  whole: (most: number): string => `A whole number of days, from 0 to ${most.toLocaleString('en-US')}. What stood here before is kept.`,
  source: 'source',
} as const;

const units: Readonly<Record<LimitExample['unit'], readonly [string, string]>> = {
  hours: ['hour', 'hours'], 'calendar-days': ['day', 'days'], 'business-days': ['business day', 'business days'],
  'school-days': ['school day', 'school days'], 'instructional-days': ['instructional day', 'instructional days'], weeks: ['week', 'weeks'],
};
const sides: Readonly<Record<LimitExample['side'], string>> = {
  'before-meeting': 'before the meeting', 'after-meeting': 'after the meeting', 'after-consent': 'after consent', 'before-action': 'before the action',
};

/** `NY: 5 days before the meeting (a bill)`, in the unit of the rule. */
export const exampleWords = ({ state, amount, unit, side, standing }: LimitExample): string =>
  `${state}: ${counted(amount, ...units[unit])} ${sides[side]}${standing === 'bill' ? ' (a bill, not law)' : ''},`;

export const planWords = {
  title: 'Plan a meeting',
  meetings: 'Meetings',
  copy: 'Copy an earlier plan',
  fromCalendar: 'From a calendar',
  copyHead: 'Copy from',
  copySays: 'Team, room, type, conditions, people and minutes come along. The code, the dates, marks and notes do not.',
  copyNone: 'There is no earlier plan on this tablet yet.',
  copied: (from: string): string => `The plan of ${from} was copied. Undo takes it back.`,
  close: 'Close',
  undo: 'Undo',
  redo: 'Redo',
  theMeeting: 'The meeting',
  capacity: 'You are there as',
  type: 'Type',
  chooseType: 'Choose a type',
  code: 'Student code',
  codeAdvice: 'From your own list, such as R-14. A code and not a name: whoever glances at the tablet learns nothing.',
  codeOtherForm: 'Your district writes its codes in another form. It is kept as you wrote it.',
  codeMayBeName: 'This may be a name. A code such as R-14 keeps the student unknown to anyone who glances; your district’s list has the codes. It is kept as you wrote it.',
  date: 'Date',
  starts: 'Starts',
  room: 'Room',
  school: 'School',
  team: 'Team',
  teamAdvice: 'A grade, or the case manager’s role. Not a name.',
  optional: 'optional',
  notSet: 'Not set',
  conditions: 'Conditions',
  willBeAsked: (asked: number, all: number): string => `${String(asked)} of ${String(all)} items will be asked`,
  fromType: 'comes with the type',
  language: 'Interpreter’s language',
  whoWillBeThere: 'Who will be there',
  seatsBasis: '34\u00a0CFR\u00a0300.321',
  coming: (count: number): string => `${counted(count, 'person', 'people')} confirmed`,
  role: 'Role',
  how: 'How',
  addSomeone: 'Add someone',
  add: 'Add',
  addSeat: (seat: string): string => `Add: ${seat}`,
  covered: 'Covered',
  notCovered: 'Not covered yet',
  notNeeded: 'Not needed',
  nobodyYet: 'Nobody yet',
  which: 'Which one',
  whichAdvice: 'A job or a specialty, such as psychologist. Not a name.',
  remove: 'Remove',
  changeOf: (role: string): string => `Change: ${role}`,
  howOf: (role: string): string => `How: ${role}`,
  minutes: 'Minutes',
  planned: (minutes: number): string => `${String(minutes)} planned`,
  changeMinutes: 'Change the minutes',
  doneWithMinutes: 'Close',
  lessOf: (phase: string): string => `One minute less: ${phase}`,
  moreOf: (phase: string): string => `One minute more: ${phase}`,
  minutesLimit: 'From 0 to 600 minutes. Anything beyond is kept at the nearest of them.',
  dates: 'Dates',
  datesSay: 'all optional',
  limits: 'Local time limits',
  limitsSay: 'Empty until you fill them in. Limits differ by state and change: check with counsel.',
  limitOf: (date: string): string => `Days: ${date}`,
  examples: 'Examples by state',
  useExample: (days: number): string => `Use ${String(days)}`,
  checkWithCounsel: 'Check with counsel.',
  ready: 'Ready?',
  readyCount: (ready: number, of: number): string => `${String(ready)} of ${String(of)}`,
  readyAll: 'Everything asked before the meeting is there.',
  goThrough: 'Go through them',
  then: 'Then',
  thenSays: 'Nothing else to do on this tablet. The meeting works without Wi-Fi.',
  thenRuns: 'The meeting is running. Everything written here counts at once.',
  thenHeld: 'The meeting was held. What is written here still counts.',
  toAfter: 'On to the reflection',
  goOn: (code: string): string => (code === '' ? 'Go on' : `Go on with ${code}`),
  thenMissing: (what: readonly string[]): string => `Not filled in yet: ${what.join(', ')}. You can begin all the same.`,
  gaps: { code: 'the student code', capacity: 'as whom you are there' } satisfies Record<string, string>,
  begin: (code: string): string => (code === '' ? 'Begin' : `Begin ${code}`),
  holds: (limit: number): string =>
    `${limit.toLocaleString('en-US')} characters fit here. The first of them are stored in this field, and the whole text as a device-only note of this meeting.`,
  holdsLong: (limit: number): string =>
    `${limit.toLocaleString('en-US')} characters fit here, and they are stored. The rest stands on the screen only: take it somewhere else.`,
} as const;

export const beforeWords = {
  title: (code: string): string => (code === '' ? 'Before the meeting' : `Before ${code}`),
  /** `open` are item numbers, such as b.4. */
  line: (asked: number, open: readonly string[]): string =>
    open.length === 0 ? `All ${String(asked)} are ready.` : `Still open: ${open.join(', ')}.`,
  open: 'Open',
  toPlan: 'To the plan',
  legend: 'Tap the same answer again to clear it.',
} as const;

export const afterWords = {
  heading: (code: string, type: string): string => (code === '' ? type : `${code}, ${type.charAt(0).toLowerCase()}${type.slice(1)}`),
  held: (minutes: number, planned: number): string => `${counted(minutes, 'minute', 'minutes')} held, ${String(planned)} planned.`,
  notHeld: 'Not held yet.',
  lookedAt: (seen: number, of: number): string => `${String(seen)} of ${counted(of, 'item', 'items')} looked at.`,
  steps: 'After the meeting',
  items: 'After items',
  reflection: 'Reflection',
  finish: 'Finish',
  verify: 'Verify',
  verifyNone: 'Nothing that must happen was marked not yet.',
  verifyItem: (label: string): string => `Verify: ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
  verifyStates: { open: 'Open', done: 'Verified done', gap: 'Confirmed gap' },
  spoke: 'Who spoke, from memory',
  spokeLevels: { none: 'None', some: 'Some', lot: 'A lot' },
  standout: 'What stood out',
  standoutAdvice: 'One or two sentences. They open the summary.',
  strengths: 'Strengths',
  growth: 'Growth areas',
  addStrength: 'Add a strength',
  addGrowth: 'Add a growth area',
  edit: 'Change the words',
  moreOf: (text: string): string => `More: ${text.slice(0, 60)}`,
  moveUp: 'Move up',
  moveDown: 'Move down',
  remove: 'Remove',
  done: 'Done',
  close: 'Close',
  fromNote: (time: string): string => `From a note, ${time}`,
  fromNoteGone: 'From a note',
  fromItem: (number: string, answer: string): string => `From ${number}, ${answer}`,
  fromThread: 'From the thread',
  nextSteps: 'Next steps',
  ownerIsRole: 'An owner is a role, not a name',
  what: 'What',
  owner: 'Owner',
  due: 'Due',
  addStep: 'Add a next step',
  stepWords: 'Words not written yet',
  noOwner: 'No owner yet',
  noDate: 'No date yet',
  doneOf: (what: string): string => `Done: ${what.slice(0, 80)}`,
  ownerMayBeName: 'This may be a name. A role, such as case manager, says who without saying it.',
  fromNotes: 'From your notes',
  fromMarks: 'From your marks',
  noNotes: 'No notes were written.',
  used: 'used',
  usedLabel: 'Used',
  /** `place` is one of the three below. */
  addTo: (place: string, text: string): string => `Add to ${place}: ${text.slice(0, 80)}`,
  places: { strength: 'strengths', growth: 'growth areas', step: 'next steps' },
  changeThis: 'Change this note:',
  noteText: 'Note',
  noteHint: 'Describe moves, not people',
  noteTag: 'Tag',
  noTag: 'None',
  toStrengths: 'To strengths',
  toGrowth: 'To growth areas',
  toSteps: 'To next steps',
  showAll: (count: number): string => `Show all ${String(count)}`,
  showFewer: 'Show fewer',
  deviceOnly: (count: number): string =>
    `${counted(count, 'device-only note stays', 'device-only notes stay')} on this tablet. ${count === 1 ? 'It is' : 'They are'} in no export and no sync.`,
  onToReflection: 'On to the reflection',
  onToFinishing: 'On to finishing',
  whatIsThere: 'What is there',
  worthALook: 'Worth a look first',
  nothingMissing: 'Nothing is missing.',
  notLookedAt: (count: number): string => `${counted(count, 'item was', 'items were')} not looked at. They stay blank and count as nothing.`,
  unkeptNote: 'A note is begun and not kept yet. It waits in the note bar.',
  noStandout: 'What stood out is not written yet.',
  noStrengths: 'No strength is named yet.',
  noSteps: 'No next step is agreed yet.',
  stepsWithout: (count: number): string => `${counted(count, 'next step has', 'next steps have')} no owner or no date.`,
  openVerify: (count: number): string => `${counted(count, 'thing is', 'things are')} still to verify.`,
  noCode: 'The student code is empty.',
  noNames: 'No name was found in the text.',
  maybeNames: (count: number): string => `${counted(count, 'word', 'words')} in the text may be a name, a birth date or a number. Read it once more.`,
  counts: {
    strengths: (count: number): string => counted(count, 'strength', 'strengths'),
    growth: (count: number): string => counted(count, 'growth area', 'growth areas'),
    steps: (count: number): string => counted(count, 'next step', 'next steps'),
    family: (count: number): string => counted(count, 'note of the family’s words', 'notes of the family’s words'),
  },
  finishSays: 'Finishing makes the record. You can open it again later; this version stays readable.',
  finishNext: (revision: number): string => `Finishing makes revision ${String(revision)}. Earlier ones stay readable.`,
  finishButton: (code: string): string => (code === '' ? 'Finish' : `Finish ${code}`),
  finished: (revision: number, day: string, time: string): string => `Finished ${day}, ${time}. Revision ${String(revision)}.`,
  finishedSays: 'What was marked and written is closed. Open it again to change it; finishing then makes the next revision.',
  openAgain: 'Open it again',
  toSummary: 'To the summary',
} as const;
