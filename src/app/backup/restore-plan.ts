/**
 * What a backup brings to this device: every change, revision, roadmap, setting, draft and
 * log line that is not here. Nothing that is here is replaced, but the list's row of a
 * meeting whose journal grows, which is made anew from both journals.
 */
import type { Change } from '#domain/change.ts';
import { digestOf } from '#domain/digest-of.ts';
import type { MeetingId } from '#domain/ids.ts';
import { meetingOf, replicaOf } from '#domain/merge.ts';
import type { Backup, BackedUpMeeting } from '#domain/record/backup.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { backedUpSyncRows } from '#domain/sync/named-rows.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import type { Everything } from '#data/everything.ts';
import type { ListedMeeting } from '#data/store.ts';
import type { App } from '../app.ts';
import { saysTheSame } from '#app/intake/same-roadmap.ts';
import { doneSetting, parseDone, withDone } from '../retention/done.ts';
import { retentionSetting, withHeld } from '../retention/settings.ts';
import { isRoadmapDraft } from '../roadmap/drafts.ts';
import { isShipped } from '../roadmap/shipped-texts.ts';
import { lastBackupSetting, marksOf } from './last-backup.ts';
import { deviceSettings } from './make-backup.ts';
import type { BackupObstacle } from './obstacle.ts';

/** How the meetings of a file stand to those here. */
export interface RestoreCounts {
  /** Not here at all. */
  readonly fresh: number;
  /** Here, and the file has changes that are not. */
  readonly grown: number;
  /** Nothing in the file that is not here. */
  readonly same: number;
  /** Reduced or removed here since; they stay so unless asked for. */
  readonly gone: number;
  readonly changes: number;
  readonly records: number;
  readonly settings: number;
}

export interface RestorePlan {
  readonly put: Partial<Everything>;
  /** Reduced meetings that come back whole: their reduced rows go first. */
  readonly remove: readonly MeetingId[];
  readonly counts: RestoreCounts;
  /** True when everything in the file is here. */
  readonly isNothing: boolean;
}

export interface PlanOptions {
  /** Meetings that were reduced or removed here come back too. */
  readonly bringBack: boolean;
  readonly onProgress?: (part: number) => void;
  readonly signal?: AbortSignal;
}

/** Compares a backup with what is here; nothing is written. */
export async function planRestore(app: App, backup: Backup, options: PlanOptions): Promise<Result<RestorePlan, BackupObstacle>> {
  const differs = await roadmapThatDiffers(app, backup.roadmaps);
  if (differs) return err({ type: 'RoadmapDiffers', id: differs.id, version: differs.version });
  const done = parseDone(await app.store.readSetting(doneSetting));
  const goneIds = new Set(done.map(({ id }) => id));
  const counts = { fresh: 0, grown: 0, same: 0, gone: 0, changes: 0, records: 0, settings: 0 };
  const listed: ListedMeeting[] = [];
  const changes: Change[] = [];
  const back = new Set<string>();
  const kept = new Set<string>();
  const fresh = new Set<string>();
  for (const [at, meeting] of backup.meetings.entries()) {
    options.signal?.throwIfAborted();
    options.onProgress?.((at + 1) / backup.meetings.length);
    if (goneIds.has(meeting.id) && !(await isHereAs(app, meeting))) {
      counts.gone += 1;
      if (!options.bringBack) {
        kept.add(meeting.id);
        continue;
      }
      back.add(meeting.id);
    }
    const brought = await bringing(app, backup, meeting, back.has(meeting.id));
    counts[brought.how] += 1;
    if (brought.how === 'same') continue;
    if (brought.how === 'fresh') fresh.add(meeting.id);
    listed.push(brought.listed);
    for (const change of brought.changes) changes.push(change);
  }
  const records = await missingRecords(app, backup, { kept, back });
  const settings = await missingSettings(app, backup, { back, listed });
  const put: Partial<Everything> = {
    meetings: listed, changes, records, settings,
    roadmaps: await missingRoadmaps(app, backup.roadmaps),
    drafts: { ...draftsOf(backup, fresh), ...(await missingRoadmapDrafts(app, backup)) },
    log: await missingLines(app, backup),
    sync: await missingMembership(app, backup),
  };
  const own = Object.keys(settings).filter((id) => id !== lastBackupSetting).length;
  const isNothing = listed.length + records.length + own + (put.roadmaps?.filter((roadmap) => !isShipped(roadmap)).length ?? 0) + Object.keys(put.drafts ?? {}).length + (put.log?.length ?? 0) + Object.keys(put.sync ?? {}).length === 0;
  return ok({ put, remove: [...back] as MeetingId[], counts: { ...counts, changes: changes.length, records: records.length, settings: own }, isNothing }); // ids of the parsed backup
}

/** True when the file has the meeting in the very form that stays here: reduced, with the same changes. */
async function isHereAs(app: App, { id, changes }: BackedUpMeeting): Promise<boolean> {
  const here = new Set((await app.store.readJournal(id)).changes.map(({ stamp }) => stamp));
  return here.size > 0 && changes.every(({ stamp }) => here.has(stamp));
}

interface Brought {
  readonly how: 'fresh' | 'grown' | 'same';
  readonly listed: ListedMeeting;
  readonly changes: readonly Change[];
}

