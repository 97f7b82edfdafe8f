/** What the meeting screen knows: where the leader is, what is open, and the verbs of the hand. */
import type { App } from '#app/app.ts';
import { beginMeeting, stopMeeting } from '#app/meeting/run.ts';
import type { Answer } from '#domain/entry.ts';
import type { ItemId, PhaseId } from '#domain/ids.ts';
import { timingOf } from '#domain/meeting/glance.ts';
import { markEntry, setMark } from '#domain/meeting/mark.ts';
import type { Note } from '#domain/meeting/note.ts';
import { basicsOf, captureOf, setCapture } from '#domain/meeting/plan.ts';
import { elapsedMs, enterPhase, isRunning, minutesOf, noteSleep, placeOf, showView } from '#domain/meeting/timing.ts';
import { isFinished } from '#domain/record/finish.ts';
import type { AskedItem, AskedPhase } from '#domain/roadmap/asked-items.ts';
import type { OpenMeeting } from '#ui/state/open-meeting.svelte.ts';
import { Answers } from './answers.svelte.ts';
import { notesByPlace } from './by-key.ts';
import { Jotting } from './jotting.svelte.ts';

export type View = 'phase' | 'thread';
/** What lies over the foot of the list, always asked for by a tap or a key. */
export type Foot = 'none' | 'keys' | 'phrases' | 'saved' | 'voice';

export class DuringState {
  readonly app: App;
  readonly meeting: OpenMeeting;
  readonly jotting: Jotting;
  readonly answers: Answers;
  /** Tried out, in memory only: it has no address, and nothing of it is stored. */
  readonly trial: boolean;
  #chosenPhase = $state<PhaseId | null>(null);
  #openItem = $state<ItemId | null>(null);
  #foot = $state<Foot>('none');
  #othersShown = $state(false);
  #veiled = $state(false);
  #item: ItemId | null = null;

