/**
 * How many rows the tables of a record must have, counted from its entries and not from the
 * tables: what an export of many is held against.
 */
import { chainLinks } from '../entry.ts';
import type { EntryId } from '../ids.ts';
import { followUpsOf, standoutOf } from '../meeting/glance.ts';
import { sharedNotes } from '../meeting/note.ts';
import { conditionsOf } from '../meeting/plan.ts';
import { reflectionsOf } from '../meeting/reflection.ts';
import { threadRows } from '../meeting/thread.ts';
import { askedItems, askedPhases } from '../roadmap/asked-items.ts';
import { meetingOfRecord } from './finish.ts';
import type { MeetingRecord } from './record.ts';
import { withheldEntries } from './withheld.ts';

/** Rows by table; the table `items`, which is of many meetings together, is not among them. */
export function rowCountsOf(record: MeetingRecord): Readonly<Record<string, number>> {
  const meeting = meetingOfRecord(record);
  const withheld = withheldEntries(meeting);
  const asked = askedItems(askedPhases(record.roadmap, conditionsOf(meeting)));
  const unasked = [...meeting.mark.keys()].filter((entry) => !asked.has(entry.slice('mark:'.length)));
  const shown = (entries: readonly { readonly entry: EntryId }[]): number => entries.filter(({ entry }) => !withheld.has(entry)).length;
  return {
    meetings: 1,
    marks: asked.size + unasked.length,
    notes: sharedNotes(meeting).length,
    turns: meeting.turn.size + meeting.sample.size + meeting.estimate.size,
    thread: threadRows(meeting).length * chainLinks.length,
    reflections: (standoutOf(meeting) === '' ? 0 : 1) + shown([...reflectionsOf(meeting, 'strength'), ...reflectionsOf(meeting, 'growth')]),
    'follow-ups': shown(followUpsOf(meeting)),
    attendees: meeting.attendee.size,
  };
}

/** The sums of two such counts. */
export const addedCounts = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries([...new Set([...Object.keys(one), ...Object.keys(other)])].map((table) => [table, (one[table] ?? 0) + (other[table] ?? 0)]));
