/** Words for next steps across meetings, in English. */
import type { DueState } from '#domain/meeting/follow-up.ts';
import { plain } from './plain.ts';

export type Shown = 'open' | 'done' | 'carried' | 'all';

const heads: Readonly<Record<DueState, string>> = { past: 'Was due', today: 'Today', coming: 'Coming', undated: 'No date', done: 'Done', carried: 'Carried over' };
const followUps = (count: number): string => plain.counted(count, 'follow-up');

export const followUp = {
  title: 'Follow-ups',
  lead: 'What was agreed on in all meetings, by the day it is due.',
  filter: 'Which are shown',
  states: [
    { value: 'open', label: 'Open' }, { value: 'done', label: 'Done' }, { value: 'carried', label: 'Carried over' }, { value: 'all', label: 'All' },
  ] satisfies readonly { readonly value: Shown; readonly label: string }[],
  owner: 'Owner',
  anyOwner: 'Every role',
  noOwner: 'No owner yet',
  school: 'School',
  anySchool: 'Every school',
  none: 'Nothing is open. What is agreed on after a meeting shows here.',
  noneSo: 'None of them fits what is chosen here.',
  shownOf: (shown: number, of: number): string => (shown === of ? followUps(of) : `${String(shown)} of ${followUps(of)}`),
  heads,
  doneOn: 'Done on',
  carriedTo: 'Carried over to a later meeting',
  carriedFrom: 'Carried over from an earlier meeting',
  /** `3 were due`. */
  wereDue: (past: number): string => (past === 1 ? '1\u00a0was due' : `${String(past)}\u00a0were due`),
  allOfThem: 'All follow-ups',
  promised: 'Promised last time',
  promisedBy: (team: string): string => `By ${team}`,
  carry: 'Carry over',
  takeBack: 'Take back',
  carryOf: (what: string): string => `Carry over: ${what.slice(0, 60)}`,
  takeBackOf: (what: string): string => `Take back: ${what.slice(0, 60)}`,
  carriedHere: 'Carried over to this meeting',
  doneBy: (day: string): string => `done ${day}`,
  isCarried: 'carried over',
};

export const toCalendar = {
  head: 'Take to a calendar',
  shown: (count: number): string => `${followUps(count)} shown above`,
  as: 'As',
  forms: [{ value: 'todo', label: 'Tasks' }, { value: 'event', label: 'Days' }] satisfies readonly { readonly value: 'todo' | 'event'; readonly label: string }[],
  kinds: { without: 'No student code; what looks like a name is left out.', with: 'With the student code. It can be an education record; keep it as one.' },
  make: 'Make the calendar file',
  share: 'Share it',
  save: 'Save it',
  gone: (name: string): string => `Handed over as ${name}.`,
  withoutDay: (count: number): string => `${followUps(count)} without a due date ${count === 1 ? 'has' : 'have'} no day there.`,
};
