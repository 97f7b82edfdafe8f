/** A draft with the steps that led to it: each can be taken back and done again. */
import type { RoadmapDraft } from '#domain/roadmap/draft.ts';

/** So many steps can be taken back. */
export const undoSteps = 200;

export class History {
  #draft = $state.raw<RoadmapDraft>({ roadmap: { id: 'none', version: '', title: '', phases: [], items: [] }, base: null });
  #past = $state.raw<readonly RoadmapDraft[]>([]);
  #future = $state.raw<readonly RoadmapDraft[]>([]);
  /** The field that is being typed in: its keystrokes are one step. */
  #field: string | null = null;

  constructor(draft: RoadmapDraft) {
    this.#draft = draft;
  }

  get draft(): RoadmapDraft {
    return this.#draft;
  }
  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** The next draft; keystrokes in the same field join the step before. False when it is the same. */
  go(next: RoadmapDraft, field: string | null): boolean {
    if (next === this.#draft) return false;
    const joins = field !== null && field === this.#field && this.#future.length === 0;
    if (!joins) this.#past = [...this.#past.slice(-(undoSteps - 1)), this.#draft];
    this.#field = field;
    this.#future = [];
    this.#draft = next;
    return true;
  }

  /** The field was left: typing in it again is a step of its own. */
  left(): void {
    this.#field = null;
  }

  undo(): boolean {
    const before = this.#past.at(-1);
    if (!before) return false;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, this.#draft];
    this.#draft = before;
    this.#field = null;
    return true;
  }

  redo(): boolean {
    const after = this.#future.at(-1);
    if (!after) return false;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, this.#draft];
    this.#draft = after;
    this.#field = null;
    return true;
  }
}
