/** Records of finished meetings, one row per revision; none is overwritten by a later one. */
import type { MeetingId } from '#domain/ids.ts';
import { parseRecord, parseRecordWith, type MeetingRecord } from '#domain/record/record.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { openRow, sealRow, type Place } from '#seal/row.ts';
import type { Database, RecordRow } from '../database.ts';
import type { SealedRow } from '../sealed-rows.ts';
import type { DamagedRow } from '../store.ts';
import { misfit } from './opened.ts';

const table = 'records';
const placeOf = (meeting: string, revision: number): Place => ({ table, key: `${meeting}/${String(revision)}` });

/** The sealed row of a record. */
export async function sealRecord(key: CryptoKey, record: MeetingRecord): Promise<SealedRow> {
  const { meeting, revision } = record;
  const row: RecordRow = { meeting, revision, sealed: await sealRow(key, placeOf(meeting, revision), record) };
  return { table, key: [meeting, revision], row };
}

/** The record of a row; `DamagedRow` when it does not open or is not a record of this place. */
export async function openRecord(key: CryptoKey, row: RecordRow): Promise<Result<MeetingRecord, DamagedRow>> {
  const place = placeOf(row.meeting, row.revision);
  const inside = await openRow(key, place, row.sealed);
  if (!inside.ok) return inside;
  const record = readInside(inside.value);
  return record.ok ? ok(record.value) : misfit(place);
}

/** Roadmaps by their JSON: a district has one or few, each is most of every record, and is proved once. */
const roadmapsRead = new Map<string, Roadmap>();
const mostRemembered = 4;

function readInside(inside: unknown): ReturnType<typeof parseRecord> {
  if (typeof inside !== 'object' || inside === null || !('roadmap' in inside)) return parseRecord(inside);
  const text = JSON.stringify(inside.roadmap); // it was JSON
  const known = roadmapsRead.get(text);
  if (known) return parseRecordWith(known, inside);
  const record = parseRecord(inside);
  if (!record.ok) return record;
  roadmapsRead.set(text, record.value.roadmap);
  const [oldest] = roadmapsRead.keys();
  if (roadmapsRead.size > mostRemembered && oldest !== undefined) roadmapsRead.delete(oldest);
  return record;
}

const ofMeeting = (db: Database, meeting: MeetingId) =>
  db.records.where(':id').between([meeting, 0], [meeting, Number.MAX_SAFE_INTEGER]);

/** The row of a revision, or of the latest one. */
export const recordRow = (db: Database, meeting: MeetingId, revision?: number): PromiseLike<RecordRow | undefined> =>
  revision === undefined ? ofMeeting(db, meeting).last() : db.records.get([meeting, revision]);

/** The rows of these meetings and revisions, in this order. */
export const rowsOfRecords = (db: Database, which: readonly (readonly [string, number])[]): PromiseLike<(RecordRow | undefined)[]> =>
  db.records.bulkGet(which.map(([meeting, revision]): [string, number] => [meeting, revision]));

/** The revisions of a meeting, ascending. */
export const revisionsOf = async (db: Database, meeting: MeetingId): Promise<number[]> =>
  (await ofMeeting(db, meeting).primaryKeys()).map(([, revision]) => revision);

/** Takes all revisions away; inside the caller's transaction. */
export const removeRecords = (db: Database, meeting: MeetingId): PromiseLike<unknown> => ofMeeting(db, meeting).delete();
