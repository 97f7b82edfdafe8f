/**
 * Takes what looks like a person's name, a birth date or an id number out of what a leader
 * wrote, for forms in which nobody is named. By the names guard: a careful guess that can
 * take a word too much, so the screen shows the outcome before it leaves.
 */
import { suspectSpans, type Suspect } from '../meeting/names-guard.ts';
import type { MeetingRecord, RecordEntry } from './record.ts';
import { omission } from './without-code.ts';

/** `names`: people only. `all`: birth dates and id numbers too. */
export type Taken = 'names' | 'all';

const isTaken = ({ why }: Suspect, taken: Taken): boolean => taken === 'all' || why === 'name';

/** The text with an omission in place of each suspicious span. */
export function withoutNames(words: string, taken: Taken): string {
  let kept = '';
  let at = 0;
  for (const span of suspectSpans(words)) {
    if (span.from < at || !isTaken(span, taken)) continue;
    kept += words.slice(at, span.from) + omission;
    at = span.to;
  }
  return kept + words.slice(at);
}

/** Fields in which a leader writes freely, by kind of entry. */
const freeText: Readonly<Record<string, readonly string[]>> = {
  note: ['text'], standout: ['text'], reflection: ['text'], 'follow-up': ['what', 'owner'],
  goal: ['words'], bead: ['words'], attendee: ['words'],
};

/**
 * The record with nobody named in its free text. For tables and lists only: it is no record
 * to bring in again, since its stamps stand for the words as they were written.
 */
export const recordWithoutNames = (record: MeetingRecord, taken: Taken): MeetingRecord => ({
  ...record,
  entries: record.entries.map((entry) => ({ ...entry, value: valueWithoutNames(entry, taken) })),
});

function valueWithoutNames({ kind, value }: RecordEntry, taken: Taken): unknown {
  const fields = Object.hasOwn(freeText, kind) ? freeText[kind] : undefined;
  if (!fields || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, was]) => [name, fields.includes(name) && typeof was === 'string' ? withoutNames(was, taken) : was]),
  );
}
