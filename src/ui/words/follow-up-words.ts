/** Words for next steps across meetings. */
import type { AcrossFollowUp } from '#domain/meeting/follow-ups-across.ts';
import type { DueState } from '#domain/meeting/follow-up.ts';
import { dayShort, nearDay, relativeDay } from './dates.ts';
import { counted } from './plain.ts';

export type Shown = 'open' | 'done' | 'carried' | 'all';

export const followUpWords = {
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
  shownOf: (shown: number, of: number): string => (shown === of ? counted(of, 'follow-up') : `${String(shown)} of ${counted(of, 'follow-up')}`),
  heads: { past: 'Was due', today: 'Today', coming: 'Coming', undated: 'No date', done: 'Done', carried: 'Carried over' } satisfies Record<DueState, string>,
  doneOn: 'Done on',
  sourceOf: (code: string): string => `From ${code}`,
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
} as const;

export const toCalendarWords = {
  head: 'Take to a calendar',
  shown: (count: number): string => `${counted(count, 'follow-up')} shown above`,
  as: 'As',
  forms: [{ value: 'todo', label: 'Tasks' }, { value: 'event', label: 'Days' }] satisfies readonly { readonly value: 'todo' | 'event'; readonly label: string }[],
  kinds: { without: 'No student code; what looks like a name is left out.', with: 'With the student code. It can be an education record; keep it as one.' },
  make: 'Make the calendar file',
  share: 'Share it',
  save: 'Save it',
  gone: (name: string): string => `Handed over as ${name}.`,
  withoutDay: (count: number): string => `${counted(count, 'follow-up')} without a due date ${count === 1 ? 'has' : 'have'} no day there.`,
} as const;

/** Whose it is and when, `Case manager, was due Monday`. */
export function whoseAndWhen({ owner, dueOn, doneOn, carriedTo }: Pick<AcrossFollowUp, 'owner' | 'dueOn' | 'doneOn' | 'carriedTo'>, today: string): string {
  const when = doneOn !== null ? `done ${nearDay(doneOn, today)}` : carriedTo ? 'carried over' : dueOn === null ? '' : relativeDay(dueOn, today);
  return [owner.slice(0, 120), when].filter(Boolean).join(', ');
}

/** `Nov 3`; empty without a day. */
export const onDay = (onDate: string | null): string => (onDate === null ? '' : dayShort(onDate));
