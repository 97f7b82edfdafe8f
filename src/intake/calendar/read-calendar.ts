/**
 * A calendar file as the events of about a year, in local day and time, or the first thing
 * that is in the way. Bounded in bytes, events, occurrences and work; nothing is written.
 */
import { err, ok, type Result } from '#domain/result.ts';
import type { TextObstacle } from '../obstacles.ts';
import { readText, type FileBytes } from '../read-text.ts';
import { isoDay } from './days.ts';
import { fingerprintOf } from './fingerprint.ts';
import { calendarsOf, propertiesOf, textOf, type Component } from './jcal.ts';
import { calendarLimitBytes, daysAhead, daysBack, eventLimit, occurrenceLimit, stepLimit } from './limits.ts';
import { occurrencesOf, type Occurrence, type Series } from './occurrences.ts';
import { namedZone, utc, wallAt, Zones, type Zone } from './zones.ts';

export type CalendarObstacle =
  | TextObstacle
  /** Not a calendar, or broken. */
  | { readonly type: 'NotACalendar' }
  | { readonly type: 'TooManyEvents'; readonly limit: number }
  /** Its repetitions would take too long to work out. */
  | { readonly type: 'TooManyRepeats' };

/** One time at which something is planned. */
export interface CalendarEvent {
  /** The same for the same event in every file, and says nothing of it. */
  readonly fingerprint: string;
  /** Local, `YYYY-MM-DD`. */
  readonly onDate: string;
  /** Local, `HH:MM`; null for a whole day. */
  readonly startsAt: string | null;
  readonly minutes: number | null;
  readonly summary: string;
  readonly location: string;
}

export interface CalendarRead {
  /** In the order of day and time. */
  readonly events: readonly CalendarEvent[];
  /** Repeating events whose rule is not read; their first day alone is listed. */
  readonly partial: number;
}

export interface ReadCalendarOptions {
  readonly nowMs: number;
  /** IANA name of the device's zone. */
  readonly timeZone: string;
}

/** Text of an event that is shown; more is cut. */
const wordsLimit = 300;

/** Reads a file. Lists from a month ago to a year ahead. */
export async function readCalendar(file: FileBytes, { nowMs, timeZone }: ReadCalendarOptions): Promise<Result<CalendarRead, CalendarObstacle>> {
  const text = await readText(file, calendarLimitBytes);
  if (!text.ok) return text;
  const calendars = calendarsOf(text.value);
  if (!calendars.ok || calendars.value.length === 0) return err({ type: 'NotACalendar' });
  const events = calendars.value.flatMap(({ parts }) => parts.filter(({ name }) => name === 'vevent'));
  if (events.length > eventLimit) return err({ type: 'TooManyEvents', limit: eventLimit });
  const local = namedZone(timeZone) ?? utc;
  const budget = { left: stepLimit };
  const today = wallAt(nowMs, local).day;
  const around = { zones: new Zones(calendars.value, local, budget), budget, from: today - daysBack, to: today + daysAhead };
  const listed: CalendarEvent[] = [];
  let partial = 0;
  for (const series of seriesOf(events)) {
    const { occurrences, isPartial } = occurrencesOf(series, around);
    if (budget.left <= 0) return err({ type: 'TooManyRepeats' });
    if (isPartial && occurrences.length > 0) partial += 1;
    for (const occurrence of occurrences) listed.push(await eventOf(series.uid, occurrence, local));
    if (listed.length > occurrenceLimit) return err({ type: 'TooManyEvents', limit: occurrenceLimit });
  }
  return ok({ events: listed.sort(byTime), partial });
}

/** Events by their UID: the latest version of the series, and what replaces its occurrences. */
function seriesOf(events: readonly Component[]): Series[] {
  const series = new Map<string, { uid: string; main: Component | null; replaced: Component[] }>();
  for (const [at, event] of events.entries()) {
    const uid = textOf(event, 'uid') || `without-uid-${String(at)}`;
    const known = series.get(uid) ?? { uid, main: null, replaced: [] };
    series.set(uid, known);
    if (propertiesOf(event, 'recurrence-id').length > 0) known.replaced.push(event);
    else if (!known.main || Number(textOf(event, 'sequence')) >= Number(textOf(known.main, 'sequence'))) known.main = event;
  }
  return [...series.values()];
}

async function eventOf(uid: string, { which, event, atMs, wall, allDay, minutes }: Occurrence, local: Zone): Promise<CalendarEvent> {
  const here = allDay ? wall : wallAt(atMs, local);
  const two = (number: number): string => String(number).padStart(2, '0');
  return {
    fingerprint: await fingerprintOf(uid, which),
    onDate: isoDay(here.day),
    startsAt: allDay ? null : `${two(Math.floor(here.seconds / 3600))}:${two(Math.floor(here.seconds / 60) % 60)}`,
    minutes,
    summary: textOf(event, 'summary').trim().slice(0, wordsLimit),
    location: textOf(event, 'location').trim().slice(0, wordsLimit),
  };
}

const keyOf = ({ onDate, startsAt, summary }: CalendarEvent): string => `${onDate} ${startsAt ?? ''} ${summary}`;
const byTime = (a: CalendarEvent, b: CalendarEvent): number => (keyOf(a) < keyOf(b) ? -1 : 1);
