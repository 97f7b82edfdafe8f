/**
 * A tap on Begin outside of the meeting: its screen starts the clock when it is there. Held by
 * this page alone, so that a deep link, a reload or the back button never starts a clock.
 */
import type { MeetingId } from '#domain/ids.ts';

let asked: MeetingId | null = null;

export function askToBegin(meeting: MeetingId): void {
  asked = meeting;
}

/** Whether this meeting was asked to begin; true once for each tap, and whatever was asked is forgotten. */
export function takeBegin(meeting: MeetingId): boolean {
  const wanted = asked === meeting;
  asked = null;
  return wanted;
}
