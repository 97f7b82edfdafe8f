import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyMeeting, type Attendance, type Meeting } from '#domain/entry.ts';
import { meetingOf, replicaOf } from '#domain/merge.ts';
import { requiredMembers, type Seat } from '#domain/meeting/members.ts';
import {
  addAttendee, attendeesOf, basicsOf, captureOf, changeAttendee, chosenConditionsOf, conditionsOf, copyPlan, datesOf, firstAttendees,
  planGaps, removeAttendee, setBasics, setCapture, setDate, setLanguage, setLimitDays, setMinutes, toggleCondition, voiceRoleOf,
} from '#domain/meeting/plan.ts';
import { limitExamples, limitStatus } from '#domain/meeting/time-limits.ts';
import { parseChange } from '#domain/parse-change.ts';
import { withEdits } from '#domain/with-edits.ts';
import { anyJournal, someMeeting } from '#tests/support/arbitrary-meeting.ts';

const counter = (): (() => string) => {
  let next = 0;
  return () => `id${String((next += 1))}`;
};
const none: Meeting = emptyMeeting();
const seated = (...seats: readonly (readonly [string, Attendance])[]): Meeting =>
  seats.reduce<Meeting>((meeting, [role, how], at) => withEdits(meeting, addAttendee(meeting, { id: String(at), role, how })), none);
const seat = (meeting: Meeting, wanted: Seat) => requiredMembers(meeting).find(({ seat: known }) => known === wanted);

describe('seats of 34 CFR 300.321', () => {
  test.each<[Seat, string]>([
    ['family', '(a)(1)'], ['gen-ed', '(a)(2)'], ['case-manager', '(a)(3)'], ['lea-rep', '(a)(4)'], ['evaluator', '(a)(5)'],
  ])('%s is required by %s: planned, covered, excused, absent', (wanted, paragraph) => {
    expect(seat(none, wanted)).toEqual({ seat: wanted, basis: `34 CFR 300.321${paragraph}`, need: 'required', coveredBy: null, how: null, excused: false });
    expect(seat(seated([wanted, 'unconfirmed']), wanted)).toMatchObject({ coveredBy: null, how: 'unconfirmed' });
    for (const how of ['in-person', 'video', 'phone'] as const) {
      expect(seat(seated([wanted, how]), wanted)).toMatchObject({ coveredBy: 'attendee:0', how });
    }
    expect(seat(seated([wanted, 'excused']), wanted)).toMatchObject({ coveredBy: null, excused: wanted !== 'family' });
    expect(seat(seated([wanted, 'not-attending']), wanted)).toMatchObject({ coveredBy: null, excused: false });
    expect(seat(seated([wanted, 'excused'], [wanted, 'phone']), wanted)).toMatchObject({ coveredBy: 'attendee:1', excused: false });
  });

  test('the student is invited when transition is a purpose, else where appropriate', () => {
    expect(seat(none, 'student')).toMatchObject({ need: 'where-appropriate', basis: '34 CFR 300.321(a)(7)' });
    const transition = { need: 'invited', basis: '34 CFR 300.321(b)(1)' };
    expect(seat(withEdits(none, toggleCondition(none, 'transition')), 'student')).toMatchObject(transition);
    expect(seat(withEdits(none, setBasics(none, { type: 'transition' })), 'student')).toMatchObject(transition);
  });

  test('interpreter and agency are asked for only under their conditions', () => {
    expect(seat(none, 'interpreter')).toBeUndefined();
    expect(seat(none, 'agency')).toBeUndefined();
    expect(seat(withEdits(none, toggleCondition(none, 'interpreter')), 'interpreter')).toMatchObject({ need: 'required', basis: '34 CFR 300.322(e)' });
    expect(seat(withEdits(none, toggleCondition(none, 'transition-agency')), 'agency')).toMatchObject({ need: 'invited', basis: '34 CFR 300.321(b)(3)' });
  });

  test('a manifestation determination needs agency and parent, others as they decide', () => {
    const meeting = withEdits(none, setBasics(none, { type: 'manifestation' }));
    const required = requiredMembers(meeting).filter(({ need }) => need === 'required').map((member) => member.seat);
    expect(required).toEqual(['family', 'lea-rep']);
  });

  test('a new plan has the five seats, none of them covered', () => {
    const meeting = withEdits(none, firstAttendees({ newId: counter() }));
    expect(attendeesOf(meeting).map(({ role }) => role)).toEqual(['family', 'gen-ed', 'case-manager', 'lea-rep', 'evaluator']);
    expect(requiredMembers(meeting).every(({ coveredBy }) => coveredBy === null)).toBe(true);
  });
});

