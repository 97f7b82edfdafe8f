/** What a store says of the tables that syncing and the patterns keep; part of what comes later (`later.ts`). */
import type { OutboxItem } from '#domain/sync/outbox-item.ts';
import type { PulledReplica } from '#domain/sync/pulled-replica.ts';
import type { Receipt } from '#domain/sync/receipt.ts';
import type { Guard } from './guard.ts';
import { live } from './live.ts';
import type { SealedRow } from './sealed-rows.ts';
import type { Bundle } from './store.ts';
import { namedRow, namedRows, openNamed, rowsOfNames, sealNamed, type NamedTable } from './tables/named.ts';
import { openAll } from './tables/opened.ts';
import { itemRows, openItem, sealItem } from './tables/outbox.ts';
import { openReceipt, receiptRows, sealReceipt } from './tables/receipts.ts';
import { openReplica, replicaKeys, replicaRows, sealReplica, type WhichReplicas } from './tables/replicas.ts';

/** The sealed rows of what a bundle has for these tables. */
export function sealSynced(key: CryptoKey, bundle: Bundle): Promise<SealedRow>[] {
  const { outbox = [], outboxGone = [], replicas = [], receipts = [], receiptsGone = [], replicasGone = [], sync = [], derived = [] } = bundle;
  return [
    ...receiptsGone.map((id) => Promise.resolve<SealedRow>({ table: 'receipts', key: id, row: null })),
    ...replicasGone.map(([member, record, slot]) => Promise.resolve<SealedRow>({ table: 'replicas', key: [member, record, slot], row: null })),
    ...outboxGone.map((id) => Promise.resolve<SealedRow>({ table: 'outbox', key: id, row: null })),
    ...outbox.map((item) => sealItem(key, item)),
    ...replicas.map((replica) => sealReplica(key, replica)),
    // What patterns keep of these meetings is computed anew.
    ...[...replicas.map(({ record }) => record), ...replicasGone.map(([, record]) => record)]
      .map((record) => Promise.resolve<SealedRow>({ table: 'derived', key: record, row: null })),
    ...receipts.map((receipt) => sealReceipt(key, receipt)),
    ...sync.map(({ id, value }) => sealNamed(key, 'sync', id, value)),
    ...derived.map(({ id, value }) => sealNamed(key, 'derived', id, value)),
  ];
}

/** What waits for the hub, the oldest first. An item that does not open is left out. */
export async function readOutbox(guard: Guard, key: CryptoKey): Promise<readonly OutboxItem[]> {
  const { values } = await openAll(await guard.read(itemRows), (row) => openItem(key, row));
  return values.toSorted((a, b) => a.queuedAtMs - b.queuedAtMs);
}

/** Calls at once and whenever any tab changes the outbox. Returns the way to stop. */
export const watchOutbox = (guard: Guard, key: CryptoKey, on: (items: readonly OutboxItem[]) => void): (() => void) =>
  watched(guard, itemRows, async () => { on(await readOutbox(guard, key)); });

/** All receipts, in no order. */
export async function readReceipts(guard: Guard, key: CryptoKey): Promise<readonly Receipt[]> {
  return (await openAll(await guard.read(receiptRows), (row) => openReceipt(key, row))).values;
}

/** The replicas that are asked for, by member and record. One that does not open is left out. */
export async function readReplicas(guard: Guard, key: CryptoKey, which?: WhichReplicas): Promise<readonly PulledReplica[]> {
  return (await openAll(await guard.read((db) => replicaRows(db, which)), (row) => openReplica(key, row))).values;
}

/** Calls at once and whenever any tab changes the replicas, with how many there are. */
export const watchReplicas = (guard: Guard, on: (count: number) => void): (() => void) =>
  watched(guard, replicaKeys, (keys) => { on(keys.length); return Promise.resolve(); });

/** The value under a name; null where there is none or its row does not open. */
export async function readNamed(guard: Guard, key: CryptoKey, table: NamedTable, id: string): Promise<unknown> {
  const row = await guard.read((db) => namedRow(db, table, id));
  const opened = row ? await openNamed(key, table, row) : null;
  return opened?.ok ? opened.value.value : null;
}

/** Values by their names: of these names, or of all rows. What does not open is left out. */
export async function readAllNamed(guard: Guard, key: CryptoKey, table: NamedTable, ids?: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  const rows = await guard.read((db) => (ids ? rowsOfNames(db, table, ids) : namedRows(db, table)));
  const { values } = await openAll(rows, (row) => openNamed(key, table, row));
  return new Map(values.map(({ id, value }) => [id, value]));
}

/** Calls at once and whenever any tab changes rows of the table, with their names. */
export const watchNamed = (guard: Guard, table: NamedTable, on: (ids: readonly string[]) => void): (() => void) =>
  watched(guard, (db) => db[table].toArray(), (rows) => { on(rows.map(({ id }) => id)); return Promise.resolve(); });

function watched<T>(guard: Guard, query: Parameters<typeof live<T>>[1], work: (found: T) => Promise<void>): () => void {
  let stopped = false;
  const stop = live(guard, query, (found) => (stopped ? Promise.resolve() : work(found)));
  return () => {
    stopped = true;
    stop();
  };
}
