/** A calendar file as components and properties (RFC 7265), read by ical.js, which does no more than that here. */
import ICAL from 'ical.js';
import { err, ok, type Result } from '#domain/result.ts';

export interface Property {
  readonly name: string;
  readonly params: Readonly<Partial<Record<string, unknown>>>;
  readonly values: readonly unknown[];
}

export interface Component {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly parts: readonly Component[];
}

/** The calendars of a file. Null when the text is none. */
export function calendarsOf(text: string): Result<readonly Component[], null> {
  let parsed: unknown;
  try {
    parsed = ICAL.parse(text);
  } catch (error) {
    // Its parser throws errors of several kinds at text that is none; it has nothing else to do than parse.
    if (error instanceof Error) return err(null);
    throw error;
  }
  const list = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed];
  const calendars = list.map((one) => componentOf(one, 0)).filter((one) => one?.name === 'vcalendar');
  return ok(calendars.filter((one) => one !== null));
}

/** A calendar, its events and zones, their rules and alarms: no more than three deep. */
const deepest = 4;

function componentOf(value: unknown, depth: number): Component | null {
  if (!Array.isArray(value) || depth > deepest) return null;
  const [name, properties, parts] = value as unknown[]; // an array, of whatever
  if (typeof name !== 'string' || !Array.isArray(properties) || !Array.isArray(parts)) return null;
  return {
    name,
    properties: properties.map(propertyOf).filter((one) => one !== null),
    parts: parts.map((part) => componentOf(part, depth + 1)).filter((one) => one !== null),
  };
}

function propertyOf(value: unknown): Property | null {
  if (!Array.isArray(value)) return null;
  const [name, params, , ...values] = value as unknown[]; // an array, of whatever
  return typeof name === 'string' && typeof params === 'object' && params !== null ? { name, params: { ...params }, values } : null;
}

/** All properties of a name, in the order of the file. */
export const propertiesOf = ({ properties }: Component, name: string): readonly Property[] => properties.filter((one) => one.name === name);

/** The first text of a property; empty when there is none. */
export function textOf(component: Component, name: string): string {
  const value = propertiesOf(component, name)[0]?.values[0];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The zone that a property names; empty for none. */
export const zoneNameOf = ({ params }: Property): string => (typeof params['tzid'] === 'string' ? params['tzid'] : '');
