/**
 * A meeting's course: when it began and ended, which phase was talked about when, and where
 * the leader's screen stands. All lengths come from differences of times (epoch milliseconds)
 * and are never negative; a gap of sleep is not observed, and belongs to nothing.
 */
import type { Edit, Meeting, ValueOf } from '../entry.ts';
import { entryIdOf, type PhaseId } from '../ids.ts';
import { observedMs, unobservedMs } from './gap.ts';
import { isRunning, minutesOf, plannedMinutes, timingOf } from './glance.ts';
import { closeTurn } from './voice.ts';

export { isRunning, minutesOf, plannedMinutes };

type View = ValueOf<'place'>['view'];

const timingId = entryIdOf('timing');
const placeId = entryIdOf('place');

/** Begins the meeting; nothing when it has begun before. */
export const startMeeting = (meeting: Meeting, nowMs: number): Edit[] =>
  timingOf(meeting)
    ? []
    : [{ kind: 'timing', entry: timingId, value: { startedAtMs: nowMs, endedAtMs: null, leftAtMs: null } }];

function stop(meeting: Meeting, nowMs: number, early: boolean): Edit[] {
  const timing = timingOf(meeting);
  if (!timing || !isRunning(meeting)) return [];
  const atMs = Math.max(timing.startedAtMs, nowMs);
  const value = { ...timing, endedAtMs: atMs, leftAtMs: early ? atMs : null };
  return [...closeTurn(meeting, nowMs), { kind: 'timing', entry: timingId, value }];
}

/** Ends the running meeting and the open turn. */
export const endMeeting = (meeting: Meeting, nowMs: number): Edit[] => stop(meeting, nowMs, false);

/** Ends the observation because the leader leaves before the meeting is over. */
export const leaveEarly = (meeting: Meeting, nowMs: number): Edit[] => stop(meeting, nowMs, true);

/**
 * Goes on with a meeting that was ended or left. With `pause`, the time since then is noted
 * as not observed; without it, it counts as if the meeting had gone on.
 */
export function resumeMeeting(meeting: Meeting, pause?: { readonly id: string; readonly nowMs: number }): Edit[] {
  const timing = timingOf(meeting);
  if (!timing || isRunning(meeting)) return [];
  const fromMs = timing.endedAtMs ?? timing.leftAtMs;
  const resumed: Edit = { kind: 'timing', entry: timingId, value: { ...timing, endedAtMs: null, leftAtMs: null } };
  if (!pause || fromMs === null || pause.nowMs <= fromMs) return [resumed];
  return [resumed, { kind: 'gap', entry: entryIdOf('gap', pause.id), value: { fromMs, toMs: pause.nowMs } }];
}

const visitsOf = (meeting: Meeting): ValueOf<'visit'>[] =>
  [...meeting.visit].sort(([a, one], [b, other]) => one.fromMs - other.fromMs || (a < b ? -1 : 1)).map(([, visit]) => visit);

/**
 * Turns to a phase. A visit is noted only while the meeting runs (`running` says so for the
 * act that begins it), and only when the phase is another.
 */
export function enterPhase(
  meeting: Meeting,
  phase: PhaseId,
  { id, nowMs, running = isRunning(meeting) }: { readonly id: string; readonly nowMs: number; readonly running?: boolean },
): Edit[] {
  const edits: Edit[] = [];
  if (running && visitsOf(meeting).at(-1)?.phase !== phase) {
    edits.push({ kind: 'visit', entry: entryIdOf('visit', id), value: { phase, fromMs: nowMs } });
  }
  const place = placeOf(meeting);
  if (place.phase !== phase || place.view !== 'phase') {
    edits.push({ kind: 'place', entry: placeId, value: { ...meeting.place.get(placeId), phase, view: 'phase' } });
  }
  return edits;
}

/** Turns to the phase or the thread, staying at the same phase. */
export function showView(meeting: Meeting, view: View): Edit[] {
  const place = placeOf(meeting);
  if (place.view === view) return [];
  return [{ kind: 'place', entry: placeId, value: { ...meeting.place.get(placeId), phase: place.phase ?? '', view } }];
}

/** Where the screen stands; no phase before the first was entered. */
export function placeOf(meeting: Meeting): { phase: PhaseId | null; view: View } {
  const place = meeting.place.get(placeId);
  return { phase: place?.phase === '' ? null : (place?.phase ?? null), view: place?.view ?? 'phase' };
}

/** How long the meeting has been observed, without gaps; 0 before it began. */
export function elapsedMs(meeting: Meeting, nowMs: number): number {
  const timing = timingOf(meeting);
  return timing ? observedMs(meeting, timing.startedAtMs, timing.endedAtMs ?? nowMs) : 0;
}

/** The time that each visited phase has had, without gaps. A visit lasts until the next one, or the end. */
export function phaseMs(meeting: Meeting, nowMs: number): Map<PhaseId, number> {
  const visits = visitsOf(meeting);
  const endMs = timingOf(meeting)?.endedAtMs ?? nowMs;
  const lengths = new Map<PhaseId, number>();
  for (const [at, visit] of visits.entries()) {
    const toMs = Math.min(visits[at + 1]?.fromMs ?? endMs, endMs);
    lengths.set(visit.phase, (lengths.get(visit.phase) ?? 0) + observedMs(meeting, visit.fromMs, toMs));
  }
  return lengths;
}

/** Notes that the device slept from `fromMs` to `toMs` in a running meeting; whoever spoke then is heard no longer. */
export function noteSleep(
  meeting: Meeting,
  { id, fromMs, toMs }: { readonly id: string; readonly fromMs: number; readonly toMs: number },
): Edit[] {
  const timing = timingOf(meeting);
  if (!timing || !isRunning(meeting)) return [];
  const beginsMs = Math.max(fromMs, timing.startedAtMs);
  if (toMs <= beginsMs) return [];
  return [
    ...closeTurn(meeting, beginsMs),
    { kind: 'gap', entry: entryIdOf('gap', id), value: { fromMs: beginsMs, toMs } },
  ];
}

/** How much of the meeting was slept through. */
export function notObservedMs(meeting: Meeting): number {
  const timing = timingOf(meeting);
  return timing ? unobservedMs(meeting, timing.startedAtMs, timing.endedAtMs ?? Infinity) : 0;
}

/** The clock as a line of planned segments: how much of each has passed, 0 to 1. */
export function pace(minutes: readonly number[], elapsedMs: number): { minutes: number; done: number }[] {
  let beginsMs = 0;
  return minutes.map((planned) => {
    const lengthMs = planned * 60_000;
    const passedMs = elapsedMs - beginsMs;
    beginsMs += lengthMs;
    if (lengthMs <= 0) return { minutes: planned, done: passedMs >= 0 ? 1 : 0 };
    return { minutes: planned, done: Math.min(Math.max(passedMs / lengthMs, 0), 1) };
  });
}
