/**
 * Gaps: stretches in which the device slept and nothing was observed. They are no silence
 * and no talk, and no phase is charged with them.
 */
import type { Meeting } from '../entry.ts';

/** How much of the stretch (epoch milliseconds) fell into gaps; gaps that overlap count once. */
export function unobservedMs(meeting: Meeting, fromMs: number, toMs: number): number {
  const gaps = [...meeting.gap.values()].sort((a, b) => a.fromMs - b.fromMs);
  let total = 0;
  let countedToMs = fromMs;
  for (const gap of gaps) {
    const beginsMs = Math.max(gap.fromMs, countedToMs);
    const endsMs = Math.min(gap.toMs, toMs);
    if (endsMs <= beginsMs) continue;
    total += endsMs - beginsMs;
    countedToMs = endsMs;
  }
  return total;
}

/** The stretch without its gaps; never negative, also when a clock was set back within it. */
export const observedMs = (meeting: Meeting, fromMs: number, toMs: number): number =>
  Math.max(0, toMs - fromMs) - unobservedMs(meeting, fromMs, toMs);
