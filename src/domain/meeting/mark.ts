/** Marks: the leader's answer to an item. */
import { answers, type Answer, type Edit, type Meeting } from '../entry.ts';
import { entryIdOf, type EntryId, type ItemId } from '../ids.ts';
import type { Item } from '../roadmap/roadmap.ts';

const withoutPartly: readonly Answer[] = answers.filter((answer) => answer !== 'partly');

/** The entry that holds the answer to an item: `mark:<item>`. */
export const markEntry = (item: ItemId): EntryId => entryIdOf('mark', item);

/** The answer that was given; null when there is none. */
export const answerOf = (meeting: Meeting, item: ItemId): Answer | null =>
  meeting.mark.get(markEntry(item))?.answer ?? null;

/** The answers that an item takes, in the order of the columns; what the law makes a yes or no has no `partly`. */
export const offeredAnswers = (item: Item): readonly Answer[] => (item.allowPartly ? answers : withoutPartly);

/**
 * Answers an item at `nowMs` (epoch milliseconds). The same answer again takes it back.
 * An answer that the item does not offer changes nothing.
 */
export function setMark(meeting: Meeting, item: Item, answer: Answer, nowMs: number): Edit[] {
  if (!offeredAnswers(item).includes(answer)) return [];
  const entry = markEntry(item.id);
  const known = meeting.mark.get(entry);
  if (known?.answer === answer) return [{ kind: 'mark', entry, value: null }];
  return [{ kind: 'mark', entry, value: { ...known, answer, atMs: nowMs } }];
}
