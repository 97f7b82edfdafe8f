import type { Result } from '#domain/result.ts';
import { byDue, followUpsOf, isCarried, type FollowUp } from '#domain/meeting/follow-up.ts';
import { basicsOf } from '#domain/meeting/plan.ts';
import { meetingOf } from '#domain/merge.ts';
import { deviceOnlyCount } from '#domain/meeting/note.ts';
import { meetingOfRecord } from '#domain/record/finish.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import { recordWithoutNames } from '#domain/record/without-names.ts';
import { withoutCode } from '#domain/record/without-code.ts';
import { readStamp, type Stamp } from '#domain/stamp.ts';
import type { CalendarStep } from '#export/calendar-ics/step.ts';
import { calendarFormats } from '#export/registry.ts';
import type { App } from '../app.ts';
import { recordNow } from '../meeting/finish-meeting.ts';
import { fetchWriter } from './fetch-writer.ts';
import type { CalendarWords } from './file-words.ts';
import type { ExportObstacle } from './obstacle.ts';
import { agree, readied, type Opened, type Prepared, type Terms } from './prepare.ts';
import { recordAt } from './record-at.ts';

export type { CalendarStep } from '#export/calendar-ics/step.ts';

export interface StepsOrder extends Terms {
  readonly names: boolean;
  /** Tasks, or events of a whole day for calendars that show no tasks. */
  readonly as: 'todo' | 'event';
  readonly words: CalendarWords;
  readonly revision?: number | undefined;
}

/**
 * The next steps of a meeting as a calendar file. The due day is in it also when it is
 * de-identified, since a calendar is of no use without it.
 *
 * `ReasonMissing`, `SealShort`, `SealDiffers`, `RecipientRefused`, `RevisionMissing`, `WriterMissing`.
 */
export async function prepareSteps(app: App, opened: Opened, order: StepsOrder): Promise<Result<Prepared, ExportObstacle>> {
  const agreed = agree('calendar-ics', order);
  if (!agreed.ok) return agreed;
  const record = await recordAt(app, opened, order.revision);
  if (!record.ok) return record;
  const { meta: { extension, mediaType }, load } = calendarFormats['calendar-ics'];
  const writer = await fetchWriter(load);
  if (!writer.ok) return writer;
  const kind = order.identified ? 'identified' : 'de-identified';
  const { bytes } = writer.value.write(stepsOf(record.value, order), { kind, as: order.as, words: order.words, nowMs: app.nowMs() });
  return readied({
    form: 'calendar-ics', bytes, extension, mediaType, sample: record.value.sample, meetings: 1,
    tail: `${record.value.meeting.slice(0, 8)}-revision-${String(record.value.revision)}`,
    deviceOnlyNotesLeftOut: deviceOnlyCount(meetingOf(opened.session.replica)),
  }, order);
}

/**
 * The next steps of a record as they leave, by due day: open and done ones. One that was
 * carried over is open in the later meeting, and leaves with that. Those drawn from
 * device-only notes are in no record.
 */
export function stepsOf(record: MeetingRecord, { identified, names }: { readonly identified: boolean; readonly names: boolean }): CalendarStep[] {
  const shown = names && identified ? record : recordWithoutNames(record, identified ? 'names' : 'all');
  const meeting = meetingOfRecord(shown);
  const { code } = basicsOf(meeting);
  const text = (words: string): string => (identified ? words : withoutCode(words, code));
  const changed = new Map(record.entries.map(({ id, stamp }) => [id, readStamp(stamp as Stamp).ms])); // stamps were checked when the record was parsed or made
  const asStep = ({ entry, what, owner, dueOn, doneOn }: FollowUp): CalendarStep => ({
    meeting: record.meeting, entry, what: text(what), owner: text(owner), dueOn, doneOn, changedAtMs: changed.get(entry) ?? null, code, sample: record.sample,
  });
  return followUpsOf(meeting).filter((step) => step.what.trim() !== '' && !isCarried(step)).sort(byDue).map(asStep);
}

/** The next steps as they would leave now, for a preview; `kept` is an earlier revision. */
export const stepsShown = (
  app: App, opened: Opened, kept: MeetingRecord | null, order: { readonly identified: boolean; readonly names: boolean },
): CalendarStep[] => stepsOf(kept ?? recordNow(app, opened), order);
