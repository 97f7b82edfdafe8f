/**
 * Finishing a meeting and its record. Each finish is a revision; a reopened meeting keeps
 * its number until it is finished again.
 *
 *   | state               | finish       | reopen     |
 *   | never finished      | revision 1   | –          |
 *   | finished (n)        | –            | open, n    |
 *   | reopened (n)        | revision n+1 | –          |
 *
 * A revision that is kept on the device is never overwritten: numbers go on above the highest.
 */
import type { Change } from '../change.ts';
import { localKinds, type Edit, type Meeting } from '../entry.ts';
import { entryIdOf, type ActId, type DeviceId, type EntryId, type MeetingId } from '../ids.ts';
import { meetingOf, type Replica } from '../merge.ts';
import { basicsOf, finishOf, isFinished, isRunning, revisionOf } from '../meeting/glance.ts';
import { endMeeting } from '../meeting/timing.ts';
import { closeTurn } from '../meeting/voice.ts';
import type { Roadmap } from '../roadmap/roadmap.ts';
import type { Stamp } from '../stamp.ts';
import { recordFormat, recordVersion, type MeetingRecord, type RecordEntry } from './record.ts';
import { withheldEntries } from './withheld.ts';

export { isFinished, revisionOf };

const finishId = entryIdOf('finish');

/**
 * Finishes at `nowMs`: the next revision, above `kept`, the highest that is kept on the device
 * already. Ends a running meeting and an open turn with it. Nothing for a finished meeting.
 */
export const finishEdits = (meeting: Meeting, nowMs: number, kept = 0): Edit[] =>
  isFinished(meeting) ? [] : nextRevision(meeting, nowMs, kept);

/** The next revision, also of a meeting that is finished: something was written into it. */
export function nextRevision(meeting: Meeting, nowMs: number, kept = 0): Edit[] {
  const ending = isRunning(meeting) ? endMeeting(meeting, nowMs) : closeTurn(meeting, nowMs);
  const revision = Math.max(revisionOf(meeting), kept) + 1;
  return [...ending, { kind: 'finish', entry: finishId, value: { ...finishOf(meeting), revision, atMs: nowMs, open: false } }];
}

/** Opens a finished meeting again; its revision so far stays readable as a record. */
export function reopenEdits(meeting: Meeting): Edit[] {
  const known = finishOf(meeting);
  return known && !known.open ? [{ kind: 'finish', entry: finishId, value: { ...known, open: true } }] : [];
}

interface RecordSource {
  readonly meeting: MeetingId;
  readonly device: DeviceId;
  /** The winning change of every entry, tombstones and kinds of later versions included. */
  readonly replica: Replica;
  readonly roadmap: Roadmap;
  readonly finishedAtMs: number;
  readonly revision: number;
}

/** True for a value that is tagged as staying here, also in a kind that only a later version reads. */
const isTaggedDeviceOnly = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'tag' in value && value.tag === 'device-only';

/**
 * The record of a meeting. Leaves out local kinds, device-only notes and what was drawn
 * from them; carries along kinds and fields of later versions. Entries are sorted by id.
 */
export function recordOf({ meeting: id, device, replica, roadmap, finishedAtMs, revision }: RecordSource): MeetingRecord {
  const meeting = meetingOf(replica);
  const withheld = withheldEntries(meeting);
  const entries = [...replica.values()]
    .filter(({ entry, kind, value }) => !localKinds.has(kind) && !withheld.has(entry) && !isTaggedDeviceOnly(value))
    .map(({ entry, kind, stamp, value }): RecordEntry => ({ id: entry, kind, stamp, value }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    format: recordFormat, schemaVersion: recordVersion, meeting: id, device, revision, finishedAtMs,
    sample: basicsOf(meeting).sample === true, roadmap, entries,
  };
}

/** The changes that bring a record's entries into a device, all in one act that is no step of undo there. */
export function changesOfRecord(record: MeetingRecord, act: ActId): Change[] {
  return record.entries
    .filter(({ kind }) => !localKinds.has(kind))
    .map(({ id, kind, stamp, value }): Change => ({
      meeting: record.meeting,
      // A record's ids and stamps were checked when it was parsed or made.
      stamp: stamp as Stamp,
      entry: id as EntryId,
      act, kind, value, imported: true,
    }));
}

/** The living entries of a record; kinds of later versions are left aside. */
export function meetingOfRecord(record: MeetingRecord): Meeting {
  // Nothing of the act remains in a meeting, so any id serves.
  const changes = changesOfRecord(record, record.meeting as string as ActId);
  return meetingOf(new Map(changes.map((change) => [change.entry, change])));
}
