import type { Change } from '#domain/change.ts';
import { digestOf } from '#domain/digest-of.ts';
import type { ActId, MeetingId } from '#domain/ids.ts';
import { meetingOf, replicaOf, wins } from '#domain/merge.ts';
import { changesOfRecord } from '#domain/record/finish.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Bundle } from '#data/store.ts';
import type { App } from '../app.ts';
import type { ImportObstacle } from './obstacle.ts';
import type { ImportPreview } from './preview-import.ts';
import { roadmapObstacle } from './same-roadmap.ts';
import { takenStamp } from './taken-stamp.ts';

/**
 * Merges a previewed file: entries that are new or later than what is here, the list's row,
 * the roadmap and the revision, in one transaction, all or nothing. What is here and later
 * stays. A second import of the same file finds nothing to do and writes nothing.
 *
 * Resolves at the commit. `ImportHeld` when writing meets an obstacle: the store keeps all
 * of it in memory and goes on trying. Safe to repeat: a change written twice is one change.
 */
export async function importRecord(app: App, preview: ImportPreview): Promise<Result<MeetingId, ImportObstacle>> {
  const { record } = preview;
  const obstacle = await roadmapObstacle(app, record);
  if (obstacle) return obstacle;
  const bundle = await bundleOf(app, preview);
  if (!bundle.ok) return bundle;
  if (!bundle.value) return ok(record.meeting);
  const held = await written(app, bundle.value);
  return held ? err(held) : ok(record.meeting);
}

async function bundleOf(app: App, { record }: ImportPreview): Promise<Result<Bundle | null, ImportObstacle>> {
  // Read anew: the leader may have gone on writing since the preview.
  const [journal, kept, roadmap] = await Promise.all([
    app.store.readJournal(record.meeting),
    app.store.readRecord(record.meeting, record.revision),
    app.store.readRoadmap(record.roadmap.id, record.roadmap.version),
  ]);
  const taken = takenStamp(record, journal.changes);
  if (taken) return err(taken);
  const replica = replicaOf(journal.changes);
  const changes = changesOfRecord(record, app.newId() as ActId).filter((change) => wins(change, replica.get(change.entry)));
  // Another device's revision of the same number does not displace the one that was made here.
  const isKept = !kept.ok || kept.value !== null;
  if (changes.length === 0 && isKept) return ok(null);
  return ok({
    changes,
    ...listedWith(record, [...journal.changes, ...changes]),
    ...(isKept ? {} : { record }),
    ...(roadmap.ok && roadmap.value ? {} : { roadmap: record.roadmap }),
    log: {
      id: app.newId(), atMs: app.nowMs(), what: 'record-imported', kind: 'none', meetings: 1, reason: '', deviceOnlyNotesLeftOut: 0,
    },
  });
}

function listedWith(record: ImportPreview['record'], changes: readonly Change[]): Pick<Bundle, 'listed'> {
  const digest = digestOf(meetingOf(replicaOf(changes)), record.roadmap);
  return { listed: { id: record.meeting, open: digest.state !== 'finished', digest } };
}

/** Null at the commit; the obstacle as soon as the store tells one. */
function written(app: App, bundle: Bundle): Promise<ImportObstacle | null> {
  return new Promise((resolve) => {
    const stop = app.onSaved(({ obstacle }) => {
      if (!obstacle) return;
      stop();
      resolve({ type: 'ImportHeld', because: obstacle.type });
    });
    void app.store.write(bundle).then(() => {
      stop();
      resolve(null);
    });
  });
}
