/**
 * Sitting in a meeting: beginning and ending it, and telling the device around the page
 * that it must stay awake and must not be updated or reloaded meanwhile.
 */
import type { Edit, Meeting } from '#domain/entry.ts';
import { endMeeting, enterPhase, isRunning, leaveEarly, placeOf, resumeMeeting, startMeeting } from '#domain/meeting/timing.ts';
import type { PhaseId } from '#domain/ids.ts';
import type { App } from '../app.ts';

/** An opened meeting, as far as these verbs need it. */
export interface Attended {
  readonly entries: Meeting;
  act(edits: readonly Edit[]): Promise<void>;
}

/** Holds the screen awake and updates back while `running`; lets both go otherwise. */
export function attend(app: App, running: boolean): void {
  app.shell.setBusy(running);
  app.shell.keepAwake(running);
}

/**
 * Starts the clock (or lets it go on after an end, the time between counted as not observed) in `firstPhase`, or where the leader
 * already stands. Does nothing but `attend` when the meeting runs. Resolves at the commit.
 */
export function beginMeeting(app: App, meeting: Attended, firstPhase: PhaseId | null = null): Promise<void> {
  const nowMs = app.nowMs();
  const phase = placeOf(meeting.entries).phase ?? firstPhase;
  const entered = phase === null ? [] : enterPhase(meeting.entries, phase, { id: app.newId(), nowMs, running: true });
  const started = resumeMeeting(meeting.entries, { id: app.newId(), nowMs });
  if (started.length === 0) started.push(...startMeeting(meeting.entries, nowMs));
  const written = isRunning(meeting.entries) ? Promise.resolve() : meeting.act([...started, ...entered]);
  attend(app, true);
  return written;
}

/** Ends the meeting now, for all or (`early`) for the leader alone. Resolves at the commit. */
export function stopMeeting(app: App, meeting: Attended, early = false): Promise<void> {
  const written = meeting.act((early ? leaveEarly : endMeeting)(meeting.entries, app.nowMs()));
  attend(app, false);
  return written;
}
