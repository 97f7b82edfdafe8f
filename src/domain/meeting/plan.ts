/**
 * Planning: what a leader settles before the meeting, and may still change at any time.
 * Basics, conditions, minutes, dates and capture are one entry each; every attendee is one.
 * All verbs return the edits of one act, and none when nothing would change.
 */
import { clipLine, clipWord } from '../clip.ts';
import type { Attendance, Edit, Meeting, ValueOf } from '../entry.ts';
import { entryIdOf, type EntryId, type PhaseId } from '../ids.ts';
import { basicsOf, chosenConditionsOf, chosenMinutesOf, conditionsEntry, conditionsOf, defaultBasics, languageOf, type Basics } from './glance.ts';
import { isMeetingType, typeConditions } from './meeting-type.ts';
import { dateNames, type DateName } from './date-name.ts';
import type { VoiceRole } from './voice-roles.ts';

export { basicsOf, chosenConditionsOf, chosenMinutesOf, conditionsOf, languageOf };
export { dateNames, type DateName };

type Capture = ValueOf<'capture'>;

const basicsId = entryIdOf('basics');
const conditionsId = entryIdOf('conditions');
const minutesId = entryIdOf('minutes');
const datesId = entryIdOf('dates');
const captureId = entryIdOf('capture');

const defaultCapture: Capture = { mode: 'turns', pulseSeconds: 30, quick: false };

