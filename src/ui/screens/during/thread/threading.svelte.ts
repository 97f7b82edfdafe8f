/** The alignment thread under the hand: which knot or goal is chosen, and its words being typed. */
import { chainLinks, type ChainLink } from '#domain/entry.ts';
import {
  addGoal, countersOf, placementBeforeGoals, removeGoal, renameGoal, setBead, setBeadWords, setCounter, threadRows,
  type BeadAnswer, type CounterName, type ThreadRow,
} from '#domain/meeting/thread.ts';
import type { OpenMeeting } from '#ui/state/open-meeting.svelte.ts';
import { draftPauseMs } from '../jotting.svelte.ts';

export type Chosen =
  | { readonly kind: 'knot'; readonly row: string; readonly link: ChainLink }
  | { readonly kind: 'goal'; readonly row: string };

export class Threading {
  readonly #meeting: OpenMeeting;
  #chosen = $state.raw<Chosen | null>(null);
  #words = $state('');
  #pause: ReturnType<typeof setTimeout> | null = null;

  readonly rows: readonly ThreadRow[] = $derived.by(() => threadRows(this.#meeting.entries));
  readonly counters = $derived.by(() => countersOf(this.#meeting.entries));
  readonly placementFirst: boolean = $derived.by(() => placementBeforeGoals(this.#meeting.entries));
  readonly current: ThreadRow | undefined = $derived(this.rows.find(({ row }) => row === this.#chosen?.row));
  readonly answer: BeadAnswer | null = $derived.by(() => {
    const chosen = this.#chosen;
    return chosen?.kind === 'knot' ? (this.current?.beads[chosen.link].answer ?? null) : null;
  });

  constructor(meeting: OpenMeeting) {
    this.#meeting = meeting;
  }

  /** Null, too, when its row has gone: by undo, or in another tab. */
  get chosen(): Chosen | null {
    return this.current ? this.#chosen : null;
  }
  get words(): string {
    return this.#words;
  }
  isChosen(row: string, link: ChainLink | null): boolean {
    const chosen = this.#chosen;
    if (chosen?.row !== row) return false;
    return chosen.kind === 'knot' ? chosen.link === link : link === null;
  }

  choose(chosen: Chosen): void {
    this.keepNow();
    this.#chosen = chosen;
    const row = this.rows.find(({ row: id }) => id === chosen.row);
    this.#words = (chosen.kind === 'knot' ? row?.beads[chosen.link].words : row?.words) ?? '';
  }

  /** Words are kept at each pause of typing and when the field is left; together one step of undo. */
  type(words: string): void {
    this.#words = words;
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#write();
    }, draftPauseMs);
  }
  keepNow(): void {
    if (this.#pause !== null) this.#write();
    this.#meeting.endTyping();
  }

  mark(answer: BeadAnswer): void {
    this.keepNow();
    const { chosen } = this;
    if (chosen?.kind !== 'knot') return;
    void this.#meeting.act(setBead(this.#meeting.entries, chosen.row, chosen.link, answer, this.#meeting.nowMs())); // painted at once
  }

  add(): void {
    this.keepNow();
    const before = this.rows.map(({ row }) => row);
    void this.#meeting.act(addGoal(this.#meeting.entries, '')); // painted at once
    const added = this.rows.find(({ row }) => !before.includes(row));
    if (added) this.choose({ kind: 'goal', row: added.row });
  }
  remove(goal: string): void {
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = null;
    this.#chosen = null;
    this.#words = '';
    void this.#meeting.act(removeGoal(this.#meeting.entries, goal)); // painted at once
  }
  count(name: CounterName, by: -1 | 1): void {
    const value = this.counters[name] + by;
    if (value >= 0) void this.#meeting.act(setCounter(this.#meeting.entries, name, value)); // painted at once
  }

  /** The knot a step along the thread, or up and down the rows. */
  step(along: -1 | 0 | 1, down: -1 | 0 | 1): Chosen | null {
    const chosen = this.#chosen;
    if (chosen?.kind !== 'knot') return null;
    const at = this.rows.findIndex(({ row }) => row === chosen.row);
    const link = chainLinks[chainLinks.indexOf(chosen.link) + along];
    const row = this.rows[at + down];
    return link && row ? { kind: 'knot', row: row.row, link } : null;
  }

  #write(): void {
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = null;
    const chosen = this.chosen;
    if (!chosen) return;
    const { entries } = this.#meeting;
    if (chosen.kind === 'goal') this.#meeting.typeOn(`goal:${chosen.row}`, renameGoal(entries, chosen.row, this.#words));
    else this.#meeting.typeOn(`bead:${chosen.row}:${chosen.link}`, setBeadWords(entries, chosen.row, chosen.link, this.#words, this.#meeting.nowMs()));
  }
}
