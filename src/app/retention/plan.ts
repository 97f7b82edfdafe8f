/** What retention is about to do, and the notice that goes before it. */
import type { ListedMeeting } from '#data/store.ts';
import type { MeetingId } from '#domain/ids.ts';
import { localDay } from '#domain/local-day.ts';
import { retentionOf, type RetentionPlan, type RetentionSettings } from '#domain/retention.ts';
import { z } from '#domain/zod.ts';
import type { App } from '../app.ts';
import { isBackedUp, readLastBackup, type LastBackup } from '../backup/last-backup.ts';
import { readDone, type Done } from './done.ts';
import { readRetention } from './settings.ts';

export type { RetentionPlan } from '#domain/retention.ts';

/** The setting's name; it speaks of what was shown on this device. */
export const noticesSetting = 'retention.notices';

const noticesSchema = z.record(z.string(), z.object({ step: z.enum(['reduce', 'remove']), onDay: z.string() }));
type Notices = z.infer<typeof noticesSchema>;

export interface RetentionLine {
  readonly meeting: ListedMeeting;
  /** The month in which it was held, 'YYYY-MM'; null when it is not known. */
  readonly month: string | null;
  readonly reduced: boolean;
  readonly held: boolean;
  /** What comes next; null when nothing does. */
  readonly plan: RetentionPlan | null;
}

export interface Retention {
  readonly settings: RetentionSettings;
  readonly last: LastBackup | null;
  /** Every meeting that is no sample, the next to be touched first. */
  readonly lines: readonly RetentionLine[];
}

/** Looks up what would come when. Nothing is written. */
export async function readRetentionPlan(app: App): Promise<Retention> {
  const [settings, last, done, notices, listing] = await Promise.all([
    readRetention(app), readLastBackup(app), readDone(app), readNotices(app), app.store.readMeetings(),
  ]);
  const today = localDay(app.nowMs());
  const lines = listing.meetings
    .filter(({ digest }) => !digest.sample)
    .map((meeting) => lineOf(meeting, { settings, last, done, notices, today }))
    .sort((a, b) => (a.plan?.onDay ?? '9999').localeCompare(b.plan?.onDay ?? '9999') || a.meeting.id.localeCompare(b.meeting.id));
  return { settings, last, lines };
}

interface Known {
  readonly settings: RetentionSettings;
  readonly last: LastBackup | null;
  readonly done: ReadonlyMap<MeetingId, Done>;
  readonly notices: Notices;
  readonly today: string;
}

function lineOf(meeting: ListedMeeting, { settings, last, done, notices, today }: Known): RetentionLine {
  const before = done.get(meeting.id);
  const reduced = before?.what === 'reduced';
  const month = monthOf(meeting) ?? before?.month ?? null;
  const held = settings.held.includes(meeting.id);
  const kept = {
    finishedOn: meeting.digest.state === 'finished' ? dayOf(meeting) : null,
    reducedOf: reduced ? (before.month ?? localDay(before.atMs).slice(0, 7)) : null,
    backedUp: isBackedUp(meeting, last),
    held,
  };
  const step = reduced ? 'remove' : 'reduce';
  const notice = notices[meeting.id];
  const noticedOn = notice?.step === step ? notice.onDay : null;
  return { meeting, month, reduced, held, plan: retentionOf({ ...kept, noticedOn }, settings, today) };
}

/** When it was closed; rows of an earlier version know only when it was held. */
function dayOf({ digest }: ListedMeeting): string | null {
  const atMs = digest.finishedAtMs ?? digest.endedAtMs ?? digest.startedAtMs;
  return atMs === null ? digest.onDate : localDay(atMs);
}

/** The month in which a meeting was held; null for one without a day, as reduced ones are. */
export function monthOf({ digest }: Pick<ListedMeeting, 'digest'>): string | null {
  const day = digest.onDate ?? (digest.startedAtMs === null ? null : localDay(digest.startedAtMs));
  return day?.slice(0, 7) ?? null;
}

async function readNotices(app: App): Promise<Notices> {
  const notices = noticesSchema.safeParse(await app.store.readSetting(noticesSetting));
  return notices.success ? notices.data : {};
}

/**
 * Notes that the notice list was on the screen: from today on the days run. A meeting whose
 * next step is not near any more (another setting, a hold let go) is noticed anew later.
 */
export async function announce(app: App, { lines }: Retention): Promise<void> {
  const known = await readNotices(app);
  const today = localDay(app.nowMs());
  const notices: Notices = {};
  for (const { meeting, plan } of lines) {
    if (plan === null || plan.state === 'later') continue;
    const before = known[meeting.id];
    if (before?.step === plan.step) notices[meeting.id] = before;
    else if (plan.state === 'to-announce') notices[meeting.id] = { step: plan.step, onDay: today };
  }
  if (JSON.stringify(notices) !== JSON.stringify(known)) await app.store.writeSetting(noticesSetting, notices);
}
