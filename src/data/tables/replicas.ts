/** What was pulled: records of other members, and of own other devices. Only random ids stand in clear. */
import { parsePulledReplica, replicaSlot, type PulledReplica } from '#domain/sync/pulled-replica.ts';
import { ok, type Result } from '#domain/result.ts';
import { openRow, sealRow, type Place } from '#seal/row.ts';
import type { Database, ReplicaRow } from '../database.ts';
import type { SealedRow } from '../sealed-rows.ts';
import type { DamagedRow } from '../store.ts';
import { misfit } from './opened.ts';

/** Which replicas are asked for; all of them where neither is given. */
export interface WhichReplicas {
  readonly member?: string;
  readonly record?: string;
}

const table = 'replicas';
const lowest = '';
const highest = '\uffff';
const placeOf = (member: string, record: string, device: string): Place => ({ table, key: `${member}/${record}/${device}` });

/** The sealed row of a replica; a later revision of the same device takes its place. */
export async function sealReplica(key: CryptoKey, replica: PulledReplica): Promise<SealedRow> {
  const { member, record } = replica;
  const device = replicaSlot(replica);
  const row: ReplicaRow = { member, record, device, sealed: await sealRow(key, placeOf(member, record, device), replica) };
  return { table, key: [member, record, device], row };
}

/** The replica of a row; `DamagedRow` when it does not open or is not the replica of its key. */
export async function openReplica(key: CryptoKey, row: ReplicaRow): Promise<Result<PulledReplica, DamagedRow>> {
  const place = placeOf(row.member, row.record, row.device);
  const inside = await openRow(key, place, row.sealed);
  if (!inside.ok) return inside;
  const replica = parsePulledReplica(inside.value);
  const isOfKey = replica?.member === row.member && replica.record === row.record && replicaSlot(replica) === row.device;
  return isOfKey ? ok(replica) : misfit(place);
}

/** The rows that are asked for, by their key. */
export function replicaRows(db: Database, { member, record }: WhichReplicas = {}): PromiseLike<ReplicaRow[]> {
  if (member === undefined) {
    return record === undefined ? db.replicas.toArray() : db.replicas.filter((row) => row.record === record).toArray();
  }
  const from = [member, record ?? lowest, lowest];
  const to = [member, record ?? highest, highest];
  return db.replicas.where(':id').between(from, to, true, true).toArray();
}

/** The keys of all rows. */
export const replicaKeys = (db: Database): PromiseLike<[string, string, string][]> => db.replicas.toCollection().primaryKeys();
