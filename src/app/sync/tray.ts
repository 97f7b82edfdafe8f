/** What can be done with a record that the hub did not take. Nothing is lost by any of it. */
import { outboxId, type OutboxItem } from '#domain/sync/outbox-item.ts';
import type { App } from '../app.ts';
import { reopenMeeting } from '../meeting/finish-meeting.ts';
import { openMeeting } from '../meeting/open-meeting.ts';

const find = async ({ store }: App, id: string): Promise<OutboxItem | null> => (await store.readOutbox()).find((item) => outboxId(item) === id) ?? null;

/** It waits again; one whose number the hub had given away already takes the next one. */
export async function tryAgain(app: App, id: string): Promise<void> {
  const item = await find(app, id);
  if (!item) return;
  const { record, kind, revision, wireRevision = 0, queuedAtMs, code } = item;
  const raised = code === 'revision-taken' ? Math.max(revision, wireRevision) + 1 : wireRevision;
  await app.store.write({ outbox: [{ record, kind, revision, queuedAtMs, state: 'waiting', ...(raised > 0 ? { wireRevision: raised } : {}) }] });
}

/** The meeting is open again, and its next finish waits anew; the refused revision stays readable here. */
export async function backToDraft(app: App, id: string): Promise<void> {
  const item = await find(app, id);
  if (!item) return;
  const opened = await openMeeting(app, item.record);
  if (opened.ok) {
    await reopenMeeting(opened.value);
    opened.value.session.close();
  }
  await app.store.write({ outboxGone: [id] });
}
