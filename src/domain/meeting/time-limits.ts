/**
 * Local time limits of the tracked dates. None is set by itself: a leader sets days, and may
 * take an example of a state, which counsel is to check first. Federal rules give few day
 * counts (34 CFR 300.301(c)(1), 300.322(a)(1), 300.503(a)); states give many (DOMAIN 6).
 *
 * A limit is a number of calendar days from the meeting (for next reviews: from the meeting,
 * too), since the app has no school calendar. Examples keep the unit in which they are law,
 * and are not converted.
 */
import { dayAfter } from '../local-day.ts';
import { isDateName, type DateName } from './date-name.ts';

export type LimitUnit = 'hours' | 'calendar-days' | 'business-days' | 'school-days' | 'instructional-days' | 'weeks';
/** On which side of its anchor the date lies. */
export type LimitSide = 'before-meeting' | 'after-meeting' | 'after-consent' | 'before-action';

/** One state's limit as found in a source; to be checked with counsel before anybody relies on it. */
export interface LimitExample {
  readonly date: DateName;
  /** Postal abbreviation of the state or district. */
  readonly state: string;
  readonly amount: number;
  readonly unit: LimitUnit;
  readonly side: LimitSide;
  /** A bill may never have become law. */
  readonly standing: 'in-force' | 'bill';
  /** An agency's own page, or somebody who tells of the rule. */
  readonly authority: 'agency' | 'secondary';
  readonly source: string;
  readonly checkWithCounsel: true;
}

const example = (fields: Omit<LimitExample, 'checkWithCounsel'>): LimitExample => ({ ...fields, checkWithCounsel: true });

const newYork = 'https://www.nysed.gov/special-education/state-federal-requirements-and-additional-questions-answers-related-to-meeting-notice-forms';
const tennessee = 'https://fastdemocracy.com/bill-summary/?billsummary_id=TNB00054972&billsummary_session=114&billsummary_state=tn';
const maryland = 'https://autismsocietymd.org/five-day-rule';
const columbia = 'https://www.dcurbanmom.com/jforum/posts/list/1108454.page';
const massachusetts = 'https://nobleeducationlaw.com/blog/when-will-i-receive-the-iep';
const connecticut = 'https://portal.ct.gov/sde/special-education/connecticut-iep-manual/section-13-prior-written-notice';
const minnesota = 'https://studylib.net/doc/7366140/timelines';
const indiana = 'https://sp-programs.powerschool-docs.com/special-programs-in/latest/evaluation-timelines-profile';
const california = 'https://www.edcoe.org/educational-services/selpa-special-education-local-plan-area/selpa-procedural-guide/general-timelines/';

/** The examples, by date and state. */
export const limitExamples: readonly LimitExample[] = [
  example({ date: 'notice-sent', state: 'NY', amount: 5, unit: 'calendar-days', side: 'before-meeting', standing: 'in-force', authority: 'agency', source: newYork }),
  example({ date: 'notice-sent', state: 'TN', amount: 10, unit: 'calendar-days', side: 'before-meeting', standing: 'bill', authority: 'secondary', source: tennessee }),
  example({ date: 'papers-sent', state: 'MD', amount: 5, unit: 'business-days', side: 'before-meeting', standing: 'in-force', authority: 'secondary', source: maryland }),
  example({ date: 'papers-sent', state: 'DC', amount: 5, unit: 'business-days', side: 'before-meeting', standing: 'in-force', authority: 'secondary', source: columbia }),
  example({ date: 'papers-sent', state: 'TN', amount: 48, unit: 'hours', side: 'before-meeting', standing: 'bill', authority: 'secondary', source: tennessee }),
  example({ date: 'copy-given', state: 'MD', amount: 5, unit: 'business-days', side: 'after-meeting', standing: 'in-force', authority: 'secondary', source: maryland }),
  example({ date: 'copy-given', state: 'MA', amount: 2, unit: 'weeks', side: 'after-meeting', standing: 'in-force', authority: 'secondary', source: massachusetts }),
  example({ date: 'pwn-sent', state: 'CT', amount: 10, unit: 'school-days', side: 'before-action', standing: 'in-force', authority: 'agency', source: connecticut }),
  example({ date: 'evaluation-consent', state: 'MA', amount: 45, unit: 'school-days', side: 'after-consent', standing: 'in-force', authority: 'secondary', source: massachusetts }),
  example({ date: 'evaluation-consent', state: 'MN', amount: 30, unit: 'school-days', side: 'after-consent', standing: 'in-force', authority: 'secondary', source: minnesota }),
  example({ date: 'evaluation-consent', state: 'IN', amount: 50, unit: 'instructional-days', side: 'after-consent', standing: 'in-force', authority: 'secondary', source: indiana }),
  example({ date: 'evaluation-consent', state: 'CA', amount: 60, unit: 'calendar-days', side: 'after-consent', standing: 'in-force', authority: 'secondary', source: california }),
];

/** Dates whose limit lies before the meeting; all others lie after it. */
const beforeMeeting: ReadonlySet<DateName> = new Set<DateName>(['evaluation-consent', 'notice-sent', 'papers-sent']);

/**
 * Where a tracked date stands against its limit.
 *
 *   | limit or meeting date | date noted         | then                                  |
 *   | missing               | any                | no-limit                              |
 *   | there                 | on the right side  | within                                |
 *   | there                 | on the wrong side  | beyond                                |
 *   | there                 | not noted          | open; was-due once its last day is by |
 */
export type LimitStatus = 'no-limit' | 'within' | 'beyond' | 'open' | 'was-due';

interface Against {
  readonly meetingOn: string | null;
  readonly onDate: string | null;
  readonly limitDays: number | null;
  /** The local day, 'YYYY-MM-DD'. */
  readonly today: string;
}

/** The day that a limit points at; null without a limit or a meeting date. Consent counts forward to the meeting. */
export function limitDay(name: DateName, meetingOn: string | null, limitDays: number | null): string | null {
  if (meetingOn === null || limitDays === null || !Number.isFinite(limitDays)) return null;
  return dayAfter(meetingOn, beforeMeeting.has(name) ? -limitDays : limitDays);
}

/** The status of a date. For consent to evaluate the limit is how long before the meeting it may lie at most. */
export function limitStatus(name: DateName, { meetingOn, onDate, limitDays, today }: Against): LimitStatus {
  const day = limitDay(name, meetingOn, limitDays);
  if (day === null) return 'no-limit';
  if (name === 'evaluation-consent') return onDate === null ? 'open' : onDate >= day ? 'within' : 'beyond';
  if (onDate === null) return today > day ? 'was-due' : 'open';
  return onDate <= day ? 'within' : 'beyond';
}

/** The examples for one date; none for a name that is not tracked. */
export const limitExamplesFor = (name: string): readonly LimitExample[] =>
  isDateName(name) ? limitExamples.filter(({ date }) => date === name) : [];
