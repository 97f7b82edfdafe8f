/** The desk of the patterns screen over meetings that a test made, without a worker. */
import type { PatternDesk } from '#app/patterns/desk.ts';
import { lookAt, traceFigure } from '#domain/patterns/look.ts';
import { setFrom, type Spec } from './pattern-record.ts';

export function deskOver(specs: readonly Spec[]): PatternDesk {
  const set = setFrom(specs);
  return {
    look: (filter, today) => Promise.resolve(lookAt(set, filter, today)),
    trace: (filter, figure, today) => Promise.resolve(traceFigure(set, filter, figure, today)),
    onChanged: () => () => undefined,
    onProgress: () => () => undefined,
    close: () => undefined,
  };
}
