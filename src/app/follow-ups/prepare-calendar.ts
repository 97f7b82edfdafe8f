import type { ListedMeeting } from '#data/store.ts';
import { isCarried } from '#domain/meeting/follow-up.ts';
import type { AcrossFollowUp } from '#domain/meeting/follow-ups-across.ts';
import { ok, type Result } from '#domain/result.ts';
import { calendarFormats } from '#export/registry.ts';
import type { App } from '../app.ts';
import type { CalendarWords } from '#app/export/file-words.ts';
import type { ExportObstacle } from '#app/export/obstacle.ts';
import { fetchWriter } from '#app/export/fetch-writer.ts';
import { agree, readied, type Prepared, type Terms } from '#app/export/prepare.ts';

export interface CalendarOrder extends Terms {
  /** Tasks, or events of a whole day for calendars that show no tasks. */
  readonly as: 'todo' | 'event';
  readonly words: CalendarWords;
}

export interface PreparedCalendar {
  readonly prepared: Prepared;
  readonly written: number;
  /** Steps without a day, for which there is no event. */
  readonly withoutDay: number;
}

/**
 * Next steps of many meetings as a calendar file; one that was carried over leaves with the
 * meeting that took it over. Nothing has left the device then.
 *
 * `ReasonMissing`, `SealShort`, `SealDiffers`, `RecipientRefused`, `WriterMissing`.
 */
export async function prepareCalendar(
  app: App, chosen: readonly AcrossFollowUp<ListedMeeting>[], order: CalendarOrder,
): Promise<Result<PreparedCalendar, ExportObstacle>> {
  const agreed = agree('calendar-ics', order);
  if (!agreed.ok) return agreed;
  const { meta: { extension, mediaType }, load } = calendarFormats['calendar-ics'];
  const writer = await fetchWriter(load);
  if (!writer.ok) return writer;
  const steps = chosen.filter((step) => !isCarried(step));
  const { bytes, written, withoutDay } = writer.value.write(steps.map(stepOf), {
    kind: agreed.value.identified ? 'identified' : 'de-identified', as: order.as, words: order.words, nowMs: app.nowMs(),
  });
  const meetings = new Set(steps.map(({ meeting }) => meeting.id)).size;
  const prepared = await readied({
    form: 'calendar-ics', bytes, extension, mediaType, meetings, deviceOnlyNotesLeftOut: 0,
    sample: steps.length > 0 && steps.every(({ meeting }) => meeting.digest.sample), tail: `${String(written)}-steps`,
  }, order);
  return prepared.ok ? ok({ prepared: prepared.value, written, withoutDay }) : prepared;
}

const stepOf = ({ meeting, entry, what, owner, dueOn, doneOn }: AcrossFollowUp<ListedMeeting>) =>
  ({ meeting: meeting.id, entry, what, owner, dueOn, doneOn, changedAtMs: null, code: meeting.digest.code, sample: meeting.digest.sample });
