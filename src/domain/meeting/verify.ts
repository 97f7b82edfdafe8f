/**
 * Tasks to verify. Only an item that must happen by law and was marked "not yet" raises
 * one; the leader may simply not have seen the paper, so it says "verify" and no more.
 */
import type { Edit, Meeting, ValueOf } from '../entry.ts';
import { entryIdOf, type EntryId } from '../ids.ts';
import type { AskedItem } from '../roadmap/asked-items.ts';
import type { Item } from '../roadmap/roadmap.ts';
import { answerOf } from './mark.ts';

export type VerifyState = ValueOf<'verify'>['state'];

export interface VerifyTask {
  readonly item: AskedItem;
  /** Open, verified as done, or a confirmed gap. */
  readonly state: VerifyState;
}

const entryOf = (item: Item): EntryId => entryIdOf('verify', item.id);

/** The tasks that the marks raise, in the order of `items`. */
export function verifyTasks(meeting: Meeting, items: Iterable<AskedItem>): VerifyTask[] {
  return [...items]
    .filter(({ item }) => item.legalForce === 'must-happen' && answerOf(meeting, item.id) === 'no')
    .map((item) => ({ item, state: meeting.verify.get(entryOf(item.item))?.state ?? 'open' }));
}

/** Says where a task stands since the day `onDate` ('YYYY-MM-DD'); `open` takes the day back. */
export function setVerify(meeting: Meeting, item: Item, state: VerifyState, onDate: string | null): Edit[] {
  const entry = entryOf(item);
  const known = meeting.verify.get(entry);
  const day = state === 'open' ? null : onDate;
  if ((known?.state ?? 'open') === state && (known?.onDate ?? null) === day) return [];
  return [{ kind: 'verify', entry, value: { ...known, state, onDate: day } }];
}
