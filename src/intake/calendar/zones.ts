/**
 * Wall time in a named zone as a moment, and a moment as local wall time. Names that the device
 * knows (IANA, and those of Outlook) go by the device's own rules; others by the VTIMEZONE that
 * the file brings (RFC 5545, 3.6.5); without either a time floats: it means the local clock.
 *
 * A time that occurs twice when clocks go back is the first one; one that is left out when they
 * go forward is as long after midnight as it says, in the old offset.
 */
import { propertiesOf, textOf, type Component } from './jcal.ts';
import { dayNumber, isoDay } from './days.ts';
import { zonePartLimit } from './limits.ts';
import { daysOf, ruleOf, type Budget } from './rule.ts';
import { windowsZones } from './windows-zones.ts';

export interface Wall {
  readonly day: number;
  /** Seconds since midnight. */
  readonly seconds: number;
}

/** Offset of a zone from UTC in ms: local is UTC plus offset. */
export interface Zone {
  atMoment(ms: number): number;
  atWall(wall: Wall): number;
}

const asIfUtc = ({ day, seconds }: Wall): number => day * 86_400_000 + seconds * 1000;

/** The moment of a wall time, epoch ms. */
export const momentOf = (wall: Wall, zone: Zone): number => asIfUtc(wall) - zone.atWall(wall);

/** The wall time at a moment. */
export function wallAt(ms: number, zone: Zone): Wall {
  const local = ms + zone.atMoment(ms);
  const day = Math.floor(local / 86_400_000);
  return { day, seconds: Math.floor((local - day * 86_400_000) / 1000) };
}

export const utc: Zone = { atMoment: () => 0, atWall: () => 0 };

const known = new Map<string, Zone | null>();

/** A zone by its IANA name; null when the device does not know it. */
export function namedZone(name: string): Zone | null {
  const zone = known.get(name) ?? makeNamed(name);
  // Names come from files: only so many are kept.
  if (known.size < 500) known.set(name, zone);
  return zone;
}

function makeNamed(name: string): Zone | null {
  // Node and Firefox take offsets for names, others do not; no file means one by it.
  if (!/^[A-Za-z]/.test(name)) return null;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', era: 'short',
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  const atMoment = (ms: number): number => {
    const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
    const local = Date.UTC(part['year'] ?? 1970, (part['month'] ?? 1) - 1, part['day'], part['hour'], part['minute'], part['second']);
    return local - Math.floor(ms / 1000) * 1000;
  };
  return { atMoment, atWall: (wall) => offsetAtWall(atMoment, asIfUtc(wall)) };
}

/** The offset before and the one after a change within a day; the first that gives this wall time, else the old one. */
function offsetAtWall(atMoment: (ms: number) => number, local: number): number {
  const before = atMoment(local - 86_400_000);
  const after = atMoment(local + 86_400_000);
  return [before, after].find((offset) => atMoment(local - offset) === offset) ?? before;
}

/** The zones of one file, looked up by the names that its times give. */
export class Zones {
  readonly #local: Zone;
  readonly #own: ReadonlyMap<string, Component>;
  readonly #budget: Budget;
  readonly #found = new Map<string, Zone>();

  constructor(calendars: readonly Component[], local: Zone, budget: Budget) {
    this.#local = local;
    this.#own = new Map(calendars.flatMap(({ parts }) => parts.filter(({ name }) => name === 'vtimezone')).map((zone) => [textOf(zone, 'tzid'), zone]));
    this.#budget = budget;
  }

  get(name: string): Zone {
    if (name === '') return this.#local;
    const zone = this.#found.get(name) ?? this.#look(name);
    this.#found.set(name, zone);
    return zone;
  }

  #look(name: string): Zone {
    // Some programs write a path before the name: /citadel.org/20260101_1/America/New_York
    const city = /(?:^|\/)((?:America|Pacific|Atlantic|Europe|Asia|Africa|Australia|Indian|Antarctica|US|Canada|Etc)\/[\w+/-]+)$/.exec(name)?.[1];
    const outlook = Object.hasOwn(windowsZones, name) ? windowsZones[name] : undefined;
    const device = namedZone(outlook ?? city ?? name);
    if (device) return device;
    const own = this.#own.get(name);
    return own ? ownZone(own, this.#budget) : this.#local;
  }
}

interface Onset {
  /** Wall time at which it begins, as if it were UTC, in the offset before it. */
  readonly at: (until: number) => number | null;
  readonly before: number;
  readonly offset: number;
}

/** A zone as the file describes it: the latest change before a wall time tells the offset. */
function ownZone({ parts }: Component, budget: Budget): Zone {
  const onsets = parts.filter(({ name }) => name === 'standard' || name === 'daylight').slice(0, zonePartLimit).map((part) => onsetOf(part, budget));
  const offsetBefore = (local: number): number => {
    let latest: { readonly at: number; readonly offset: number } | null = null;
    for (const { at, offset } of onsets) {
      const began = at(local);
      if (began !== null && (!latest || began > latest.at)) latest = { at: began, offset };
    }
    return latest?.offset ?? onsets[0]?.before ?? 0;
  };
  const atMoment = (ms: number): number => offsetBefore(ms + offsetBefore(ms));
  return { atMoment, atWall: (wall) => offsetBefore(asIfUtc(wall)) };
}

function onsetOf(part: Component, budget: Budget): Onset {
  const start = wallOf(textOf(part, 'dtstart')) ?? { day: 0, seconds: 0 };
  const rule = ruleOf(propertiesOf(part, 'rrule')[0]?.values[0]);
  const extra = propertiesOf(part, 'rdate').flatMap(({ values }) => values.map((value) => wallOf(String(value)))).filter((wall) => wall !== null).map(asIfUtc);
  const at = (until: number): number | null => {
    const day = Math.floor(until / 86_400_000);
    const days = rule ? [...daysOf(rule, start.day, { from: day - 800, to: day }, budget)] : [start.day];
    const began = [...days.map((one) => asIfUtc({ day: one, seconds: start.seconds })), ...extra].filter((moment) => moment <= until);
    return began.length === 0 ? null : Math.max(...began);
  };
  return { at, before: offsetOf(textOf(part, 'tzoffsetfrom')), offset: offsetOf(textOf(part, 'tzoffsetto')) };
}

/** `-07:00` in ms. */
function offsetOf(text: string): number {
  const found = /^([+-])(\d{2}):?(\d{2})/.exec(text);
  return found ? (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) * 60_000 : 0;
}

/** The wall time of `2026-11-12T10:00:00`, whatever follows, or of `2026-11-12`; null for another text. */
export function wallOf(text: string): Wall | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(text);
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map((part: string | undefined) => Number(part ?? 0));
  const number = dayNumber(year, month, day);
  if (!isoDay(number).endsWith(`-${found[2] ?? ''}-${found[3] ?? ''}`) || hour > 23 || minute > 59 || second > 60) return null;
  return { day: number, seconds: hour * 3600 + minute * 60 + Math.min(second, 59) };
}
