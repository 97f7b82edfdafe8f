/**
 * An event of a calendar (RFC 5545, 3.6.1) as the times at which it happens within a window:
 * RRULE, RDATE and EXDATE, single occurrences that were moved or called off (RECURRENCE-ID).
 */
import { propertiesOf, textOf, zoneNameOf, type Component, type Property } from './jcal.ts';
import { isoDay, yearMonthDay } from './days.ts';
import { firstYear, lastYear, perEventLimit } from './limits.ts';
import { daysOf, ruleOf, type Budget } from './rule.ts';
import { momentOf, utc, wallOf, type Wall, type Zone, type Zones } from './zones.ts';

export interface Occurrence {
  /** Which of a series, by the time it was first planned for; empty for an event that does not repeat. */
  readonly which: string;
  /** The event whose words count: the series, or the one that replaces this occurrence. */
  readonly event: Component;
  /** Begins at, epoch ms; of an all-day event the wall time counts alone. */
  readonly atMs: number;
  readonly wall: Wall;
  readonly allDay: boolean;
  readonly minutes: number | null;
}

/** One event with those that replace some of its occurrences. */
export interface Series {
  readonly uid: string;
  readonly main: Component | null;
  readonly replaced: readonly Component[];
}

export interface Around {
  readonly zones: Zones;
  readonly budget: Budget;
  /** Days that are listed, as numbers. */
  readonly from: number;
  readonly to: number;
}

export interface Happening {
  readonly occurrences: readonly Occurrence[];
  /** Its rule is not read here: only its first day is among the occurrences. */
  readonly isPartial: boolean;
}

interface Time {
  readonly wall: Wall;
  readonly zone: Zone;
  readonly allDay: boolean;
  readonly ms: number;
}

const dayOnly = /^\d{4}-\d{2}-\d{2}$/;

function timesOf(property: Property | undefined, zones: Zones): Time[] {
  if (!property) return [];
  return property.values.flatMap((value): Time[] => {
    const text = Array.isArray(value) ? String(value[0]) : String(value); // RDATE may hold periods: their beginning
    const wall = wallOf(text);
    if (!wall) return [];
    const { year } = yearMonthDay(wall.day);
    if (year < firstYear || year > lastYear) return [];
    const zone = text.endsWith('Z') ? utc : zones.get(zoneNameOf(property));
    return [{ wall, zone, allDay: dayOnly.test(text), ms: momentOf(wall, zone) }];
  });
}
const firstTime = (event: Component, name: string, zones: Zones): Time | undefined => timesOf(propertiesOf(event, name)[0], zones)[0];
const isCalledOff = (event: Component): boolean => textOf(event, 'status').toUpperCase() === 'CANCELLED';

/** Minutes from an event's beginning to its end; null when it says neither, or lasts whole days. */
function minutesOf(event: Component, zones: Zones): number | null {
  const begin = firstTime(event, 'dtstart', zones);
  if (!begin || begin.allDay) return null;
  const end = firstTime(event, 'dtend', zones);
  if (end) return end.ms > begin.ms ? Math.round((end.ms - begin.ms) / 60_000) : null;
  const found = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(textOf(event, 'duration'));
  if (!found) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = found.slice(1).map((part: string | undefined) => Number(part ?? 0));
  return ((weeks * 7 + days) * 24 + hours) * 60 + minutes || null;
}

/** Outlook writes a day as midnight to midnight and marks it. */
const isWholeDay = (event: Component, begin: Time): boolean =>
  begin.allDay || textOf(event, 'x-microsoft-cdo-alldayevent').toUpperCase() === 'TRUE';

function occurrenceOf(event: Component, which: string, begin: Time, zones: Zones): Occurrence {
  const allDay = isWholeDay(event, begin);
  return { which, event, atMs: begin.ms, wall: begin.wall, allDay, minutes: allDay ? null : minutesOf(event, zones) };
}

/** When a series happens within the window, in no particular order. */
export function occurrencesOf({ main, replaced }: Series, around: Around): Happening {
  const { zones, from, to } = around;
  // A series that was called off has none left, whatever its single occurrences say.
  if (main && isCalledOff(main)) return { occurrences: [], isPartial: false };
  const moved = replaced.flatMap((event) => {
    const instead = firstTime(event, 'recurrence-id', zones);
    return instead ? [{ event, instead }] : [];
  });
  const replacedAt = new Set(moved.map(({ instead }) => instead.ms));
  const planned = main ? plannedTimes(main, around) : { times: [], isPartial: false, repeats: true };
  const kept = main ? planned.times.filter(({ ms }) => !replacedAt.has(ms)).map((time) => occurrenceOf(main, planned.repeats ? nameOf(time) : '', time, zones)) : [];
  const others = moved.flatMap(({ event, instead }): Occurrence[] => {
    const begin = firstTime(event, 'dtstart', zones);
    return begin && !isCalledOff(event) ? [occurrenceOf(event, nameOf(instead), begin, zones)] : [];
  });
  const inWindow = ({ wall }: Occurrence): boolean => wall.day >= from && wall.day <= to;
  return { occurrences: [...kept, ...others].filter(inWindow).slice(0, perEventLimit), isPartial: planned.isPartial };
}

const nameOf = ({ wall }: Time): string => `${isoDay(wall.day)}T${String(wall.seconds)}`;

function plannedTimes(event: Component, { zones, budget, from, to }: Around): { readonly times: readonly Time[]; readonly isPartial: boolean; readonly repeats: boolean } {
  const begin = firstTime(event, 'dtstart', zones);
  if (!begin) return { times: [], isPartial: false, repeats: false };
  const rules = propertiesOf(event, 'rrule').map(({ values }) => values[0]);
  const extra = propertiesOf(event, 'rdate').flatMap((property) => timesOf(property, zones));
  const repeats = rules.length + extra.length > 0;
  const read = rules.map(ruleOf).filter((rule) => rule !== null);
  const on = (day: number): Time => {
    const wall = { day, seconds: begin.wall.seconds };
    return { ...begin, wall, ms: momentOf(wall, begin.zone) };
  };
  const times = new Map<number, Time>();
  for (const rule of read) {
    // A day more on either side: a local day may be another one in the event's zone.
    for (const day of daysOf(rule, begin.wall.day, { from: from - 1, to: to + 1 }, budget)) {
      const time = on(day);
      if (rule.until !== null && isAfter(time, rule.until, begin.zone)) break;
      times.set(time.ms, time);
    }
  }
  if (read.length === 0) times.set(begin.ms, begin);
  for (const time of extra) times.set(time.ms, { ...time, allDay: begin.allDay });
  return { times: without([...times.values()], event, zones), isPartial: read.length < rules.length, repeats };
}

/** Some programs leave out a whole day, others the moment. */
function without(times: readonly Time[], event: Component, zones: Zones): Time[] {
  const out = propertiesOf(event, 'exdate').flatMap((property) => timesOf(property, zones));
  const moments = new Set(out.filter(({ allDay }) => !allDay).map(({ ms }) => ms));
  const days = new Set(out.filter(({ allDay }) => allDay).map(({ wall }) => wall.day));
  return times.filter(({ ms, wall }) => !moments.has(ms) && !days.has(wall.day));
}

function isAfter(time: Time, until: string, zone: Zone): boolean {
  const wall = wallOf(until);
  if (!wall) return false;
  if (dayOnly.test(until)) return time.wall.day > wall.day;
  return time.ms > momentOf(wall, until.endsWith('Z') ? utc : zone);
}
