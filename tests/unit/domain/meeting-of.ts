/** Builders: meetings out of edits, journals out of changes, ids that are easy to read. */
import type { Change } from '#domain/change.ts';
import type { Edit, Meeting } from '#domain/entry.ts';
import type { ActId, EntryId, MeetingId } from '#domain/ids.ts';
import { meetingOf, replicaOf } from '#domain/merge.ts';
import { emptyClock, stampOf, tick, type NodeId } from '#domain/stamp.ts';

export const uuid = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
export const actId = (number: number): ActId => uuid(number) as ActId;
export const entryId = (text: string): EntryId => text as EntryId;
export const nodeId = (number: number): NodeId => number.toString(16).padStart(16, '0') as NodeId;
export const meetingId = uuid(0xabc) as MeetingId;
/** Monday, November 9, 2026, 10:00 in Phoenix. */
export const tenMs = Date.parse('2026-11-09T17:00:00Z');
export const minuteMs = 60_000;

type Verb = (meeting: Meeting) => readonly Edit[];

/** The meeting that follows when each verb sees what the ones before it did. */
export function meetingAfter(...verbs: readonly Verb[]): Meeting {
  return verbs.reduce<Meeting>((meeting, verb) => withEdits(meeting, verb(meeting)), meetingOf(new Map()));
}

/** The meeting with some more edits, which stay apart from the one given. */
export function withEdits(meeting: Meeting, edits: readonly Edit[]): Meeting {
  const next = Object.fromEntries(Object.entries(meeting).map(([kind, entries]) => [kind, new Map<EntryId, unknown>(entries)]));
  for (const { kind, entry, value } of edits) {
    if (value === null) next[kind]?.delete(entry);
    else next[kind]?.set(entry, value);
  }
  // Rebuilt kind by kind from a meeting, so that it is one.
  return next as unknown as Meeting;
}

/** A journal with one act for each list of edits, a second apart. */
export function journalOf(acts: readonly (readonly Edit[])[], node = nodeId(1)): Change[] {
  let clock = emptyClock(node);
  return acts.flatMap((edits, at) =>
    edits.map((edit): Change => {
      clock = tick(clock, tenMs + at * 1_000);
      return { meeting: meetingId, stamp: stampOf(clock), act: actId(at + 1), ...edit };
    }),
  );
}

export const stateOfJournal = (journal: readonly Change[]): Meeting => meetingOf(replicaOf(journal));
