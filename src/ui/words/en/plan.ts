/** Words of planning, in English. */
import type { Capacity } from '#domain/entry.ts';
import type { DateName } from '#domain/meeting/date-name.ts';
import type { Seat, SeatNeed } from '#domain/meeting/members.ts';
import type { LimitExample } from '#domain/meeting/time-limits.ts';

const counted = (count: number, one: string, many: string): string => `${String(count)} ${count === 1 ? one : many}`;

const capacities: Readonly<Record<Capacity, string>> = {
  'lea-rep': 'LEA representative',
  member: 'Team member',
  observer: 'Observer, family agrees',
};

/** What follows from the capacity, in one sentence with its source. */
const consequence = (capacity: Capacity | null): string => {
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

const seats: Readonly<Record<Seat, string>> = {
  family: 'Family: parent or guardian',
  'gen-ed': 'General education teacher',
  'case-manager': 'Special education teacher, case manager',
  'lea-rep': 'LEA representative',
  evaluator: 'Someone who can explain evaluation results',
  student: 'Student',
  agency: 'Outside agency for transition',
  interpreter: 'Interpreter',
};

const needs: Readonly<Record<SeatNeed, string>> = {
  required: 'required', invited: 'invited', 'where-appropriate': 'where appropriate',
};

const dateLabels: Readonly<Record<DateName, string>> = {
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

const limit = {
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
};

const units: Readonly<Record<LimitExample['unit'], readonly [string, string]>> = {
  hours: ['hour', 'hours'], 'calendar-days': ['day', 'days'], 'business-days': ['business day', 'business days'],
  'school-days': ['school day', 'school days'], 'instructional-days': ['instructional day', 'instructional days'], weeks: ['week', 'weeks'],
};
const sides: Readonly<Record<LimitExample['side'], string>> = {
  'before-meeting': 'before the meeting', 'after-meeting': 'after the meeting', 'after-consent': 'after consent', 'before-action': 'before the action',
};

/** `NY: 5 days before the meeting (a bill)`, in the unit of the rule. */
const example = ({ state, amount, unit, side, standing }: LimitExample): string =>
  `${state}: ${counted(amount, ...units[unit])} ${sides[side]}${standing === 'bill' ? ' (a bill, not law)' : ''},`;

export const plan = {
  capacities, consequence, seats, needs, dateLabels, limit, example,
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
  theMeeting: 'The meeting',
  capacity: 'You are there as',
  type: 'Type',
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
  notSet: 'Not set',
  conditions: 'Conditions',
  willBeAsked: (asked: number, all: number): string => `${String(asked)} of ${String(all)} items will be asked`,
  fromType: 'comes with the type',
  follows: (conditions: string): string => `follows from: ${conditions}`,
  language: 'Interpreter’s language',
  languages: ['Spanish', 'Arabic', 'Mandarin', 'Vietnamese', 'Somali', 'Haitian Creole', 'American Sign Language'],
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
  which: 'Which one',
  whichAdvice: 'A job or a specialty, such as psychologist. Not a name.',
  remove: 'Remove',
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
  limitFrom: (source: string): string => (source === '' ? 'From the roadmap.' : `From the roadmap. Source: ${source}`),
  limitFromDistrict: 'As your district gave it out.',
  limitsSay: 'Empty until you fill them in. Limits differ by state and change: check with counsel.',
  examples: 'Examples by state',
  useExample: (days: number): string => `Use ${String(days)}`,
  useExampleOf: (days: number, date: string, state: string): string => `Use ${String(days)}: ${date}, ${state}`,
  checkWithCounsel: 'Check with counsel.',
  ready: 'Ready?',
  readyCount: (ready: number, of: number): string => `${String(ready)} of ${String(of)}`,
  goThrough: 'Go through them',
  then: 'Then',
  thenSays: 'Nothing else to do on this tablet. The meeting works without Wi-Fi.',
  thenRuns: 'The meeting is running. Everything written here counts at once.',
  makeBackup: 'Make a backup',
  thenHeld: 'The meeting was held. What is written here still counts.',
  toAfter: 'On to the reflection',
  goOn: (code: string): string => (code === '' ? 'Go on' : `Go on with ${code}`),
  thenMissing: (what: readonly string[]): string => `Not filled in yet: ${what.join(', ')}. You can begin all the same.`,
  gaps: { code: 'the student code', capacity: 'as whom you are there' },
  begin: (code: string): string => (code === '' ? 'Begin' : `Begin ${code}`),
  holds: (limit: number): string =>
    `${limit.toLocaleString('en-US')} characters fit here. The first of them are stored in this field, and the whole text as a device-only note of this meeting.`,
  holdsLong: (limit: number): string =>
    `${limit.toLocaleString('en-US')} characters fit here, and they are stored. The rest stands on the screen only: take it somewhere else.`,
};
