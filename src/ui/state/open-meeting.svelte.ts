/**
 * A meeting as screens see it: living entries in reactive maps, one per kind, so that a tick
 * wakes only the row it belongs to; verbs that paint at once; and what is not on disk yet.
 */
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { App } from '#app/app.ts';
import type { Session } from '#app/meeting/session.ts';
import type { SavedState } from '#app/app.ts';
import type { Change } from '#domain/change.ts';
import { entryKinds, type Edit, type EntryKind, type Meeting, type ValueOf } from '#domain/entry.ts';
import type { ActId, EntryId, MeetingId } from '#domain/ids.ts';
import { place } from '#domain/merge.ts';
import { askedItems, askedPhases, type AskedItem, type AskedPhase } from '#domain/roadmap/asked-items.ts';
import type { Item, Roadmap } from '#domain/roadmap/roadmap.ts';
import { conditionsOf } from '#domain/meeting/plan.ts';
import { isFinished } from '#domain/record/finish.ts';
import { conditionName } from '#ui/words/plain.ts';
import { shownRoadmap } from '#ui/words/roadmap-words.ts';

type ReactiveEntries = { [K in EntryKind]: SvelteMap<EntryId, ValueOf<K>> };

const reactiveEntries = (): ReactiveEntries =>
  Object.fromEntries(entryKinds.map((kind) => [kind, new SvelteMap()])) as unknown as ReactiveEntries;

export class OpenMeeting {
  readonly id: MeetingId;
  /** In its own words, as records keep it. */
  readonly roadmap: Roadmap;
  readonly #app: App;
  readonly #session: Session;
  readonly #entries = reactiveEntries();
  readonly #held = new SvelteSet<EntryId>();
  readonly #stops: (() => void)[] = [];
  #saved = $state.raw<SavedState>({ pendingCount: 0, heldSinceMs: null, savedAtMs: null, obstacle: null });
  #canUndo = $state(false);
  #canRedo = $state(false);
  #typing: { readonly field: string; readonly act: ActId } | null = null;

  /** Conditions in force, those of the meeting's type among them. */
  readonly conditions: ReadonlySet<string> = $derived(conditionsOf(this.#entries));
  readonly #shown: Roadmap = $derived.by(() => shownRoadmap(this.roadmap));
  /** Phases with their asked items and numbers, in the words of the screens; changes only with the conditions and the language. */
  readonly phases: readonly AskedPhase[] = $derived.by(() => askedPhases(this.#shown, this.conditions));
  readonly askedById: ReadonlyMap<string, AskedItem> = $derived(askedItems(this.phases));

  constructor(app: App, session: Session, roadmap: Roadmap) {
    this.id = session.meeting;
    this.roadmap = roadmap;
    this.#app = app;
    this.#session = session;
    this.#show([...session.replica.values()]);
    this.#saved = app.saved();
    this.#stops.push(
      session.subscribe((changes) => {
        this.#show(changes);
      }),
      app.onSaved((saved) => {
        this.#saved = saved;
        this.#showHeld();
      }),
    );
    session.follow();
  }

  /** The living entries, by kind: what every domain function reads. */
  get entries(): Meeting {
    return this.#entries;
  }

  get saved(): SavedState {
    return this.#saved;
  }

  get canUndo(): boolean {
    return this.#canUndo;
  }

  get canRedo(): boolean {
    return this.#canRedo;
  }

  /** True when a write has met an obstacle and this entry is still in memory only. */
  isHeld(entry: EntryId): boolean {
    return this.#held.has(entry);
  }

  /** The roadmap item with this id, asked or not. */
  item(id: string): Item | undefined {
    return this.askedById.get(id)?.item ?? this.#shown.items.find((item) => item.id === id);
  }

  /** The words of a condition, the roadmap's own among them. */
  conditionName(id: string): string {
    return this.#shown.conditions?.find((condition) => condition.id === id)?.label ?? conditionName(id);
  }

  /** Carries out one act; paints at once, resolves at the commit. */
  act(edits: readonly Edit[]): Promise<void> {
    return this.#session.act(edits);
  }

  /** Edits of a field that is being typed in: one step of undo until it is left or something else is done. */
  typeOn(field: string, edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    const act = this.#typing?.field === field ? this.#typing.act : null;
    this.#typing = { field, act: this.#session.typeOn(edits, act) };
  }

  /** The field was left; typing in it again is a step of its own. */
  endTyping(): void {
    this.#typing = null;
  }

  /** Takes the latest step back; a finished meeting stands as it is until it is opened again. */
  undo(): void {
    if (!this.#canUndo) return;
    void this.#session.undo(); // painted at once; the store tells when it is on disk
  }

  redo(): void {
    if (!this.#canRedo) return;
    void this.#session.redo(); // as above
  }

  nowMs(): number {
    return this.#app.nowMs();
  }

  newId(): string {
    return this.#app.newId();
  }

  /** The session, for verbs of the app layer (finish, export). */
  get session(): Session {
    return this.#session;
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#session.close();
  }

  #show(changes: readonly Change[]): void {
    for (const change of changes) place(this.#entries, change);
    const finished = isFinished(this.#entries);
    this.#canUndo = !finished && this.#session.history.undo.length > 0;
    this.#canRedo = !finished && this.#session.history.redo.length > 0;
    this.#showHeld();
  }

  /** Writing takes milliseconds; only a write that met an obstacle is shown as held. */
  #showHeld(): void {
    if (this.#saved.obstacle === null) {
      if (this.#held.size > 0) this.#held.clear();
      return;
    }
    for (const entry of this.#held) if (!this.#session.isHeld(entry)) this.#held.delete(entry);
    for (const entry of this.#session.heldEntries) this.#held.add(entry);
  }
}
