import { guessCode, guessMeeting, guessRoom } from '#domain/meeting/guess-from-words.ts';
import type { MeetingType } from '#domain/meeting/meeting-type.ts';
import { suspectSpans } from '#domain/meeting/names-guard.ts';
import { ok, type Result } from '#domain/result.ts';
import type { CalendarEvent, CalendarObstacle } from '#intake/calendar/read-calendar.ts';
import type { App } from '../app.ts';

export type { CalendarObstacle } from '#intake/calendar/read-calendar.ts';

/** One event as the leader sees it before choosing. */
export interface EventLine extends CalendarEvent {
  /** What a plan would take along. */
  readonly type: MeetingType;
  readonly code: string;
  readonly room: string;
  /** Its words are those of such a meeting. */
  readonly looksLikeOne: boolean;
  /** Its words hold what looks like a name, a birth date or a number; they stay out in any case. */
  readonly namesSomebody: boolean;
  readonly isPast: boolean;
  /** A meeting on this device was planned from it. */
  readonly isPlanned: boolean;
}

export interface CalendarPreview {
  readonly name: string;
  readonly events: readonly EventLine[];
  /** Repeating events of which only the first day is listed. */
  readonly partial: number;
}

export interface CalendarOptions {
  /** IANA name of the zone that the device is in. */
  readonly timeZone: string;
  /** The local day now, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Reads a calendar file and says of each event what a plan would take along. Nothing is written. */
export async function previewCalendar(app: App, file: File, { timeZone, today }: CalendarOptions): Promise<Result<CalendarPreview, CalendarObstacle>> {
  const { readCalendar } = await import('#intake/calendar/read-calendar.ts');
  const read = await readCalendar(file, { nowMs: app.nowMs(), timeZone });
  if (!read.ok) return read;
  const planned = await plannedEvents(app);
  const events = read.value.events.map((event): EventLine => ({
    ...event,
    ...guessMeeting(event.summary),
    code: guessCode(event.summary),
    room: guessRoom(event.location),
    namesSomebody: suspectSpans(event.summary).length > 0,
    isPast: event.onDate < today,
    isPlanned: planned.has(event.fingerprint),
  }));
  return ok({ name: file.name, events, partial: read.value.partial });
}

/** Fingerprints of the events that meetings here were planned from. */
export async function plannedEvents({ store }: App): Promise<ReadonlySet<string>> {
  const { meetings } = await store.readMeetings();
  return new Set(meetings.flatMap(({ digest }) => digest.fromEvent ?? []));
}
