/**
 * How long meetings stay (roadmap/DOMAIN.md 5.2: raw entries 90 days after the debrief, then
 * marks without identifiers until the end of the next school year; a district may change
 * both). Days are local, 'YYYY-MM-DD'; months 'YYYY-MM'.
 *
 *   | finished, whole   | reduce on the day of finishing + `reduceAfterDays`                   |
 *   | reduced to marks  | remove on the first day after the school year that follows its own   |
 *   | not finished      | stays; nothing is taken from what the leader has not closed          |
 *
 * Nothing is due before it was announced for {@link noticeDays}, while it is not in a
 * backup in its present form, or while a hold lies on it or on everything.
 */
import { dayAfter } from './local-day.ts';
import { z } from './zod.ts';

/** Days between the notice on the screen and the act. */
export const noticeDays = 14;

const first = { reduceAfterDays: 90, removeMarks: true, schoolYearEndMonth: 6, hold: false } as const;

export const retentionSchema = z.looseObject({
  /** Days after finishing; null keeps meetings whole for good. */
  reduceAfterDays: z._default(z.nullable(z.number().check(z.int(), z.gte(1), z.lte(3_650))), first.reduceAfterDays),
  /** False keeps the marks for good. */
  removeMarks: z._default(z.boolean(), first.removeMarks),
  /** The school year ends with the last day of this month, 1 to 12. */
  schoolYearEndMonth: z._default(z.number().check(z.int(), z.gte(1), z.lte(12)), first.schoolYearEndMonth),
  /** Pauses everything. */
  hold: z._default(z.boolean(), first.hold),
  /** Ids of meetings that are kept until they are let go. */
  held: z._default(z.array(z.string()), []),
});

export type RetentionSettings = z.infer<typeof retentionSchema>;

/** The settings of a device on which nothing was chosen. */
export const firstRetention = (): RetentionSettings => ({ ...first, held: [] });

/** What the rules need of one meeting. */
export interface KeptMeeting {
  /** The day of its latest finishing; null while it is not finished. */
  readonly finishedOn: string | null;
  /** The month it was held in, once it is reduced; null while it is whole. */
  readonly reducedOf: string | null;
  readonly backedUp: boolean;
  readonly held: boolean;
  /** Since when its next step stands on the notice list; null when it does not. */
  readonly noticedOn: string | null;
}

export type RetentionStep = 'reduce' | 'remove';

export interface RetentionPlan {
  readonly step: RetentionStep;
  /** The earliest day on which it is done. */
  readonly onDay: string;
  readonly state:
    /** More than {@link noticeDays} away. */
    | 'later'
    /** Belongs on the notice list and is not there yet. */
    | 'to-announce'
    | 'announced'
    | 'due'
    /** Its day may have come, but a hold lies on it. */
    | 'held'
    /** Its day may have come, but it is in no backup as it stands. */
    | 'not-backed-up';
}

/** What comes next for a meeting; null when nothing does. `today` is a local day. */
export function retentionOf(meeting: KeptMeeting, settings: RetentionSettings, today: string): RetentionPlan | null {
  const next = nextStep(meeting, settings);
  if (!next) return null;
  const { step, onDay: ruled } = next;
  const onDay = later(ruled, dayAfter(meeting.noticedOn ?? today, noticeDays));
  const near = today >= dayAfter(ruled, -noticeDays);
  if (!near) return { step, onDay: ruled, state: 'later' };
  if (settings.hold || meeting.held) return { step, onDay, state: 'held' };
  if (!meeting.backedUp) return { step, onDay, state: 'not-backed-up' };
  if (meeting.noticedOn === null) return { step, onDay, state: 'to-announce' };
  return { step, onDay, state: today >= onDay ? 'due' : 'announced' };
}

function nextStep({ finishedOn, reducedOf }: KeptMeeting, settings: RetentionSettings): { step: RetentionStep; onDay: string } | null {
  if (reducedOf !== null) return settings.removeMarks ? { step: 'remove', onDay: marksEndOn(reducedOf, settings.schoolYearEndMonth) } : null;
  if (finishedOn === null || settings.reduceAfterDays === null) return null;
  return { step: 'reduce', onDay: dayAfter(finishedOn, settings.reduceAfterDays) };
}

/**
 * The first day after the school year that follows the one in which `month` lies.
 * A school year ends with the last day of `endMonth`.
 */
export function marksEndOn(month: string, endMonth: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const endYear = (number <= endMonth ? year : year + 1) + 1;
  const [dayYear, dayMonth] = endMonth === 12 ? [endYear + 1, 1] : [endYear, endMonth + 1];
  return `${String(dayYear).padStart(4, '0')}-${String(dayMonth).padStart(2, '0')}-01`;
}

const later = (a: string, b: string): string => (a > b ? a : b);

/** Days after which something that was held and is in no backup is spoken of on the home screen. */
export const reminderDays = 7;
