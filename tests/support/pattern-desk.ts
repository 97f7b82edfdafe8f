/** The desk of the patterns screen over meetings that a test made, without a worker. */
import type { PatternDesk } from '#app/patterns/desk.ts';
import { lookAt, traceFigure } from '#domain/patterns/look.ts';
import type { PatternSet } from '#domain/patterns/pattern-set.ts';
import { setFrom, type Spec } from './pattern-record.ts';

export const deskOver = (specs: readonly Spec[]): PatternDesk => deskOn(setFrom(specs));

/** The same over a set. */
export function deskOn(set: PatternSet): PatternDesk {
  return {
    look: (filter, today) => Promise.resolve(lookAt(set, filter, today)),
    trace: (filter, figure, today) => Promise.resolve(traceFigure(set, filter, figure, today)),
    onChanged: () => () => undefined,
    onProgress: () => () => undefined,
    close: () => undefined,
  };
}