/** True when the patch says something that `value` does not say already. */
const differs = (value: Readonly<Record<string, unknown>>, patch: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(patch).some(([key, wanted]) => value[key] !== wanted);

/** Changes some of the basics. Text is cut to what an entry holds. */
export function setBasics(meeting: Meeting, patch: Partial<Basics>): Edit[] {
  const known = basicsOf(meeting);
  const next = { ...known, ...patch };
  const value = {
    ...next, type: clipWord(next.type), code: clipLine(next.code), room: clipLine(next.room),
    school: clipLine(next.school), team: clipLine(next.team),
  };
  return differs(known, value) ? [{ kind: 'basics', entry: basicsId, value }] : [];
}

/** True for a condition that the type brings by itself, and that is therefore not switched off. */
export function isBroughtByType(meeting: Meeting, condition: string): boolean {
  const { type } = basicsOf(meeting);
  return isMeetingType(type) && typeConditions[type].includes(condition);
}

/** Switches a condition on or off; nothing for one that the type brings. */
export function toggleCondition(meeting: Meeting, condition: string): Edit[] {
  if (isBroughtByType(meeting, condition)) return [];
  const known = conditionsEntry(meeting);
  const on = known.on.includes(condition) ? known.on.filter((other) => other !== condition) : [...known.on, condition];
  return [{ kind: 'conditions', entry: conditionsId, value: { ...known, on } }];
}

/** Names the interpreter's or family's language. */
export function setLanguage(meeting: Meeting, text: string): Edit[] {
  const known = conditionsEntry(meeting);
  const language = clipLine(text);
  return language === known.language ? [] : [{ kind: 'conditions', entry: conditionsId, value: { ...known, language } }];
}

/** Plans whole minutes (0 to 600) for a phase. */
export function setMinutes(meeting: Meeting, phase: PhaseId, minutes: number): Edit[] {
  if (!Number.isFinite(minutes)) return [];
  const known = meeting.minutes.get(minutesId) ?? { byPhase: {} };
  const whole = Math.min(Math.max(Math.round(minutes), 0), 600);
  if (known.byPhase[phase] === whole) return [];
  return [{ kind: 'minutes', entry: minutesId, value: { ...known, byPhase: { ...known.byPhase, [phase]: whole } } }];
}

const datesEntry = (meeting: Meeting): ValueOf<'dates'> => meeting.dates.get(datesId) ?? { byName: {}, limitDays: {} };

/** The dates that were noted, by name; local, 'YYYY-MM-DD'. */
export const datesOf = (meeting: Meeting): Readonly<Record<string, string>> => datesEntry(meeting).byName;

/** The local limits that the leader set, in days, by the name of the date they concern. */
export const limitDaysOf = (meeting: Meeting): Readonly<Record<string, number>> => datesEntry(meeting).limitDays;

/** `values` with `name` set, or without it when `value` is null. */
function withName<T>(values: Readonly<Record<string, T>>, name: string, value: T | null): Record<string, T> {
  const others = Object.entries(values).filter(([key]) => key !== name);
  return Object.fromEntries(value === null ? others : [...others, [name, value]]);
}

/** Notes one of the tracked dates ('YYYY-MM-DD'), or takes it back with null. */
export function setDate(meeting: Meeting, name: DateName, onDate: string | null): Edit[] {
  const known = datesEntry(meeting);
  if ((known.byName[name] ?? null) === onDate) return [];
  const value = { ...known, byName: withName(known.byName, name, onDate) };
  return [{ kind: 'dates', entry: datesId, value }];
}

/** Sets the local limit of a date in days, or takes it back with null. */
export function setLimitDays(meeting: Meeting, name: DateName, days: number | null): Edit[] {
  const known = datesEntry(meeting);
  if (days !== null && !Number.isFinite(days)) return [];
  if ((known.limitDays[name] ?? null) === days) return [];
  const value = { ...known, limitDays: withName(known.limitDays, name, days) };
  return [{ kind: 'dates', entry: datesId, value }];
}

/** How talk is counted, and whether only the core items are asked; tapped turns as long as nothing was said. */
export const captureOf = (meeting: Meeting): Capture => meeting.capture.get(captureId) ?? defaultCapture;

/** Changes how talk is counted. The pulse stays between 10 and 60 seconds. */
export function setCapture(meeting: Meeting, patch: Partial<Capture>): Edit[] {
  const known = captureOf(meeting);
  const next = { ...known, ...patch };
  const value = { ...next, pulseSeconds: Math.min(Math.max(Math.round(next.pulseSeconds), 10), 60) };
  return differs(known, value) ? [{ kind: 'capture', entry: captureId, value }] : [];
}

/** Roles that a leader can seat at the table, in the order in which the form offers them. */
export const attendeeRoles = [
  'family', 'student', 'gen-ed', 'case-manager', 'lea-rep', 'evaluator', 'speech-language', 'occupational-therapist',
  'physical-therapist', 'nurse', 'counselor', 'related', 'interpreter', 'agency', 'advocate', 'facilitator', 'other',
] as const;
export type AttendeeRole = (typeof attendeeRoles)[number];

/** One seat at the table: a role, never a name. */
export interface Attendee {
  readonly entry: EntryId;
  readonly role: string;
  readonly how: Attendance;
  readonly words: string;
  readonly order: number;
}

const voiceRoleByAttendee: Readonly<Record<AttendeeRole, VoiceRole>> = {
  family: 'family', student: 'student', 'gen-ed': 'gen-ed', 'case-manager': 'case-manager', 'lea-rep': 'lea-rep',
  evaluator: 'evaluator', 'speech-language': 'related', 'occupational-therapist': 'related',
  'physical-therapist': 'related', nurse: 'related', counselor: 'related', related: 'related',
  interpreter: 'interpreter', agency: 'advocate-agency', advocate: 'advocate-agency', facilitator: 'facilitator',
  other: 'other',
};

/** True for a role of {@link attendeeRoles}. */
export const isAttendeeRole = (role: string): role is AttendeeRole => Object.hasOwn(voiceRoleByAttendee, role);

/** The voice under which an attendee's talk is counted (DOMAIN 3.1); unknown roles count as other. */
export const voiceRoleOf = (role: string): VoiceRole => (isAttendeeRole(role) ? voiceRoleByAttendee[role] : 'other');

/** Who is planned or present, in the order of the form. */
export function attendeesOf(meeting: Meeting): Attendee[] {
  return [...meeting.attendee]
    .map(([entry, { role, how, words, order }]) => ({ entry, role, how, words, order }))
    .sort((a, b) => a.order - b.order || (a.entry < b.entry ? -1 : 1));
}

interface NewAttendee {
  readonly id: string;
  readonly role: string;
  readonly how: Attendance;
  readonly words?: string;
}

/** Seats one more at the end of the list. */
export function addAttendee(meeting: Meeting, { id, role, how, words = '' }: NewAttendee): Edit[] {
  const order = 1 + attendeesOf(meeting).reduce((most, attendee) => Math.max(most, attendee.order), 0);
  const value = { role: clipWord(role), how, words: clipLine(words), order };
  return [{ kind: 'attendee', entry: entryIdOf('attendee', id), value }];
}

/** Changes role, attendance, words or place of one attendee. */
export function changeAttendee(meeting: Meeting, entry: EntryId, patch: Partial<ValueOf<'attendee'>>): Edit[] {
  const known = meeting.attendee.get(entry);
  if (!known) return [];
  const next = { ...known, ...patch };
  const value = { ...next, role: clipWord(next.role), words: clipLine(next.words) };
  return differs(known, value) ? [{ kind: 'attendee', entry, value }] : [];
}

/** Takes an attendee off the list. */
export const removeAttendee = (meeting: Meeting, entry: EntryId): Edit[] =>
  meeting.attendee.has(entry) ? [{ kind: 'attendee', entry, value: null }] : [];

const requiredSeats: readonly AttendeeRole[] = ['family', 'gen-ed', 'case-manager', 'lea-rep', 'evaluator'];

/** The five seats that every meeting needs (34 CFR 300.321(a)(1)-(5)), none of them confirmed. */
export function firstAttendees({ newId }: { readonly newId: () => string }): Edit[] {
  return requiredSeats.map((role, at): Edit => ({
    kind: 'attendee',
    entry: entryIdOf('attendee', newId()),
    value: { role, how: 'unconfirmed', words: '', order: at + 1 },
  }));
}

/**
 * The edits that give a new meeting the plan of another one: team, school, room, type,
 * conditions, attendees, minutes and capture. Never code, date, time, capacity, marks or
 * notes. Nobody is confirmed: who came last time has not said yes to this time.
 */
export function copyPlan(from: Meeting, { newId }: { readonly newId: () => string }): Edit[] {
  const { type, room, school, team } = basicsOf(from);
  const { on, language } = conditionsEntry(from);
  const { mode, pulseSeconds, quick } = captureOf(from);
  const edits: Edit[] = [{ kind: 'basics', entry: basicsId, value: { ...defaultBasics, type, room, school, team } }];
  if (from.conditions.size > 0) edits.push({ kind: 'conditions', entry: conditionsId, value: { on: [...on], language } });
  if (from.minutes.size > 0) edits.push({ kind: 'minutes', entry: minutesId, value: { byPhase: { ...chosenMinutesOf(from) } } });
  if (from.capture.size > 0) edits.push({ kind: 'capture', entry: captureId, value: { mode, pulseSeconds, quick } });
  for (const [at, { role, how, words }] of attendeesOf(from).entries()) {
    const value = { role, how: how === 'not-attending' ? how : 'unconfirmed', words, order: at + 1 } as const;
    edits.push({ kind: 'attendee', entry: entryIdOf('attendee', newId()), value });
  }
  return edits;
}

/** What is missing before the meeting begins; beginning is possible all the same. */
export function planGaps(meeting: Meeting): ('code' | 'capacity')[] {
  const { code, capacity } = basicsOf(meeting);
  return [...(code.trim() === '' ? (['code'] as const) : []), ...(capacity === null ? (['capacity'] as const) : [])];
}
