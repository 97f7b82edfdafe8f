/**
 * Records come in. One transaction per push: it first raises the member's sequence, and that
 * row's lock is held until the commit, so sequence order is commit order and a reader's cursor
 * skips nothing. Numbers that are not used leave gaps, which mean nothing.
 *
 * | what is there (same record, device, kind) | then |
 * |---|---|
 * | nothing, or a lower revision | stored; receipt |
 * | the same revision and hash | nothing changes; the same receipt |
 * | the same revision, another hash | refused: `revision-taken` |
 * | a higher revision | nothing changes; the receipt of that one, `superseded` |
 * | a tombstone of any device of the member | refused: `deleted`, but for tombstones |
 *
 * A tombstone takes the record's and its drafts' bytes of all devices away, and stays.
 */
import type { Receipt } from '#wire/answers.ts';
import type { EnvelopeHeader, EnvelopeKind } from '#wire/envelope.ts';
import { note, type AuditLine } from './audit.ts';
import type { Database, Transact } from './database.ts';

/** A record whose header and signature were checked. */
export interface Incoming {
  /** Its place in the push. */
  readonly index: number;
  readonly header: EnvelopeHeader;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface StoreRefusal {
  readonly index: number;
  readonly code: 'revision-taken' | 'deleted';
}

export interface Pushed {
  readonly receipts: readonly Receipt[];
  readonly refused: readonly StoreRefusal[];
  /** How many were new. */
  readonly stored: number;
}

export interface PushStore {
  /** All or nothing but for the refusals. @returns null when the member was revoked in the meantime */
  push(memberId: string, records: readonly Incoming[], line: AuditLine): Promise<Pushed | null>;
}

export const pushStore = (database: Database): PushStore => ({
  push: (memberId, records, line) => database.write((tx) => push(tx, memberId, records, line)),
});

interface Standing { readonly revision: number; readonly sha256: string; readonly seq: number }

async function push(tx: Transact, memberId: string, records: readonly Incoming[], line: AuditLine): Promise<Pushed | null> {
  const [raised] = await tx.updateTable('members').set((eb) => ({ seq: eb('seq', '+', records.length) }))
    .where('id', '=', memberId).where('revoked_ms', 'is', null).returning('seq').execute();
  if (!raised) return null;
  const there = await readStanding(tx, memberId, records);
  const outcome = { receipts: [] as Receipt[], refused: [] as StoreRefusal[], stored: 0 };
  const fresh = new Map<string, Incoming & { readonly seq: number }>();
  let seq = raised.seq - records.length;
  for (const record of records) {
    const judged = judge(there, record);
    if (judged === 'revision-taken' || judged === 'deleted') {
      outcome.refused.push({ index: record.index, code: judged });
    } else if (judged !== 'new') {
      outcome.receipts.push(judged);
    } else {
      seq += 1;
      outcome.receipts.push(receiptOf(record.header, { revision: record.header.revision, sha256: record.sha256, seq }));
      take(there, fresh, { ...record, seq });
    }
  }
  await write(tx, memberId, [...fresh.values()]);
  outcome.stored = fresh.size;
  if (fresh.size > 0) await note(tx, { ...line, count: fresh.size });
  return outcome;
}

const keyOf = ({ recordId, deviceId, kind }: Pick<EnvelopeHeader, 'recordId' | 'deviceId' | 'kind'>): string => `${recordId} ${deviceId} ${kind}`;
const graveOf = (recordId: string): string => `${recordId} grave`;
const isMortal = (kind: EnvelopeKind): boolean => kind === 'record' || kind === 'draft';

async function readStanding(tx: Transact, memberId: string, records: readonly Incoming[]): Promise<Map<string, Standing>> {
  const recordIds = [...new Set(records.map(({ header }) => header.recordId))];
  if (recordIds.length === 0) return new Map();
  const rows = await tx.selectFrom('records').select(['record_id', 'device_id', 'kind', 'revision', 'sha256', 'seq'])
    .where('member_id', '=', memberId).where('record_id', 'in', recordIds).execute();
  const there = new Map<string, Standing>();
  for (const row of rows) {
    there.set(`${row.record_id} ${row.device_id} ${row.kind}`, row);
    if (row.kind === 'tombstone') there.set(graveOf(row.record_id), row);
  }
  return there;
}

function judge(there: ReadonlyMap<string, Standing>, { header, sha256 }: Incoming): 'new' | Receipt | StoreRefusal['code'] {
  if (isMortal(header.kind) && there.has(graveOf(header.recordId))) return 'deleted';
  const standing = there.get(keyOf(header));
  if (!standing || standing.revision < header.revision) return 'new';
  if (standing.revision > header.revision) return { ...receiptOf(header, standing), superseded: true };
  return standing.sha256 === sha256 ? receiptOf(header, standing) : 'revision-taken';
}

const receiptOf = ({ recordId, deviceId, kind }: EnvelopeHeader, { revision, sha256, seq }: Standing): Receipt => ({ recordId, deviceId, kind, revision, sha256, seq });

/** Notes what the rest of the push has to reckon with. */
function take(there: Map<string, Standing>, fresh: Map<string, Incoming & { readonly seq: number }>, record: Incoming & { readonly seq: number }): void {
  const { header, sha256, seq } = record;
  const standing = { revision: header.revision, sha256, seq };
  there.set(keyOf(header), standing);
  fresh.set(keyOf(header), record);
  if (header.kind !== 'tombstone') return;
  there.set(graveOf(header.recordId), standing);
  for (const [key, other] of fresh) if (isMortal(other.header.kind) && other.header.recordId === header.recordId) fresh.delete(key);
}

/** Rows per statement: parameters stay far below what the engines take (SQLite 32,766). */
const rowsAtOnce = 100;

async function write(tx: Transact, memberId: string, fresh: readonly (Incoming & { readonly seq: number })[]): Promise<void> {
  const buried = fresh.filter(({ header }) => header.kind === 'tombstone').map(({ header }) => header.recordId);
  if (buried.length > 0) await tx.deleteFrom('records').where('member_id', '=', memberId).where('record_id', 'in', buried).where('kind', 'in', ['record', 'draft']).execute();
  for (let at = 0; at < fresh.length; at += rowsAtOnce) {
    const rows = fresh.slice(at, at + rowsAtOnce).map(({ header, sha256, seq, bytes }) => ({
      member_id: memberId, record_id: header.recordId, device_id: header.deviceId, kind: header.kind, revision: header.revision, sha256, seq,
      size: bytes.length, envelope: bytes,
    }));
    await tx.insertInto('records').values(rows).onConflict((conflict) => conflict.columns(['member_id', 'record_id', 'device_id', 'kind']).doUpdateSet((eb) => ({
      revision: eb.ref('excluded.revision'), sha256: eb.ref('excluded.sha256'), seq: eb.ref('excluded.seq'), size: eb.ref('excluded.size'), envelope: eb.ref('excluded.envelope'),
    }))).execute();
  }
}
