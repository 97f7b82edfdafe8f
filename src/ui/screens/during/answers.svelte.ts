/**
 * The answers of a meeting, one reactive cell for each item of the roadmap. A reactive map
 * wakes all readers of missing keys whenever a key is added, so the first mark of an item
 * would wake every unmarked row; here a tick wakes its own row and its phase's tally only.
 */
import { SvelteMap } from 'svelte/reactivity';
import type { Answer, Meeting } from '#domain/entry.ts';
import type { ItemId } from '#domain/ids.ts';
import { answerOf, markEntry } from '#domain/meeting/mark.ts';
import type { OpenMeeting } from '#ui/state/open-meeting.svelte.ts';

class AnswerCell {
  readonly item: ItemId;
  #answer = $state.raw<Answer | null>(null);

  constructor(item: ItemId, meeting: Meeting) {
    this.item = item;
    this.look(meeting);
  }
  get answer(): Answer | null {
    return this.#answer;
  }
  look(meeting: Meeting): void {
    this.#answer = answerOf(meeting, this.item);
  }
}

export class Answers {
  readonly #cellsByItem: ReadonlyMap<ItemId, AnswerCell>;
  readonly #stop: () => void;

  constructor(meeting: OpenMeeting) {
    const { entries, roadmap } = meeting;
    const cells = roadmap.items.map(({ id }) => new AnswerCell(id, entries));
    const cellsByEntry: ReadonlyMap<string, AnswerCell> = new SvelteMap(cells.map((cell) => [markEntry(cell.item), cell]));
    this.#cellsByItem = new SvelteMap(cells.map((cell) => [cell.item, cell]));
    this.#stop = meeting.session.subscribe((changes) => {
      for (const { entry } of changes) cellsByEntry.get(entry)?.look(entries);
    });
  }

  of(item: ItemId): Answer | null {
    return this.#cellsByItem.get(item)?.answer ?? null;
  }

  close(): void {
    this.#stop();
  }
}
