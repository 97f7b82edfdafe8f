/** A roadmap on its way in: read, shown, kept. Nothing is kept before the tap. */
import type { App } from '#app/app.ts';
import {
  keepRoadmap, previewRoadmapFile, previewRoadmapLink, standingOfRoadmap, type ReadRoadmapObstacle, type RoadmapNotKept, type RoadmapPreview, type RoadmapStanding,
} from '#app/roadmap/exchange.ts';
import type { Result } from '#domain/result.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';

export type BringInState =
  | { readonly kind: 'choose' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'refused'; readonly obstacle: ReadRoadmapObstacle }
  | { readonly kind: 'ready' | 'keeping'; readonly preview: RoadmapPreview; readonly standing: RoadmapStanding; readonly obstacle: RoadmapNotKept | null }
  | { readonly kind: 'kept'; readonly roadmap: Roadmap };

export class BringInDesk {
  readonly #app: App;
  #state = $state.raw<BringInState>({ kind: 'choose' });
  #otherScales = $state(false);
  #file: File | null = null;
  #reading = 0;

  constructor(app: App) {
    this.#app = app;
  }

  get state(): BringInState {
    return this.#state;
  }

  /** Whether questions with other scales come in too. */
  get otherScales(): boolean {
    return this.#otherScales;
  }
  set otherScales(is: boolean) {
    this.#otherScales = is;
    if (this.#file) void this.#read(this.#file);
  }

  /** Reads the first of the files; a later choice wins over one that is still being read. */
  async choose([file]: readonly File[]): Promise<void> {
    if (!file) return;
    this.#file = file;
    await this.#read(file);
  }

  async takeLink(packed: string): Promise<void> {
    this.#file = null;
    await this.#show(() => previewRoadmapLink(packed));
  }

  async keep(): Promise<void> {
    if (this.#state.kind !== 'ready') return;
    const { preview, standing } = this.#state;
    this.#state = { kind: 'keeping', preview, standing, obstacle: null };
    const kept = await keepRoadmap(this.#app, preview);
    this.#state = kept.ok ? { kind: 'kept', roadmap: kept.value } : { kind: 'ready', preview, standing, obstacle: kept.error };
  }

  forget(): void {
    this.#reading += 1;
    this.#file = null;
    this.#state = { kind: 'choose' };
  }

  #read(file: File): Promise<void> {
    return this.#show(() => previewRoadmapFile(file, { otherScales: this.#otherScales }));
  }

  async #show(read: () => Promise<Result<RoadmapPreview, ReadRoadmapObstacle>>): Promise<void> {
    const reading = (this.#reading += 1);
    this.#state = { kind: 'reading' };
    const preview = await read();
    const state: BringInState = preview.ok
      ? { kind: 'ready', preview: preview.value, standing: await standingOfRoadmap(this.#app, preview.value), obstacle: null }
      : { kind: 'refused', obstacle: preview.error };
    if (reading === this.#reading) this.#state = state;
  }
}
