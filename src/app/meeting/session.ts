/**
 * One meeting, opened in one tab: the journal in memory, undo, and the way to the store.
 *
 * An act is applied in memory at once and handed to the store; `held` tells which changes
 * are not on disk yet. Only the store's commit takes a change out of `held`.
 */
import type { Change } from '#domain/change.ts';
import type { Edit } from '#domain/entry.ts';
import type { ActId, EntryId, MeetingId } from '#domain/ids.ts';
import { wins } from '#domain/merge.ts';
import { emptyClock, follow, stampOf, tick, witness, type ClockState, type NodeId, type Stamp } from '#domain/stamp.ts';
import { afterAct, emptyHistory, historyOf, repetition, reversal, type History } from '#domain/undo.ts';
import type { Bundle, Store } from '#data/store.ts';

export interface SessionPorts {
  readonly store: Pick<Store, 'write' | 'watchJournal'>;
  readonly nowMs: () => number;
  readonly newActId: () => ActId;
  readonly node: NodeId;
  /** The rows without which a journal is not found: list and roadmap. For a meeting that was removed elsewhere. */
  readonly around?: (session: Session) => Omit<Bundle, 'changes'>;
}

export interface ActOptions extends Pick<Change, 'undoes' | 'redoes'> {
  /** Rows that go to disk in the same transaction, made after the act is applied in memory. */
  readonly along?: () => Omit<Bundle, 'changes'>;
}

/** What changed: the winning changes only, so that a view can be brought up to date. */
export type SessionListener = (changes: readonly Change[]) => void;

export class Session {
  readonly meeting: MeetingId;
  readonly #ports: SessionPorts;
  readonly #replica = new Map<EntryId, Change>();
  readonly #journal = new Map<Stamp, Change>();
  readonly #held = new Map<EntryId, Stamp>();
  readonly #listeners = new Set<SessionListener>();
  readonly #onDisk = new Set<Stamp>();
  #clock: ClockState;
  #history: History = emptyHistory;
  #stopWatching: () => void = () => undefined;
  #gone = false;

  constructor(meeting: MeetingId, journal: readonly Change[], ports: SessionPorts) {
    this.meeting = meeting;
    this.#ports = ports;
    this.#clock = emptyClock(ports.node);
    this.#take(journal);
    for (const change of journal) this.#onDisk.add(change.stamp);
    this.#history = historyOf(this.#journal.values());
  }

  /** The winning change of every entry. */
  get replica(): ReadonlyMap<EntryId, Change> {
    return this.#replica;
  }

  /** Every change, as it was made; undo and revisions are derived from it. */
  get journal(): Iterable<Change> {
    return this.#journal.values();
  }

  get history(): History {
    return this.#history;
  }

  /** True while another tab has removed the meeting and nothing was written into it here since. */
  get isGone(): boolean {
    return this.#gone;
  }

  /** True while the entry's latest change of this tab is not on disk. */
  isHeld(entry: EntryId): boolean {
    return this.#held.has(entry);
  }

  /** Entries whose latest change is in memory only. */
  get heldEntries(): Iterable<EntryId> {
    return this.#held.keys();
  }

  /** Calls after every change in memory, and (with an empty list) when something reached the disk. */
  subscribe(listener: SessionListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Follows what other tabs write to the same meeting. When one has removed it, what is on
   * this screen is whole on disk again with the next act, or at once if there was one already.
   */
  follow(): void {
    this.#stopWatching();
    this.#stopWatching = this.#ports.store.watchJournal(this.meeting, this.#onDisk, (changes) => {
      for (const change of changes) this.#onDisk.add(change.stamp);
      const unseen = changes.filter(({ stamp }) => !this.#journal.has(stamp));
      if (unseen.length === 0) return;
      const winning = this.#take(unseen);
      this.#history = historyOf(this.#journal.values());
      this.#tell(winning);
    }, (left) => {
      this.#onDisk.clear();
      this.#gone = true;
      if (left > 0) void this.#write({}); // the store keeps trying
    });
  }

  /**
   * Carries out one act: applied in memory at once, then written.
   * Resolves when it is on disk; never rejects (the store keeps trying).
   */
  act(edits: readonly Edit[], options: ActOptions = {}): Promise<void> {
    return this.#carryOut(edits, this.#ports.newActId(), options);
  }

  /**
   * Carries out edits of a field that is being typed in. While `act` is still the latest step
   * they join it, so that one field is one step of undo however often it is stored; else they
   * begin a step. Returns the act that they went under.
   */
  typeOn(edits: readonly Edit[], act: ActId | null): ActId {
    const { undo, redo } = this.#history;
    // After an undo a new step begins: what was undone between must not come over words typed since.
    const joined = act !== null && undo.at(-1) === act && redo.length === 0 ? act : this.#ports.newActId();
    void this.#carryOut(edits, joined, {}); // the store tells when it is on disk
    return joined;
  }

  #carryOut(edits: readonly Edit[], act: ActId, { along, ...reverses }: ActOptions): Promise<void> {
    if (edits.length === 0) return Promise.resolve();
    const changes = edits.map((edit): Change => {
      // What the leader does now is to win, also over an entry whose stamp came from a clock far ahead.
      const current = this.#replica.get(edit.entry);
      if (current) this.#clock = follow(this.#clock, current.stamp);
      this.#clock = tick(this.#clock, this.#ports.nowMs());
      return { meeting: this.meeting, stamp: stampOf(this.#clock), act, ...edit, ...reverses };
    });
    const winning = this.#take(changes);
    this.#history = afterAct(this.#history, changes);
    for (const change of changes) this.#held.set(change.entry, change.stamp);
    this.#tell(winning);
    return this.#write({ ...along?.(), changes });
  }

  /** Writes changes; those of a meeting that has gone with all that belongs to it. */
  #write(bundle: Bundle): Promise<void> {
    const whole = this.#gone ? { ...this.#ports.around?.(this), ...bundle, changes: [...this.#journal.values()] } : bundle;
    this.#gone = false;
    return this.#ports.store.write(whole).then(() => {
      for (const { entry, stamp } of whole.changes ?? []) {
        this.#onDisk.add(stamp);
        if (this.#held.get(entry) === stamp) this.#held.delete(entry);
      }
      this.#tell([]);
    });
  }

  /** Takes the latest act back; does nothing when there is none. */
  undo(): Promise<void> {
    const act = this.#history.undo.at(-1);
    return act ? this.act(reversal(this.#journal.values(), act), { undoes: act }) : Promise.resolve();
  }

  /** Does the latest undone act again; does nothing when there is none. */
  redo(): Promise<void> {
    const act = this.#history.redo.at(-1);
    return act ? this.act(repetition(this.#journal.values(), act), { redoes: act }) : Promise.resolve();
  }

  /** Stops following. Writes under way go on. */
  close(): void {
    this.#stopWatching();
    this.#listeners.clear();
  }

  #take(changes: readonly Change[]): Change[] {
    const now = this.#ports.nowMs();
    const winning: Change[] = [];
    for (const change of changes) {
      this.#journal.set(change.stamp, change);
      // This device's own stamps are followed however far ahead: its clock may have been set back since.
      this.#clock = change.imported ? witness(this.#clock, change.stamp, now) : follow(this.#clock, change.stamp);
      if (!wins(change, this.#replica.get(change.entry))) continue;
      this.#replica.set(change.entry, change);
      winning.push(change);
    }
    return winning;
  }

  #tell(changes: readonly Change[]): void {
    for (const listener of this.#listeners) listener(changes);
  }
}