  readonly phases: readonly AskedPhase[] = $derived.by(() => this.#duringPhases());
  /** The phases that are walked through, without the whole-meeting checks. */
  readonly steps: readonly AskedPhase[] = $derived(this.phases.filter(({ ordinal }) => ordinal !== null));
  readonly phase: AskedPhase | undefined = $derived.by(() => this.#currentPhase());
  readonly basics = $derived.by(() => basicsOf(this.meeting.entries));
  readonly quick: boolean = $derived.by(() => captureOf(this.meeting.entries).quick);
  readonly items: readonly AskedItem[] = $derived.by(() => this.#shownItems());
  readonly running: boolean = $derived.by(() => isRunning(this.meeting.entries));
  readonly finished: boolean = $derived.by(() => isFinished(this.meeting.entries));
  readonly timing = $derived.by(() => timingOf(this.meeting.entries) ?? null);
  readonly minutes: readonly number[] = $derived.by(() => this.#plannedMinutes());
  readonly notesById: ReadonlyMap<string, readonly Note[]> = $derived.by(() => notesByPlace(this.meeting.entries));

  constructor(app: App, meeting: OpenMeeting, trial = false) {
    this.app = app;
    this.trial = trial;
    this.meeting = meeting;
    this.jotting = new Jotting(app, meeting);
    this.answers = new Answers(meeting);
    this.jotting.follow({ to: 'phase', id: this.phase?.phase.id ?? '' });
  }

  get openItem(): ItemId | null {
    return this.#openItem;
  }
  get foot(): Foot {
    return this.#foot;
  }
  get veiled(): boolean {
    return this.#veiled;
  }
  get othersShown(): boolean {
    return this.#othersShown;
  }
  /** The item on which the hand was last. */
  get item(): ItemId | null {
    return this.#item;
  }

  elapsedMs(nowMs: number): number {
    return elapsedMs(this.meeting.entries, nowMs);
  }
  answer(item: ItemId): Answer | null {
    return this.answers.of(item);
  }
  isHeld(item: ItemId): boolean {
    return this.meeting.isHeld(markEntry(item));
  }
  notesOn(item: ItemId): readonly Note[] {
    return this.notesById.get(`item:${item}`) ?? [];
  }

  mark(asked: AskedItem, answer: Answer): void {
    this.touch(asked.item.id);
    if (this.finished) return;
    this.beginOnce();
    void this.meeting.act(setMark(this.meeting.entries, asked.item, answer, this.meeting.nowMs())); // painted at once
  }

  /** The hand is on this item; the note bar follows it. */
  touch(item: ItemId): void {
    this.#item = item;
    this.jotting.follow({ to: 'item', id: item });
  }

  toggleItem(item: ItemId): void {
    this.touch(item);
    this.#openItem = this.#openItem === item ? null : item;
  }

  /** Opens the row so that all its notes show, and binds the bar to it. */
  noteOn(item: ItemId): void {
    this.#item = item;
    this.jotting.bind({ to: 'item', id: item });
    if (this.notesOn(item).length > 0) this.#openItem = item;
  }

  enter(phase: PhaseId): void {
    if (phase === this.phase?.phase.id) return;
    this.#chosenPhase = phase;
    this.#openItem = null;
    this.#othersShown = false;
    this.#item = null;
    this.jotting.follow({ to: 'phase', id: phase });
    if (this.finished) return;
    void this.meeting.act(enterPhase(this.meeting.entries, phase, { id: this.meeting.newId(), nowMs: this.meeting.nowMs() })); // the place is kept
  }

  turnPhase(by: -1 | 1): void {
    const at = this.phases.findIndex(({ phase }) => phase.id === this.phase?.phase.id);
    const next = this.phases[at + by];
    if (next) this.enter(next.phase.id);
  }

  /** The item before or after the one under the hand; the first one when there is none. */
  neighbour(by: -1 | 1): ItemId | undefined {
    const at = this.items.findIndex(({ item }) => item.id === this.#item);
    if (at === -1) return this.items.at(by === 1 ? 0 : -1)?.item.id;
    return this.items[at + by]?.item.id;
  }

  show(view: View): void {
    if (this.finished || placeOf(this.meeting.entries).view === view) return;
    void this.meeting.act(showView(this.meeting.entries, view)); // the place is kept
  }

  showFoot(foot: Foot): void {
    this.#foot = this.#foot === foot ? 'none' : foot;
  }
  closeFoot(): void {
    this.#foot = 'none';
  }
  showOthers(): void {
    this.#othersShown = true;
  }
  toggleQuick(): void {
    this.#othersShown = false;
    void this.meeting.act(setCapture(this.meeting.entries, { quick: !this.quick })); // painted at once
  }

  veil(): void {
    this.jotting.keepNow();
    this.#veiled = true;
  }
  unveil(): void {
    this.#veiled = false;
  }

  begin(): void {
    void beginMeeting(this.app, this.meeting, this.phase?.phase.id ?? null); // painted at once
  }
  /** Whoever marks or listens sits in the meeting, also when the clock was forgotten: the screen must stay awake. */
  beginOnce(): void {
    if (!this.timing) this.begin();
  }
  end(early = false): void {
    this.jotting.keep();
    void stopMeeting(this.app, this.meeting, early); // painted at once
  }
  slept(fromMs: number, toMs: number): void {
    if (this.running) void this.meeting.act(noteSleep(this.meeting.entries, { id: this.meeting.newId(), fromMs, toMs })); // painted at once
  }

  #duringPhases(): readonly AskedPhase[] {
    const during = this.meeting.phases.filter(({ phase }) => phase.stage === 'during');
    return [...during.filter(({ ordinal }) => ordinal !== null), ...during.filter(({ ordinal }) => ordinal === null)];
  }
  #currentPhase(): AskedPhase | undefined {
    const wanted = this.#chosenPhase ?? placeOf(this.meeting.entries).phase;
    return this.phases.find(({ phase }) => phase.id === wanted) ?? this.phases[0];
  }
  #shownItems(): readonly AskedItem[] {
    const all = this.phase?.items ?? [];
    return this.quick && !this.#othersShown ? all.filter(({ item }) => item.core) : all;
  }
  #plannedMinutes(): readonly number[] {
    const byPhase = minutesOf(this.meeting.entries, [...this.steps]);
    return this.steps.map(({ phase }) => byPhase.get(phase.id) ?? 0);
  }
}
