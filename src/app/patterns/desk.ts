/** What the patterns screen asks for, wherever it is computed. */
import type { Filter } from '#domain/patterns/filter.ts';
import type { PatternLook, TracedFigure } from '#domain/patterns/look.ts';
import type { Figure } from '#domain/patterns/trace.ts';

/** Work that takes long says how far it is: meetings read, of all that are new. */
export interface DeskProgress {
  readonly done: number;
  readonly of: number;
}

export interface PatternDesk {
  /** All that is shown of the chosen meetings on the local day `today`; null when a later question has taken its place. */
  look(filter: Filter, today: string): Promise<PatternLook | null>;
  /** The marks or meetings behind a figure. */
  trace(filter: Filter, figure: Figure, today: string): Promise<TracedFigure>;
  /** Calls when meetings were added or changed, so that a look is worth taking again. Returns the way to stop. */
  onChanged(listener: () => void): () => void;
  /** Calls while meetings are being read; null when nothing is under way. Returns the way to stop. */
  onProgress(listener: (progress: DeskProgress | null) => void): () => void;
  /** Ends all that is under way and lets go of everything that was opened. */
  close(): void;
}
