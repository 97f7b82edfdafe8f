/**
 * A draft as it is being written: what is open, what is to be put right, what has changed.
 *
 * A keystroke makes a new draft that shares all it did not touch. What needs a walk over
 * thousands of items (all faults, all changes) follows at the pause; the faults of what is
 * open are told at once.
 */
import { differences, type RoadmapChange } from '#domain/roadmap/diff-versions.ts';
import { faultsOf } from '#domain/roadmap/draft-faults.ts';
import type { ItemFields } from '#domain/roadmap/draft-items.ts';
import { translatedAt, type TextPlace } from '#domain/roadmap/draft-texts.ts';
import { carriedOut, type DraftCommand, type RoadmapDraft } from '#domain/roadmap/draft.ts';
import type { DraftFault } from '#domain/roadmap/fault.ts';
import { languages, type Language } from '#domain/roadmap/limits.ts';
import { untranslated } from '#domain/roadmap/localized.ts';
import type { Item, Phase, RetiredItem, Roadmap, Stage } from '#domain/roadmap/roadmap.ts';
import { editorWords } from '#ui/words/editor-words.ts';
import { conditionName } from '#ui/words/meeting-words.ts';
import { addedTo, conditionIds, faultsNow, retiredOf, sameMembers, steady, wantingItems, wantingPhases, wordsByPlace } from './draft-facts.ts';
import type { EditorPorts, SecondText } from './editor-ports.ts';
import { focusPlace } from './focus-place.ts';
import { History } from './history.svelte.ts';
import { itemsByPhase, numberingOf, sameNumbering, type ItemsByPhase, type Numbering } from './numbers.ts';
import { indexAmong, textPlace } from './places.ts';
import { wasWords } from './was-words.ts';

/** A pause of typing this long stores the draft and looks over the whole of it. */
export const pauseMs = 400;

export class Editor {
  /** Of the draft, as its address names it. */
  readonly id: string;
  /** That it will be when it is published. */
  readonly version: string;
  readonly #ports: EditorPorts;
  readonly history: History;
  #phaseId = $state<string | null>(null);
  #openItem = $state<string | null>(null);
  #told = $state('');
  #faults = $state.raw<readonly DraftFault[]>([]);
  #changes = $state.raw<readonly RoadmapChange[]>([]);
  #missing = $state.raw<readonly TextPlace[]>([]);
  #pause: ReturnType<typeof setTimeout> | null = null;
  #kept: RoadmapDraft;
  #looked: RoadmapDraft | null = null;
  phaseOpen = $state(false);
  moreOpen = $state(false);
  #second = $state<Language | null>(null);

