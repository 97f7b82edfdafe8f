/** The tables of syncing and the patterns, in memory. */
import type { Bundle, NamedTable, WhichReplicas } from '#data/store.ts';
import { outboxId, type OutboxItem } from '#domain/sync/outbox-item.ts';
import { replicaSlot, type PulledReplica } from '#domain/sync/pulled-replica.ts';
import { receiptId, type Receipt } from '#domain/sync/receipt.ts';

export class MemorySynced {
  readonly outbox = new Map<string, OutboxItem>();
  readonly replicas = new Map<string, PulledReplica>();
  readonly receipts = new Map<string, Receipt>();
  readonly sync = new Map<string, unknown>();
  readonly derived = new Map<string, unknown>();
  readonly #listeners = new Set<() => void>();

  /** What a bundle has for these tables. */
  put(bundle: Bundle): void {
    for (const id of bundle.outboxGone ?? []) this.outbox.delete(id);
    for (const id of bundle.receiptsGone ?? []) this.receipts.delete(id);
    for (const key of bundle.replicasGone ?? []) this.replicas.delete(key.join('/'));
    for (const item of bundle.outbox ?? []) this.outbox.set(outboxId(item), item);
    for (const replica of bundle.replicas ?? []) this.replicas.set([replica.member, replica.record, replicaSlot(replica)].join('/'), replica);
    for (const receipt of bundle.receipts ?? []) this.receipts.set(receiptId(receipt.record, receipt.kind), receipt);
    for (const table of ['sync', 'derived'] as const) {
      for (const { id, value } of bundle[table] ?? []) {
        if (value === null || value === undefined) this[table].delete(id);
        else this[table].set(id, JSON.parse(JSON.stringify(value)));
      }
    }
    setTimeout(() => { for (const tell of this.#listeners) tell(); });
  }

  readOutbox(): Promise<readonly OutboxItem[]> {
    return Promise.resolve([...this.outbox.values()].sort((a, b) => a.queuedAtMs - b.queuedAtMs));
  }

  readReceipts(): Promise<readonly Receipt[]> {
    return Promise.resolve([...this.receipts.values()]);
  }

  readReplicas({ member, record }: WhichReplicas = {}): Promise<readonly PulledReplica[]> {
    return Promise.resolve([...this.replicas.values()].filter((replica) =>
      (member === undefined || replica.member === member) && (record === undefined || replica.record === record)));
  }

  readNamed(table: NamedTable, id: string): Promise<unknown> {
    return Promise.resolve(this[table].get(id) ?? null);
  }

  readAllNamed(table: NamedTable, ids?: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    return Promise.resolve(new Map([...this[table]].filter(([id]) => !ids || ids.includes(id))));
  }

  /** Calls soon, and after every write. */
  watch(tell: () => void): () => void {
    this.#listeners.add(tell);
    queueMicrotask(tell);
    return () => { this.#listeners.delete(tell); };
  }
}
