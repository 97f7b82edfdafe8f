/**
 * Finished meetings that are not on their way to the hub: those of before joining, about which
 * the leader is asked once, and later any whose place in the queue was lost (a restored
 * backup, a hub that was set back).
 */
import type { MeetingId } from '#domain/ids.ts';
import { queuedRecord, type OutboxItem } from '#domain/sync/outbox-item.ts';
import type { App } from '../app.ts';
import { choose, readChoices } from './choices.ts';

/** The items that they would wait as. Samples, and what other devices of this member sent, are not among them. */
export async function unqueued(app: App): Promise<readonly OutboxItem[]> {
  const [{ meetings }, receipts, outbox, replicas, { keptHere }] = await Promise.all([
    app.store.readMeetings(), app.store.readReceipts(), app.store.readOutbox(), app.store.readReplicas(), readChoices(app),
  ]);
  const known = new Set<string>([...receipts, ...outbox, ...replicas].map(({ record }) => record));
  for (const id of keptHere) known.add(id);
  return meetings
    .filter(({ id, digest }) => digest.state === 'finished' && !digest.sample && !known.has(id))
    .map(({ id, digest }) => queuedRecord(id, Math.max(1, digest.revision), app.nowMs()));
}

/** Lets all of them wait for the hub; resolves at the commit. */
export async function queueEarlier(app: App): Promise<void> {
  const outbox = await unqueued(app);
  await app.store.write({ outbox, sync: [{ id: 'choices', value: { ...(await readChoices(app)), answered: true } }] });
}

/** They stay on this device, those of now. */
export async function keepEarlier(app: App): Promise<void> {
  const ids: MeetingId[] = (await unqueued(app)).map(({ record }) => record);
  const { keptHere } = await readChoices(app);
  await choose(app, { answered: true, keptHere: [...keptHere, ...ids] });
}
