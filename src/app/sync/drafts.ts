/** Unfinished meetings as a backup that this member alone can open; only where that was chosen. */
import { queuedDraft, type OutboxItem } from '#domain/sync/outbox-item.ts';
import type { App } from '../app.ts';
import { readChoices } from './choices.ts';

/** More are not looked through in one go; the latest come first. */
const most = 50;

/** Lets those wait that were changed since they were drafted last. */
export async function queueDrafts(app: App): Promise<void> {
  const choices = await readChoices(app);
  if (!choices.drafts) return;
  const { meetings } = await app.store.readMeetings();
  const open = meetings.filter(({ digest }) => digest.state !== 'finished' && !digest.sample).slice(-most);
  const outbox: OutboxItem[] = [];
  const drafted: Record<string, { stamp: string; count: number }> = {};
  for (const { id } of open) {
    const { changes } = await app.store.readJournal(id);
    const stamp = changes.reduce<string>((latest, change) => (change.stamp > latest ? change.stamp : latest), '');
    const before = choices.drafted[id];
    if (stamp === '' || stamp === before?.stamp) {
      if (before) drafted[id] = { stamp: before.stamp, count: before.count };
      continue;
    }
    const count = (before?.count ?? 0) + 1;
    drafted[id] = { stamp, count };
    outbox.push(queuedDraft(id, count, app.nowMs()));
  }
  if (outbox.length > 0) await app.store.write({ outbox, sync: [{ id: 'choices', value: { ...(await readChoices(app)), drafted } }] });
}
