/** Next steps: what, by which role, until when, and done when. Dates are local, 'YYYY-MM-DD'. */
import { clipLine, clipLong } from '../clip.ts';
import type { Edit, Elsewhere, Meeting, Source, ValueOf } from '../entry.ts';
import { entryIdOf, type EntryId } from '../ids.ts';
import { followUpsOf, isOpen, type FollowUp } from './glance.ts';

export { followUpsOf, isOpen, type FollowUp };

export type DueState = 'done' | 'carried' | 'past' | 'today' | 'coming' | 'undated';

interface NewFollowUp {
  readonly id: string;
  readonly what: string;
  readonly owner: string;
  readonly dueOn: string | null;
  readonly source: Source;
}

/** Adds a next step at the end; nothing for blank text, or when drawn from a device-only note. */
export function addFollowUp(meeting: Meeting, { id, what, owner, dueOn, source }: NewFollowUp): Edit[] {
  if (what.trim() === '' || isDeviceOnly(meeting, source)) return [];
  const order = 1 + followUpsOf(meeting).reduce((most, other) => Math.max(most, other.order), 0);
  const value = { what: clipLong(what), owner: clipLine(owner), dueOn, doneOn: null, source, order };
  return [{ kind: 'follow-up', entry: entryIdOf('follow-up', id), value }];
}

const isDeviceOnly = (meeting: Meeting, source: Source): boolean =>
  source.from === 'note' && [...meeting.note].some(([entry, { tag }]) => entry === source.id && tag === 'device-only');

/** Changes what, owner, due date or order. */
export function changeFollowUp(meeting: Meeting, entry: EntryId, patch: Partial<ValueOf<'follow-up'>>): Edit[] {
  const known = meeting['follow-up'].get(entry);
  if (!known) return [];
  const next = { ...known, ...patch };
  const value = { ...next, what: clipLong(next.what), owner: clipLine(next.owner) };
  const same = Object.entries(value).every(([key, field]) => known[key] === field);
  return same ? [] : [{ kind: 'follow-up', entry, value }];
}

/** Notes the day on which a next step was done, or opens it again with null. */
export const setDone = (meeting: Meeting, entry: EntryId, onDate: string | null): Edit[] =>
  changeFollowUp(meeting, entry, { doneOn: onDate });

/** Takes a next step out. */
export const removeFollowUp = (meeting: Meeting, entry: EntryId): Edit[] =>
  meeting['follow-up'].has(entry) ? [{ kind: 'follow-up', entry, value: null }] : [];

/**
 * Takes an open next step of an earlier meeting over into this one, under the id that it has
 * there: doing it twice changes nothing. The due date does not come along, since it was that
 * meeting's; nothing when the step is here already.
 */
export function takeOver(meeting: Meeting, from: Elsewhere, { what, owner }: Pick<FollowUp, 'what' | 'owner'>): Edit[] {
  const entry = from.entry as EntryId; // an entry id of the earlier meeting; ids are apart by meeting
  if (meeting['follow-up'].has(entry)) return [];
  const order = 1 + followUpsOf(meeting).reduce((most, other) => Math.max(most, other.order), 0);
  const value = { what, owner, dueOn: null, doneOn: null, source: { from: 'self', id: '' } as const, order, carriedFrom: from };
  return [{ kind: 'follow-up', entry, value }];
}

/** Closes a next step as taken over by a later meeting, or opens it again with null. */
export function setCarried(meeting: Meeting, entry: EntryId, to: Elsewhere | null): Edit[] {
  const known = meeting['follow-up'].get(entry);
  if (!known || (known.carriedTo ?? null) === to) return [];
  if (to && known.carriedTo?.meeting === to.meeting && known.carriedTo.entry === to.entry) return [];
  return [{ kind: 'follow-up', entry, value: { ...known, carriedTo: to } }];
}

type Standing = Pick<FollowUp, 'dueOn' | 'doneOn'> & { readonly carriedTo?: Elsewhere | null | undefined };

/** Whether a later meeting has taken it over, so that it is neither open here nor done. */
export const isCarried = ({ doneOn, carriedTo }: Pick<Standing, 'doneOn' | 'carriedTo'>): boolean => doneOn === null && !!carriedTo;

/** Where a next step stands on the day `today`; done and carried over count before any date. */
export function dueState({ dueOn, doneOn, carriedTo }: Standing, today: string): DueState {
  if (doneOn !== null) return 'done';
  if (carriedTo) return 'carried';
  if (dueOn === null) return 'undated';
  if (dueOn === today) return 'today';
  return dueOn < today ? 'past' : 'coming';
}

/** Sorts by due date, the earliest first and undated ones last; ties as text, so that lists do not jump. */
export function byDue(a: Pick<FollowUp, 'dueOn' | 'what'>, b: Pick<FollowUp, 'dueOn' | 'what'>): number {
  if (a.dueOn !== b.dueOn) {
    if (a.dueOn === null) return 1;
    if (b.dueOn === null) return -1;
    return a.dueOn < b.dueOn ? -1 : 1;
  }
  if (a.what === b.what) return 0;
  return a.what < b.what ? -1 : 1;
}