  readonly roadmap: Roadmap = $derived.by(() => this.history.draft.roadmap);
  readonly #items: ItemsByPhase = $derived(itemsByPhase(this.roadmap));
  readonly #steadyNumbers = steady(sameNumbering);
  readonly numbering: Numbering = $derived.by(() => this.#steadyNumbers(numberingOf(this.roadmap.phases, this.#items)));
  readonly #conditions = $derived(this.roadmap.conditions);
  readonly phase: Phase | undefined = $derived(this.roadmap.phases.find(({ id }) => id === this.#phaseId) ?? this.roadmap.phases[0]);
  readonly ownLanguage: Language = $derived(this.roadmap.language ?? 'en');
  /** Faults that stand in the way, as they are now. */
  readonly faults: readonly DraftFault[] = $derived.by(() => this.#faultsNow().filter(({ severity }) => severity === 'must'));
  readonly #wordsByPlace = $derived.by(() => wordsByPlace(this.#faultsNow(), ({ why }) => editorWords.fault(why, (id) => this.conditionName(id))));
  readonly #steadyWanting = steady<ReadonlySet<string>>(sameMembers);
  readonly wantingItems: ReadonlySet<string> = $derived.by(() => this.#steadyWanting(wantingItems(this.faults)));
  readonly wantingPhases: ReadonlySet<string> = $derived(wantingPhases(this.faults, this.roadmap));
  readonly #wasByItem = $derived.by(() => wasWords(this.#changes, this.#base));
  readonly conditionIds: readonly string[] = $derived(conditionIds(this.roadmap));

  constructor(draft: RoadmapDraft, { id, version }: { readonly id: string; readonly version: string }, ports: EditorPorts) {
    this.id = id;
    this.version = version;
    this.#ports = ports;
    this.history = new History(draft);
    this.#kept = draft;
    this.#look();
  }

  get draft(): RoadmapDraft { return this.history.draft; }
  get #base(): Roadmap | null { return this.draft.base; }
  get openItem(): string | null { return this.#openItem; }
  /** What is said to those who do not see the rows. */
  get told(): string { return this.#told; }
  get changes(): readonly RoadmapChange[] { return this.#changes; }
  /** The second language whose texts stand beside; null for none, and where undo made it the roadmap's own. */
  get second(): Language | null { return this.#second === this.ownLanguage ? null : this.#second; }
  set second(second: Language | null) {
    this.#second = second;
    this.#look();
  }
  get otherLanguage(): Language {
    return languages.find((one) => one !== this.ownLanguage) ?? 'es';
  }
  /** Texts that have no words in the second language. */
  get missing(): readonly TextPlace[] {
    return this.#missing;
  }

  itemsOf(phase: string): readonly Item[] {
    return this.#items.get(phase) ?? [];
  }
  conditionName(id: string): string {
    const own = this.#conditions?.find((condition) => condition.id === id);
    return own ? own.label : conditionName(id);
  }
  /** What is the matter at this place, in words; null when nothing is. */
  faultAt(place: string): string | null {
    return this.#wordsByPlace.get(place) ?? null;
  }
  /** What has become of an item since the version before; empty when nothing has. */
  was(item: Item): string {
    return this.#wasByItem.get(item.id) ?? '';
  }
  isNew(item: string): boolean {
    return this.#base?.items.some(({ id }) => id === item) !== true;
  }
  /** Retired ones of a phase that is still there; of null all others. */
  retiredOf(phase: string | null): readonly RetiredItem[] {
    return retiredOf(this.roadmap, this.#base, phase);
  }

  secondText(at: TextPlace): SecondText | undefined {
    const language = this.second;
    if (language === null) return undefined;
    return {
      value: translatedAt(this.roadmap.translations?.[language], at) ?? '',
      ontype: (text) => { this.run({ type: 'set-translation', language, at, text }, `${language}.${textPlace(at, '')}`); },
    };
  }

  /** Carries out a command; keystrokes in the same field are one step of undo. */
  run(command: DraftCommand, field: string | null = null): void {
    if (this.history.go(carriedOut(this.draft, command, this.#ports.newId()), field)) this.#later();
  }
  /** The field was left: typing in it again is a step of its own. */
  left(): void {
    this.history.left();
    this.#store(); // looked over at the pause: nothing moves under the tap that left the field
  }
  readonly undo = (): void => { if (this.history.undo()) this.#later(); };
  readonly redo = (): void => { if (this.history.redo()) this.#later(); };
  choose(phase: string): void {
    if (phase !== this.phase?.id) this.#openItem = null;
    this.#phaseId = phase;
  }
  toggle(item: string): void {
    this.#openItem = this.#openItem === item ? null : item;
  }
  setItem(item: string, change: ItemFields): void {
    this.run({ type: 'set-item', item, change });
  }
  addPhase(): void {
    const stage: Stage = this.phase?.stage ?? 'during';
    const index = this.phase ? this.roadmap.phases.indexOf(this.phase) + 1 : 0;
    const before = this.roadmap.phases;
    this.run({ type: 'add-phase', stage, index });
    const [added] = addedTo(before, this.roadmap.phases);
    if (!added) return;
    this.#phaseId = added.id;
    this.#openItem = null;
    this.phaseOpen = true;
    void focusPlace(`phase.${added.id}.title`);
  }
  retirePhase(phase: string): void {
    const at = this.roadmap.phases.findIndex(({ id }) => id === phase);
    this.run({ type: 'retire-phase', phase });
    this.#phaseId = this.roadmap.phases[Math.max(0, at - 1)]?.id ?? null;
    this.phaseOpen = false;
  }
  movePhase(phase: string, stage: Stage, to: number): void {
    this.run({ type: 'move-phase', phase, index: indexAmong(this.roadmap.phases, phase, (other) => other.stage === stage, to) });
  }
  addItem(phase: string): void {
    this.#opening({ type: 'add-item', phase, index: this.itemsOf(phase).length });
  }
  moveItem(item: string, phase: string, index: number): void {
    this.run({ type: 'move-item', item, phase, index });
    this.#phaseId = phase;
    const all = this.itemsOf(phase);
    this.say(editorWords.told.down(all.findIndex(({ id }) => id === item) + 1, all.length));
  }
  retire(item: string): void {
    this.run({ type: 'retire-item', item });
    this.#openItem = null;
  }
  bringBack(item: string, phase: string | null): void {
    this.run({ type: 'bring-back-item', item, ...(phase === null ? {} : { phase }) });
    this.#phaseId = this.roadmap.items.find(({ id }) => id === item)?.phase ?? this.#phaseId;
  }
  /** Two in its place; the second still needs a text of its own. */
  split(item: Item): void {
    this.#opening({ type: 'split-item', item: item.id, labels: [item.label, ''] }, 1);
  }
  merge(item: string, other: string): void {
    this.#opening({ type: 'merge-items', items: [item, other] });
  }

  say(words: string): void {
    this.#told = words;
  }
  /** Opens the place of a fault or a text and puts the cursor there. */
  async lead(place: string, at: { readonly kind: string; readonly id: string }): Promise<void> {
    const item = at.kind === 'item' ? this.roadmap.items.find(({ id }) => id === at.id) : undefined;
    if (item) {
      this.#phaseId = item.phase;
      this.#openItem = item.id;
      this.moreOpen ||= /\.(?:lens|patterns|allowPartly)$/.test(place);
    } else if (at.kind === 'phase') {
      this.#phaseId = at.id;
      this.phaseOpen = true;
    }
    await focusPlace(place);
  }

  /** Stores what is not stored yet, without waiting for the pause. */
  keepNow(): void {
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = null;
    this.#store();
    if (this.#looked !== this.draft) this.#look();
  }

  #store(): void {
    if (this.#kept === this.draft) return;
    this.#kept = this.draft;
    this.#ports.keep(this.draft);
  }
  /**
   * Goes on with what another tab has stored meanwhile, as one step that can be taken back; the
   * next word here would else put the older draft over it. Not while something here is not stored.
   */
  adopt(stored: RoadmapDraft): void {
    if (this.#kept !== this.draft || JSON.stringify(stored.roadmap) === JSON.stringify(this.roadmap)) return;
    this.history.go(stored, null);
    this.#kept = this.draft;
    this.#look();
  }

  #later(): void {
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = setTimeout(() => { this.keepNow(); }, pauseMs);
  }
  #look(): void {
    const { draft } = this;
    this.#looked = draft;
    this.#faults = faultsOf(draft);
    this.#changes = draft.base ? differences(draft.base, draft.roadmap) : [];
    this.#missing = this.#second === null ? [] : untranslated(draft.roadmap, this.#second);
  }
  /** Opens the `at`th of the items that a command adds, with the cursor in its text. */
  #opening(command: DraftCommand, at = 0): void {
    const before = this.roadmap.items;
    this.run(command);
    const added = addedTo(before, this.roadmap.items)[at];
    if (!added) return;
    this.#phaseId = added.phase;
    this.#openItem = added.id;
    void focusPlace(`item.${added.id}.label`);
  }
  #faultsNow(): readonly DraftFault[] {
    return faultsNow(this.#faults, this.roadmap, { phase: this.phase, item: this.roadmap.items.find(({ id }) => id === this.#openItem) });
  }
}
