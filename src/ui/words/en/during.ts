/** Words of the meeting screen, in English. */
import type { Answer, CaptureMode, ChainLink } from '#domain/entry.ts';
import type { CounterName } from '#domain/meeting/thread.ts';
import { meeting } from './meeting.ts';
import { plain } from './plain.ts';

/** Names of roles where there is room for two words. */
const shortRoles: Readonly<Record<string, string>> = { 'gen-ed': 'Gen ed teacher', 'lea-rep': 'LEA rep', 'advocate-agency': 'Advocate, agency' };
const modes: Readonly<Record<CaptureMode, string>> = {
  turns: 'Tap whoever takes the floor; tap again when nobody has it.',
  pulse: 'The row brightens now and then; tap who speaks at that instant.',
  estimate: 'Nothing now. Afterwards say none, some or a lot for each role.',
};
const unsaid: Readonly<Record<ChainLink, string>> = {
  data: 'No data named yet', impact: 'Not said yet', goal: 'None set yet', service: 'None named yet', placement: 'Not discussed yet',
};
const counters: Readonly<Record<CounterName, string>> = {
  needsNamed: 'Needs named', goalsTied: 'Goals tied to them', concernsRaised: 'Family concerns raised', concernsAddressed: 'Concerns addressed',
};
const keyList: readonly (readonly [string, string])[] = [
  ['Up, Down', 'from item to item'],
  ['1 2 3 4', 'Yes, Partly, Not yet, N/A'],
  ['N', 'note on the item'],
  ['[ and ]', 'phase before, phase after'],
  ['U', 'undo'],
  ['Shift Ctrl Z', 'redo'],
  ['V', 'agenda on, agenda off'],
  ['Esc', 'leave the note'],
];
const agenda: readonly string[] = [
  'Welcome and introductions', 'Why we meet today', 'Strengths and hopes', 'How things are going',
  'Goals for the coming year', 'Supports and services', 'Next steps and questions',
];

export const during = {
  notStored: 'Not stored',
  meeting: 'Meeting', sample: 'Sample', wholeMeeting: 'Whole meeting', phases: 'Phases', thread: 'Alignment thread', close: 'Close',
  agendaTitle: 'Agenda', agenda,
  fromTo: (from: string, to: string): string => `${from} to ${to}`,
  phaseOf: (ordinal: number, all: number): string => `Phase ${String(ordinal)} of ${String(all)}`,
  minutesOf: (minutes: number, planned: number): string => `${String(minutes)} of ${String(planned)} min`,
  ended: (time: string): string => `Ended ${time}`,
  startClock: 'Start the clock', undo: 'Undo', redo: 'Redo', showAgenda: 'Show the agenda',
  marked: (marked: number, asked: number): string => `${String(marked)} of ${String(asked)} marked`,
  showMore: (hidden: number): string => `Show ${String(hidden)} more`,
  kinds: { role: 'Role clarity', quality: 'Quality', equity: 'Equity' },
  here: (here: number, planned: number): string => `${String(here)} of ${String(planned)} min here`,
  notesOnMeeting: 'Notes on the whole meeting', notesOnPhase: 'Notes on this phase', summary: 'Summary', coreOnly: 'Core items only',
  leftEarly: 'I left early', end: 'End the meeting', goOn: 'Go on with the meeting', after: 'After the meeting',
  keys: 'Keys', keyList,

  /** What the note is on, in the pin of the bar: `3.2`, `phase 3`, `all`. */
  on: 'On', onItem: 'item', onPhase: (ordinal: number): string => `phase ${String(ordinal)}`, onAll: 'all',
  noteIsOnItem: (number: string): string => `The note is on ${number}. Change`,
  noteIsOnPhase: (ordinal: number): string => `The note is on phase ${String(ordinal)}. Change`,
  noteIsOnAll: 'The note is on the whole meeting. Change',
  note: 'Note', notes: 'Notes', noteHint: 'Describe moves, not people', keep: 'Keep', tag: 'Tag', shortTags: meeting.tags, changeNote: 'Change the note:',
  readsLikeName: 'Something in it reads like a name or a number of a person. A role or a code will do.',
  openedNote: 'The opened note',
  changing: (time: string): string => `You are changing the note of ${time}.`,
  itStays: 'It stays on this tablet.', remove: 'Remove it', leave: 'Leave it as it was', deviceOnly: 'Device only',
  deviceOnlySays: {
    bold: 'This note stays on this tablet',
    rest: ', out of every summary, export and pattern. A note that is shared with anyone or used to decide about a student can be an education record (34\u00a0CFR\u00a099.3).',
  },
  phrases: 'Phrases', phrasesOnLines: 'One phrase on a line; moves, not people', change: 'Change',

  whatIsStored: 'What is stored', storedBefore: 'What was there before is stored.',
  storedUpTo: (time: string): string => `Everything up to ${time} is stored.`,
  heldSince: (count: number): string => `${plain.counted(count, 'change')} since then ${count === 1 ? 'is' : 'are'} held on this screen.`,
  staysSealed: 'It stays on this tablet, sealed.', keepCopy: 'Keep a copy now', copyReason: 'A copy kept during the meeting',
  copyKept: 'The copy is among your downloads.',

  whoSpoke: 'Who spoke', whoSpeaksNow: 'Who speaks now?', whoIsSpeaking: 'Who is speaking', howNoted: ', how it is noted',
  estimateLater: 'You estimate it after the meeting. Nothing to tap now.',
  howItIsNoted: 'How it is noted who speaks', modes, modeStays: 'This stays for the whole meeting, so that its figures compare.',
  betweenPulses: 'Seconds between two pulses', every: 'Every', seconds: 'seconds',
  shortRole: (role: string): string => shortRoles[role] ?? meeting.roleName(role),

  threadHead: 'Does one thing follow from the other?', plan: 'The plan', asAWhole: 'as a whole', nameIt: 'name it', addGoal: 'Add a goal',
  placementFirst: 'Placement came up before goals.', backToWhole: 'Back to the whole meeting',
  backToPhase: (ordinal: number): string => `Back to phase ${String(ordinal)}`,
  unsaid, counters, counts: 'Counts',
  oneLess: (of: string): string => `One less: ${of}`,
  oneMore: (of: string): string => `One more: ${of}`,
  knotOf: (row: string, link: ChainLink): string => `${row} ${meeting.links[link].toLowerCase()}`,
  knotSays: (row: string, link: ChainLink, answer: Answer | null): string =>
    `${row} ${meeting.links[link]}: ${answer === null ? 'not reached' : meeting.answerName(answer)}.`,
  tapAKnot: 'Tap a knot to say whether it was there.',
  goalIsAbout: 'What the goal is about', wasSaid: 'What was said', wasSaidBriefly: 'What was said, in a few words',
  removeGoal: (goal: string): string => `Remove ${goal}`,
  runThrough: (rows: readonly string[]): string => `${plain.listed(rows)} ${rows.length === 1 ? 'runs' : 'run'} through.`,
  openAt: (row: string, links: readonly string[]): string => `${row} at ${plain.listed(links)}`,
  openEnds: (ends: readonly string[]): string => `Open ends: ${ends.join(', ')}.`,
};
