import type { Change } from '#domain/change.ts';
import { digestOf } from '#domain/digest-of.ts';
import type { ActId, MeetingId } from '#domain/ids.ts';
import { meetingOf, replicaOf } from '#domain/merge.ts';
import { recordOf } from '#domain/record/finish.ts';
import { reducedEdits } from '#domain/record/reduced.ts';
import type { LogLine } from '#domain/log-line.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { emptyClock, stampOf, tick } from '#domain/stamp.ts';
import type { Everything, PutOptions } from '#data/everything.ts';
import type { StoreObstacle } from '#data/store.ts';
import type { App } from '../app.ts';
import type { MeetingMissing, RoadmapMissing } from '../errors.ts';
import { doneSetting, parseDone, withDone, type Done } from './done.ts';
import { monthOf, readRetentionPlan } from './plan.ts';

/** What was done, and what stood in the way of the rest. */
export interface Applied {
  readonly reduced: number;
  readonly removed: number;
  readonly obstacles: readonly (StoreObstacle | MeetingMissing | RoadmapMissing)[];
}

/** Does what is due today, one transaction for each meeting. What is announced, held or in no backup is not touched. */
export async function applyRetention(app: App): Promise<Applied> {
  const { lines } = await readRetentionPlan(app);
  const obstacles: Applied['obstacles'][number][] = [];
  let [reduced, removed] = [0, 0];
  for (const { meeting, plan, month } of lines) {
    if (plan?.state !== 'due') continue;
    const done = plan.step === 'reduce' ? await reduceMeeting(app, meeting.id) : await takeAway(app, meeting.id, month);
    if (!done.ok) obstacles.push(done.error);
    else if (plan.step === 'reduce') reduced += 1;
    else removed += 1;
  }
  return { reduced, removed, obstacles };
}

/**
 * Puts the marks without identifiers in place of the meeting: its journal, records and
 * drafts go, and a new journal with stamps of now comes, all in one transaction, with a
 * line without content in the log.
 */
export async function reduceMeeting(app: App, id: MeetingId): Promise<Result<void, StoreObstacle | MeetingMissing | RoadmapMissing>> {
  const listed = await app.store.readMeeting(id);
  if (!listed) return err({ type: 'MeetingMissing' });
  const { version } = listed.digest.roadmap;
  const roadmap = await app.store.readRoadmap(listed.digest.roadmap.id, version);
  if (!roadmap.ok || !roadmap.value) return err({ type: 'RoadmapMissing', version });
  const whole = meetingOf(replicaOf((await app.store.readJournal(id)).changes));
  const nowMs = app.nowMs();
  const act = app.newId() as ActId;
  let clock = emptyClock(app.node);
  const changes = reducedEdits(whole, nowMs).map((edit): Change => {
    clock = tick(clock, nowMs);
    return { meeting: id, stamp: stampOf(clock), act, ...edit, imported: true };
  });
  const replica = replicaOf(changes);
  const record = recordOf({ meeting: id, device: app.device, replica, roadmap: roadmap.value, finishedAtMs: nowMs, revision: 1 });
  const digest = digestOf(meetingOf(replica), roadmap.value);
  const put = { meetings: [{ id, open: false, digest }], changes, records: [record] };
  return replaceWith(app, id, { put, done: { id, what: 'reduced', atMs: nowMs, month: monthOf(listed) } });
}

/**
 * Takes every row of a meeting away in one transaction and leaves a line without content.
 * `outbox`: what the hub is told with it. What goes by its age goes from this device alone.
 */
export const takeAway = (app: App, id: MeetingId, month: string | null, outbox: PutOptions['outbox'] = []): Promise<Result<void, StoreObstacle>> =>
  replaceWith(app, id, { put: {}, done: { id, what: 'removed', atMs: app.nowMs(), month }, outbox });

interface Replacement {
  readonly put: Partial<Everything>;
  readonly done: Done;
  readonly outbox?: PutOptions['outbox'];
}

async function replaceWith(app: App, id: MeetingId, { put, done, outbox = [] }: Replacement): Promise<Result<void, StoreObstacle>> {
  const all = withDone(parseDone(await app.store.readSetting(doneSetting)), [done]);
  const line: LogLine = {
    id: app.newId(), atMs: app.nowMs(), what: done.what === 'reduced' ? 'meeting-reduced' : 'meeting-removed',
    kind: 'none', meetings: 1, reason: '', deviceOnlyNotesLeftOut: 0,
  };
  const written = await app.store.writeEverything({ ...put, settings: { [doneSetting]: all }, log: [line] }, { remove: [id], outbox });
  return written.ok ? ok(undefined) : written;
}
