/** What the page and the patterns worker say to each other. */
import type { ReaderPass } from '#data/derived-reader.ts';
import type { Filter } from '#domain/patterns/filter.ts';
import type { PatternLook, TracedFigure } from '#domain/patterns/look.ts';
import type { Figure } from '#domain/patterns/trace.ts';
import type { DeskProgress } from './desk.ts';

export type Question =
  | { readonly ask: 'open'; readonly pass: ReaderPass }
  | { readonly ask: 'look'; readonly id: number; readonly filter: Filter; readonly today: string }
  | { readonly ask: 'trace'; readonly id: number; readonly filter: Filter; readonly figure: Figure; readonly today: string };

export type Answer =
  | { readonly tell: 'look'; readonly id: number; readonly look: PatternLook }
  | { readonly tell: 'trace'; readonly id: number; readonly traced: TracedFigure }
  | { readonly tell: 'changed' }
  | { readonly tell: 'progress'; readonly progress: DeskProgress | null }
  /** It cannot go on: the page takes over. */
  | { readonly tell: 'stopped' };