async function bringing(app: App, { roadmaps }: Backup, meeting: BackedUpMeeting, anew: boolean): Promise<Brought> {
  const here = anew ? null : await app.store.readMeeting(meeting.id);
  const journal = anew ? [] : (await app.store.readJournal(meeting.id)).changes;
  const known = new Set(journal.map(({ stamp }) => stamp));
  const changes = meeting.changes.filter(({ stamp }) => !known.has(stamp));
  const { id, open, digest } = here ?? meeting;
  if (here && changes.length === 0) return { how: 'same', listed: here, changes };
  const roadmap = await roadmapOf(app, roadmaps, digest.roadmap);
  const merged = [...journal, ...changes];
  if (!roadmap || merged.length === 0) return { how: here ? 'grown' : 'fresh', listed: { id, open, digest }, changes };
  const both = digestOf(meetingOf(replicaOf(merged)), roadmap);
  return { how: here ? 'grown' : 'fresh', listed: { id, open: both.state !== 'finished', digest: both }, changes };
}

async function roadmapOf(app: App, brought: readonly Roadmap[], { id, version }: { readonly id: string; readonly version: string }): Promise<Roadmap | null> {
  const here = await app.store.readRoadmap(id, version);
  if (here.ok && here.value) return here.value;
  return brought.find((roadmap) => roadmap.id === id && roadmap.version === version) ?? null;
}

async function roadmapThatDiffers(app: App, roadmaps: readonly Roadmap[]): Promise<Roadmap | null> {
  const shipped = defaultRoadmap();
  for (const roadmap of roadmaps) {
    const here = await app.store.readRoadmap(roadmap.id, roadmap.version);
    const own = roadmap.id === shipped.id && roadmap.version === shipped.version ? shipped : null;
    const known = (here.ok ? here.value : null) ?? own;
    if (known && !saysTheSame(known, roadmap)) return roadmap;
  }
  return null;
}

async function missingRoadmaps(app: App, roadmaps: readonly Roadmap[]): Promise<Roadmap[]> {
  const missing: Roadmap[] = [];
  for (const roadmap of roadmaps) {
    const here = await app.store.readRoadmap(roadmap.id, roadmap.version);
    if (!here.ok || !here.value) missing.push(roadmap);
  }
  return missing;
}

async function missingRecords(app: App, { records }: Backup, { kept, back }: { readonly kept: ReadonlySet<string>; readonly back: ReadonlySet<string> }): Promise<Backup['records'][number][]> {
  const revisions = new Map<MeetingId, ReadonlySet<number>>();
  const missing: Backup['records'][number][] = [];
  for (const record of records) {
    const { meeting, revision } = record;
    if (kept.has(meeting)) continue;
    const here = revisions.get(meeting) ?? new Set(back.has(meeting) ? [] : await app.store.readRevisions(meeting));
    revisions.set(meeting, here);
    if (!here.has(revision)) missing.push(record);
  }
  return missing;
}

/** Drafts of meetings that are new here: where a meeting is, what was typed then may long be a note. */
const draftsOf = ({ drafts }: Backup, fresh: ReadonlySet<string>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(drafts).filter(([id]) => fresh.has(id.slice(0, 36))));

/** Roadmaps being written that are not here. */
async function missingRoadmapDrafts(app: App, { drafts }: Backup): Promise<Record<string, unknown>> {
  const missing: Record<string, unknown> = {};
  for (const [id, draft] of Object.entries(drafts)) if (isRoadmapDraft(draft) && (await app.store.readDraft(id)) === null) missing[id] = draft;
  return missing;
}

async function missingLines(app: App, { log }: Backup): Promise<Backup['log'][number][]> {
  const here = new Set((await app.store.readLog()).map(({ id }) => id));
  return log.filter(({ id }) => !here.has(id));
}

/** Membership with a hub, whole or not at all: a device that has one keeps its own. */
async function missingMembership(app: App, { sync }: Backup): Promise<Readonly<Record<string, unknown>>> {
  if ((await app.store.readNamed('sync', 'identity')) !== null) return {};
  return Object.fromEntries(Object.entries(sync).filter(([id]) => backedUpSyncRows.has(id)));
}

async function missingSettings(
  app: App, backup: Backup, { back, listed }: { readonly back: ReadonlySet<string>; readonly listed: readonly ListedMeeting[] },
): Promise<Record<string, unknown>> {
  const put: Record<string, unknown> = {};
  for (const [id, value] of Object.entries(backup.settings)) {
    if (deviceSettings.has(id)) continue;
    const here = await app.store.readSetting(id);
    const merged = id === doneSetting ? withDone(parseDone(value), parseDone(here)) : id === retentionSetting ? withHeld(here, value) : (here ?? value);
    if (JSON.stringify(merged) !== JSON.stringify(here)) put[id] = merged;
  }
  if (back.size > 0) {
    const done = parseDone(put[doneSetting] ?? (await app.store.readSetting(doneSetting)));
    put[doneSetting] = done.filter(({ id }) => !back.has(id));
  }
  // A device that has made no backup yet has this one: what came out of it is in it.
  if ((await app.store.readSetting(lastBackupSetting)) === null && listed.length > 0) {
    put[lastBackupSetting] = { atMs: backup.madeAtMs, bytes: 0, marks: marksOf(backup.meetings) };
  }
  return put;
}
