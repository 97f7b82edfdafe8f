/**
 * The inside of a backup: everything of one device as one JSON document.
 *
 *   format     'quiet-checkpoint/backup'
 *   version    1
 *   madeAtMs   when it was made, epoch milliseconds
 *   device     the device it was made on, a UUID
 *   meetings   [{ id, open, digest, changes }]: the list's row (digest.ts) and the whole
 *              journal (change.ts, without `meeting`), device-only notes among it
 *   records    finished revisions, each a record (record.ts)
 *   roadmaps   roadmap versions that the meetings were begun with (roadmap.ts)
 *   drafts     texts being typed, by their stored key
 *   settings   settings of the app by name, but for those that only speak of this device
 *   log        lines of the export log (log-line.ts)
 *   sync       what makes the device the member it is with a hub (sync/named-rows.ts)
 *
 * Objects are open: fields of later versions are kept. A journal only ever grows, so two
 * backups are brought together by taking every change of both.
 */
import type { Change } from '../change.ts';
import { parseChange } from '../parse-change.ts';
import type { Digest } from '../digest.ts';
import { digestSchema } from '../digest-schema.ts';
import { isUuid, type DeviceId, type MeetingId } from '../ids.ts';
import { logLineSchema, type LogLine } from '../log-line.ts';
import { err, ok, type Result } from '../result.ts';
import type { Roadmap } from '../roadmap/roadmap.ts';
import { parseRoadmap } from '../roadmap/parse-roadmap.ts';
import { isStampOfFile } from '../stamp.ts';
import { z } from '../zod.ts';
import { parseRecord, type MeetingRecord } from './record.ts';

export const backupFormat = 'quiet-checkpoint/backup';
export const backupVersion = 1;
/** 200 MB: some four thousand long meetings. What is larger is neither written nor read. */
export const backupLimitBytes = 200_000_000;

/** One meeting with its whole journal. */
export interface BackedUpMeeting {
  readonly id: MeetingId;
  readonly open: boolean;
  readonly digest: Digest;
  readonly changes: readonly Change[];
}

export interface Backup {
  readonly madeAtMs: number;
  readonly device: DeviceId;
  readonly meetings: readonly BackedUpMeeting[];
  readonly records: readonly MeetingRecord[];
  readonly roadmaps: readonly Roadmap[];
  readonly drafts: Readonly<Record<string, unknown>>;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly log: readonly LogLine[];
  readonly sync: Readonly<Record<string, unknown>>;
}

export type BackupObstacle =
  /** Not this format, or a place in it that does not fit; `at` is a path such as `meetings.3.changes.7.value`. */
  | { readonly type: 'NotABackup'; readonly at: string }
  /** Written by a later version of the app. */
  | { readonly type: 'NewerBackup'; readonly version: number };

const uuid = z.string().check(z.refine(isUuid));
const ms = z.number().check(z.gte(0), z.lte(8.64e15));
const headSchema = z.looseObject({ format: z.literal(backupFormat), version: z.number().check(z.gte(1)) });
const outerSchema = z.looseObject({
  madeAtMs: ms,
  device: uuid,
  meetings: z.array(z.looseObject({ id: uuid, open: z.boolean(), digest: digestSchema, changes: z.array(z.looseObject({ stamp: z.string() })) })),
  records: z.array(z.unknown()),
  roadmaps: z.array(z.unknown()),
  drafts: z._default(z.record(z.string().check(z.maxLength(200)), z.unknown()), {}),
  settings: z.record(z.string().check(z.maxLength(200)), z.unknown()),
  log: z.array(logLineSchema),
  sync: z._default(z.record(z.string().check(z.maxLength(200)), z.unknown()), {}),
});

/** The document that is written for a backup. */
export const documentOf = ({ meetings, ...rest }: Backup): object => ({
  format: backupFormat,
  version: backupVersion,
  ...rest,
  meetings: meetings.map(({ changes, ...meeting }) => ({
    ...meeting,
    changes: changes.map((change) => ({ ...change, meeting: undefined })),
  })),
});

/**
 * Reads a backup from unknown input. Refuses it whole: `NewerBackup` when only the version
 * is beyond this app, `NotABackup` with the first place that does not fit otherwise.
 */
export function parseBackup(input: unknown): Result<Backup, BackupObstacle> {
  const head = headSchema.safeParse(input);
  if (!head.success) return misfit(pathOf(head.error));
  if (head.data.version > backupVersion) return err({ type: 'NewerBackup', version: head.data.version });
  const outer = outerSchema.safeParse(input);
  if (!outer.success) return misfit(pathOf(outer.error));
  const { meetings, records, roadmaps, drafts, settings, log, sync, madeAtMs, device } = outer.data;
  const journals = each(meetings, 'meetings', journalOf);
  if (!journals.ok) return journals;
  const twice = duplicate(journals.value.map(({ id }) => id));
  if (twice !== null) return misfit(`meetings.${String(twice)}.id`);
  const revisions = each(records, 'records', (record) => atOf(parseRecord(record)));
  if (!revisions.ok) return revisions;
  const versions = each(roadmaps, 'roadmaps', (roadmap) => atOf(parseRoadmap(roadmap)));
  if (!versions.ok) return versions;
  return ok({
    madeAtMs,
    device: device as DeviceId, // the parser is the one place that brands
    meetings: journals.value, records: revisions.value, roadmaps: versions.value, drafts, settings, log, sync,
  });
}

type At = { readonly at: string };
type Outer = z.infer<typeof outerSchema>;

function journalOf({ id, open, digest, changes }: Outer['meetings'][number]): Result<BackedUpMeeting, At> {
  const journal = each(changes, 'changes', (change) => {
    if (!isStampOfFile(change.stamp)) return err({ at: 'stamp' });
    return atOf(parseChange({ ...change, meeting: id }));
  });
  if (!journal.ok) return journal;
  const twice = duplicate(journal.value.map(({ stamp }) => stamp));
  if (twice !== null) return err({ at: `changes.${String(twice)}.stamp` });
  return ok({ id: id as MeetingId, open, digest, changes: journal.value }); // as above
}

function each<In, Out>(list: readonly In[], name: string, read: (one: In) => Result<Out, At>): Result<Out[], Extract<BackupObstacle, At>> {
  const all: Out[] = [];
  for (const [at, one] of list.entries()) {
    const out = read(one);
    if (!out.ok) return misfit([name, String(at), out.error.at].filter((part) => part !== '').join('.'));
    all.push(out.value);
  }
  return ok(all);
}

const atOf = <T>(read: Result<T, object>): Result<T, At> =>
  read.ok ? read : err({ at: 'at' in read.error && typeof read.error.at === 'string' ? read.error.at : '' });

const misfit = (at: string): { readonly ok: false; readonly error: Extract<BackupObstacle, At> } => err({ type: 'NotABackup', at });

const pathOf = (error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }): string =>
  error.issues[0]?.path.map(String).join('.') ?? '';

/** The place of the first one that was there before; null when each is one of a kind. */
function duplicate(keys: readonly string[]): number | null {
  const seen = new Set<string>();
  for (const [at, key] of keys.entries()) {
    if (seen.has(key)) return at;
    seen.add(key);
  }
  return null;
}

/** Tells one state of a listed meeting from an earlier one: is what a backup holds still all there is? */
export const backupMark = ({ state, revision, finishedAtMs, endedAtMs }: Digest): string =>
  `${state}/${String(revision)}/${String(finishedAtMs ?? endedAtMs ?? 0)}`;
