import type { Listing } from '#data/store.ts';
import { outboxId, type OutboxItem } from '#domain/sync/outbox-item.ts';
import type { App } from '../app.ts';
import type { Arrived, QueueLine } from './state.ts';

export interface QueueState {
  readonly waiting: readonly QueueLine[];
  readonly refused: readonly QueueLine[];
  readonly arrived: Arrived;
}

export const emptyQueue: QueueState = { waiting: [], refused: [], arrived: { count: 0, codes: [], atMs: null } };

/** Calls at once and whenever any tab changes what waits, what has arrived, or the meetings themselves. Returns the way to stop. */
export function watchQueue(app: App, on: (queue: QueueState) => void): () => void {
  let items: readonly OutboxItem[] | null = null;
  let listing: Listing | null = null;
  let stopped = false;
  let latest = 0;
  const tell = async (): Promise<void> => {
    if (items === null || listing === null) return;
    const turn = (latest += 1);
    const [now, meetings] = [items, listing];
    const arrived = await readArrived(app, meetings); // receipts come with every change of the outbox
    if (!stopped && turn === latest) on({ ...linesOf(now, meetings), arrived });
  };
  const stops = [
    app.store.watchOutbox((now) => { items = now; void tell(); }), // told by the listener
    app.store.watchMeetings((now) => { listing = now; void tell(); }), // as above
  ];
  return () => {
    stopped = true;
    for (const stop of stops) stop();
  };
}

function linesOf(items: readonly OutboxItem[], { meetings }: Listing): Pick<QueueState, 'waiting' | 'refused'> {
  const digests = new Map<string, Listing['meetings'][number]['digest']>(meetings.map(({ id, digest }) => [id, digest]));
  // A roadmap goes along with the records that were made with it, and is no line of its own.
  const lines = items.filter(({ kind }) => kind !== 'roadmap').map((item): QueueLine => {
    const digest = digests.get(item.record);
    return {
      id: outboxId(item), meeting: item.record, kind: item.kind, revision: item.revision, queuedAtMs: item.queuedAtMs,
      about: digest ? { code: digest.code, type: digest.type } : null,
      refusedBecause: item.state === 'refused' ? (item.code ?? 'refused') : null,
    };
  });
  return { waiting: lines.filter(({ refusedBecause }) => refusedBecause === null), refused: lines.filter(({ refusedBecause }) => refusedBecause !== null) };
}

async function readArrived(app: App, { meetings }: Listing): Promise<Arrived> {
  const receipts = (await app.store.readReceipts()).filter(({ kind }) => kind === 'record').toSorted((a, b) => b.atMs - a.atMs);
  const codes = new Map<string, string>(meetings.map(({ id, digest }) => [id, digest.code]));
  return {
    count: receipts.length,
    codes: receipts.slice(0, 3).flatMap(({ record }) => codes.get(record) ?? []),
    atMs: receipts[0]?.atMs ?? null,
  };
}
