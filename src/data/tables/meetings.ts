/** The list of meetings: one sealed digest each. The open flag stands in clear and is bound by the sealing. */
import { isOwnDigest } from '#domain/digest.ts';
import { parseMeetingId, type MeetingId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { openRow, sealRow, type Place } from '#seal/row.ts';
import type { Database, MeetingRow } from '../database.ts';
import type { SealedRow } from '../sealed-rows.ts';
import type { DamagedRow, ListedMeeting } from '../store.ts';
import { misfit } from './opened.ts';

const table = 'meetings';
const placeOf = (id: string, open: unknown): Place => ({ table, key: `${id}/${open === 1 ? 'open' : 'closed'}` });

/** The sealed row of a listed meeting. */
export async function sealListed(key: CryptoKey, { id, open, digest }: ListedMeeting): Promise<SealedRow> {
  const flag = open ? 1 : 0;
  const row: MeetingRow = { id, open: flag, sealed: await sealRow(key, placeOf(id, flag), digest) };
  return { table, key: id, row };
}

/** The listed meeting of a row; `DamagedRow`, with the meeting's id as its key, when it does not open or is no digest. */
export async function openListed(key: CryptoKey, row: MeetingRow): Promise<Result<ListedMeeting, DamagedRow>> {
  const inside = await openRow(key, placeOf(row.id, row.open), row.sealed);
  const id = parseMeetingId(row.id);
  if (!id || !inside.ok || !isOwnDigest(inside.value)) return misfit({ table, key: row.id });
  return ok({ id, open: row.open === 1, digest: inside.value });
}

/** All rows of the list. */
export const listedRows = (db: Database): PromiseLike<MeetingRow[]> => db.meetings.toArray();

/** The row of one meeting. */
export const listedRow = (db: Database, meeting: MeetingId): PromiseLike<MeetingRow | undefined> => db.meetings.get(meeting);

/** Takes a meeting off the list; inside the caller's transaction. */
export const removeListed = (db: Database, meeting: MeetingId): PromiseLike<unknown> => db.meetings.delete(meeting);
