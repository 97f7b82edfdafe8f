import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { parseRoadmap } from '#domain/roadmap/parse-roadmap.ts';
import type { Change } from '#domain/change.ts';
import type { ActId, MeetingId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { DamagedRow } from '#data/store.ts';
import type { App } from '../app.ts';
import type { MeetingMissing, RoadmapMissing } from '../errors.ts';
import { listedNow } from './keep-digest.ts';
import { Session } from './session.ts';

export interface OpenedMeeting {
  readonly session: Session;
  readonly roadmap: Roadmap;
  /** Rows that did not open; all others did. */
  readonly damaged: readonly DamagedRow[];
}

/** A session over the changes of one meeting, writing through the app's store. */
const sessionOf = (app: App, meeting: MeetingId, { changes, roadmap }: { readonly changes: readonly Change[]; readonly roadmap: Roadmap }): Session =>
  new Session(meeting, changes, {
    store: app.store,
    nowMs: app.nowMs,
    newActId: () => app.newId() as ActId,
    node: app.node,
    around: (session) => ({ listed: listedNow({ session, roadmap }), roadmap }),
  });

/**
 * Opens a meeting of this device with the roadmap version that it was begun with.
 *
 * `MeetingMissing` when there is no such meeting, `RoadmapMissing` when its roadmap does not
 * open. Damaged rows do not stop it; they are listed.
 */
export async function openMeeting(app: App, id: MeetingId): Promise<Result<OpenedMeeting, MeetingMissing | RoadmapMissing>> {
  const listed = await app.store.readMeeting(id);
  if (!listed) return err({ type: 'MeetingMissing' });
  const [journal, roadmap] = await Promise.all([
    app.store.readJournal(id),
    app.store.readRoadmap(listed.digest.roadmap.id, listed.digest.roadmap.version),
  ]);
  if (!roadmap.ok || !roadmap.value) return err({ type: 'RoadmapMissing', version: listed.digest.roadmap.version });
  const valid = parseRoadmap(roadmap.value);
  if (!valid.ok) return err({ type: 'RoadmapMissing', version: listed.digest.roadmap.version });
  return ok({ session: sessionOf(app, id, { changes: journal.changes, roadmap: valid.value }), roadmap: valid.value, damaged: journal.damaged });
}