describe('planning', () => {
  test('saying the same again is no edit', () => {
    const meeting = withEdits(none, [
      ...setBasics(none, { code: 'K-07' }), ...setLanguage(none, 'Spanish'), ...setMinutes(none, 'goals', 12),
      ...setCapture(none, { mode: 'pulse' }), ...setDate(none, 'notice-sent', '2026-11-02'), ...addAttendee(none, { id: 'a', role: 'family', how: 'phone' }),
    ]);
    const entry = attendeesOf(meeting)[0]?.entry;
    if (!entry) throw new Error('nobody is seated');
    expect([
      setBasics(meeting, { code: 'K-07' }), setLanguage(meeting, 'Spanish'), setMinutes(meeting, 'goals', 12), setCapture(meeting, { mode: 'pulse' }),
      setDate(meeting, 'notice-sent', '2026-11-02'), setDate(meeting, 'copy-given', null), setLimitDays(meeting, 'copy-given', null),
      changeAttendee(meeting, entry, { how: 'phone' }), removeAttendee(none, entry),
    ].flat()).toEqual([]);
  });

  test('what is out of bounds is brought within them', () => {
    const meeting = withEdits(none, [...setBasics(none, { code: 'x'.repeat(5_000) }), ...setMinutes(none, 'goals', 9_000), ...setCapture(none, { pulseSeconds: 1 })]);
    expect(basicsOf(meeting).code).toHaveLength(2_000);
    expect(meeting.minutes.get([...meeting.minutes.keys()][0] ?? ('' as never))?.byPhase).toEqual({ goals: 600 });
    expect(captureOf(meeting).pulseSeconds).toBe(10);
    expect(setMinutes(none, 'goals', Number.NaN)).toEqual([]);
  });

  test('conditions of the type hold and cannot be switched off; others toggle', () => {
    const behavior = withEdits(none, setBasics(none, { type: 'manifestation' }));
    expect(toggleCondition(behavior, 'behavior')).toEqual([]);
    expect([...conditionsOf(behavior)].sort()).toEqual(['behavior', 'manifestation']);
    const on = withEdits(none, toggleCondition(none, 'virtual'));
    expect(chosenConditionsOf(on)).toEqual(['virtual']);
    expect(chosenConditionsOf(withEdits(on, toggleCondition(on, 'virtual')))).toEqual([]);
  });

  test('a date taken back is gone and leaves the others', () => {
    const two = withEdits(withEdits(none, setDate(none, 'notice-sent', '2026-11-02')), []);
    const both = withEdits(two, setDate(two, 'copy-given', '2026-11-20'));
    expect(datesOf(withEdits(both, setDate(both, 'notice-sent', null)))).toEqual({ 'copy-given': '2026-11-20' });
  });

  test('gaps are named and do not bar anything', () => {
    expect(planGaps(none)).toEqual(['code', 'capacity']);
    expect(planGaps(withEdits(none, setBasics(none, { code: 'K-07', capacity: 'member' })))).toEqual([]);
    expect(planGaps(withEdits(none, setBasics(none, { code: '  ', capacity: 'member' })))).toEqual(['code']);
  });

  test('unknown roles are heard as other', () => {
    expect([voiceRoleOf('nurse'), voiceRoleOf('advocate'), voiceRoleOf('toString')]).toEqual(['related', 'advocate-agency', 'other']);
  });
});

describe('copying a plan', () => {
  test('never copies code, date, capacity, marks or notes, and confirms nobody', () => {
    fc.assert(fc.property(anyJournal, (journal) => {
      const from = meetingOf(replicaOf(journal));
      const edits = copyPlan(from, { newId: counter() });
      const copy = withEdits(none, edits);
      expect(basicsOf(copy)).toMatchObject({ code: '', onDate: null, startsAt: null, capacity: null });
      expect(basicsOf(copy)).toMatchObject({ type: basicsOf(from).type, team: basicsOf(from).team, school: basicsOf(from).school, room: basicsOf(from).room });
      expect(edits.every(({ kind }) => ['basics', 'conditions', 'minutes', 'capture', 'attendee'].includes(kind))).toBe(true);
      expect([...conditionsOf(copy)]).toEqual([...conditionsOf(from)]);
      expect(attendeesOf(copy).map(({ role, words }) => [role, words])).toEqual(attendeesOf(from).map(({ role, words }) => [role, words]));
      expect(attendeesOf(copy).every(({ how }) => how === 'unconfirmed' || how === 'not-attending')).toBe(true);
      for (const edit of edits) {
        const change = { ...edit, meeting: someMeeting, act: someMeeting, stamp: '0000000000010000-0000000000000001' };
        expect(parseChange(change).ok).toBe(true);
      }
    }));
  });
});

describe('time limits', () => {
  const meetingOn = '2026-11-12';
  test.each([
    ['notice-sent', null, 5, '2026-11-07', 'open'],
    ['notice-sent', null, 5, '2026-11-08', 'was-due'],
    ['notice-sent', '2026-11-07', 5, '2026-11-20', 'within'],
    ['notice-sent', '2026-11-08', 5, '2026-11-20', 'beyond'],
    ['copy-given', '2026-11-17', 5, '2026-11-20', 'within'],
    ['copy-given', '2026-11-18', 5, '2026-11-20', 'beyond'],
    ['copy-given', null, null, '2026-11-20', 'no-limit'],
    ['evaluation-consent', '2026-09-13', 60, '2026-11-20', 'within'],
    ['evaluation-consent', '2026-09-12', 60, '2026-11-20', 'beyond'],
    ['next-annual', '2027-11-12', 365, '2026-11-20', 'within'],
  ] as const)('%s on %s under %s days, seen on %s, is %s', (...[name, onDate, limitDays, today, status]) => {
    expect(limitStatus(name, { meetingOn, onDate, limitDays, today })).toBe(status);
  });

  test('every example has a source and is to be checked with counsel', () => {
    expect(limitExamples.every(({ source, checkWithCounsel }) => source.startsWith('https://') && checkWithCounsel)).toBe(true);
  });
});
