import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit, Meeting } from '#domain/entry.ts';
import { setMinutes } from '#domain/meeting/plan.ts';
import {
  elapsedMs, endMeeting, enterPhase, isRunning, leaveEarly, minutesOf, noteSleep, notObservedMs, pace, phaseMs, placeOf, plannedMinutes,
  resumeMeeting, showView, startMeeting,
} from '#domain/meeting/timing.ts';
import { speakingNow, takeFloor } from '#domain/meeting/voice.ts';
import { askedPhases } from '#domain/roadmap/asked-items.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { meetingAfter, minuteMs, tenMs, withEdits } from '../meeting-of.ts';

type Verb = (meeting: Meeting) => Edit[];
const at = (minutes: number): number => tenMs + minutes * minuteMs;
const start: Verb = (m) => startMeeting(m, tenMs);
const end = (minutes: number): Verb => (m) => endMeeting(m, at(minutes));
const enter = (phase: string, minutes: number): Verb => (m) => enterPhase(m, phase, { id: `v${String(m.visit.size)}`, nowMs: at(minutes) });
const sleep = (from: number, to: number): Verb => (m) => noteSleep(m, { id: `s${String(m.gap.size)}`, fromMs: at(from), toMs: at(to) });
const minutesBy = (meeting: Meeting, minutes: number): unknown =>
  Object.fromEntries([...phaseMs(meeting, at(minutes))].map(([phase, ms]) => [phase, ms / minuteMs]));

describe('a meeting', () => {
  it('runs from its start to its end, and starts once', () => {
    expect(isRunning(meetingAfter())).toBe(false);
    const meeting = meetingAfter(start);
    expect(isRunning(meeting)).toBe(true);
    expect(startMeeting(meeting, at(3))).toEqual([]);
    const ended = withEdits(meeting, endMeeting(meeting, at(52)));
    expect(isRunning(ended)).toBe(false);
    expect(elapsedMs(ended, at(600))).toBe(52 * minuteMs);
    expect(endMeeting(ended, at(60))).toEqual([]);
    expect(endMeeting(meetingAfter(), at(1))).toEqual([]);
  });

  it('ends the open turn with it', () => {
    const meeting = meetingAfter(start, (m) => takeFloor(m, 'family', { id: 'a', nowMs: at(1) }), end(2));
    expect(speakingNow(meeting)).toBeNull();
    expect([...meeting.turn.values()][0]?.toMs).toBe(at(2));
  });

  it('that the leader left early says so', () => {
    const meeting = meetingAfter(start, (m) => takeFloor(m, 'family', { id: 'a', nowMs: at(1) }), (m) => leaveEarly(m, at(20)));
    expect(isRunning(meeting)).toBe(false);
    expect([...meeting.timing.values()]).toEqual([{ startedAtMs: tenMs, endedAtMs: at(20), leftAtMs: at(20) }]);
    expect(speakingNow(meeting)).toBeNull();
  });

  it('goes on when it is resumed, and does not count the pause as observed', () => {
    const ended = meetingAfter(start, end(20));
    expect(elapsedMs(withEdits(ended, resumeMeeting(ended)), at(30))).toBe(30 * minuteMs);
    const resumed = withEdits(ended, resumeMeeting(ended, { id: 'p', nowMs: at(25) }));
    expect(isRunning(resumed)).toBe(true);
    expect(elapsedMs(resumed, at(30))).toBe(25 * minuteMs);
    expect(resumeMeeting(resumed)).toEqual([]);
    expect(resumeMeeting(meetingAfter())).toEqual([]);
  });

  it('under a clock set back has lasted no time, never less', () => {
    expect(elapsedMs(meetingAfter(start), at(-90))).toBe(0);
    expect(elapsedMs(meetingAfter(start, end(-90)), at(5))).toBe(0);
    expect([...meetingAfter(start, end(-90)).timing.values()][0]?.endedAtMs).toBe(tenMs);
    expect(elapsedMs(meetingAfter(), at(5))).toBe(0);
  });
});

describe('a gap of sleep', () => {
  it('is not observed and taken off the meeting', () => {
    const meeting = meetingAfter(start, sleep(10, 25));
    expect(notObservedMs(meeting)).toBe(15 * minuteMs);
    expect(elapsedMs(meeting, at(30))).toBe(15 * minuteMs);
  });

  it('ends the open turn where it begins, so that it is neither talk nor silence', () => {
    const meeting = meetingAfter(start, (m) => takeFloor(m, 'family', { id: 'a', nowMs: at(8) }), sleep(10, 25));
    expect([...meeting.turn.values()]).toEqual([{ role: 'family', fromMs: at(8), toMs: at(10) }]);
  });

  it('counts once where two tabs noted it', () => {
    expect(notObservedMs(meetingAfter(start, sleep(10, 25), sleep(12, 26), sleep(11, 13)))).toBe(16 * minuteMs);
  });

  it('is cut to the meeting', () => {
    const meeting = meetingAfter(start, sleep(-30, 5), sleep(50, 90), end(60));
    expect(notObservedMs(meeting)).toBe(15 * minuteMs);
  });

  it('is not noted outside of a meeting, nor when the clock went back', () => {
    expect(sleep(1, 2)(meetingAfter())).toEqual([]);
    expect(sleep(1, 2)(meetingAfter(start, end(1)))).toEqual([]);
    expect(sleep(5, 2)(meetingAfter(start))).toEqual([]);
  });
});

describe('phases', () => {
  it('have the time from their visits, summed, to the next or to now', () => {
    const meeting = meetingAfter(start, enter('kickoff', 0), enter('goals', 5), enter('kickoff', 12), enter('wrap-up', 14));
    expect(minutesBy(meeting, 20)).toEqual({ kickoff: 7, goals: 7, 'wrap-up': 6 });
    expect(minutesBy(withEdits(meeting, endMeeting(meeting, at(16))), 99)).toEqual({ kickoff: 7, goals: 7, 'wrap-up': 2 });
  });

  it('are not charged with sleep', () => {
    expect(minutesBy(meetingAfter(start, enter('kickoff', 0), sleep(3, 8), enter('goals', 10)), 11)).toEqual({ kickoff: 5, goals: 1 });
  });

  it('are not visited before the start, after the end, or twice in a row', () => {
    expect(meetingAfter(enter('kickoff', -5)).visit.size).toBe(0);
    expect(meetingAfter(start, enter('kickoff', 0), enter('kickoff', 2)).visit.size).toBe(1);
    expect(meetingAfter(start, enter('kickoff', 0), end(9), enter('goals', 10)).visit.size).toBe(1);
  });

  it('are visited at the start even when the screen stood there before', () => {
    expect(meetingAfter(enter('kickoff', -5), start, enter('kickoff', 0)).visit.size).toBe(1);
  });

  it('are visited by the act that begins the meeting', () => {
    const begun = meetingAfter(enter('kickoff', -5), (m) => [
      ...startMeeting(m, tenMs), ...enterPhase(m, 'kickoff', { id: 'first', nowMs: tenMs, running: true }),
    ]);
    expect(minutesBy(begun, 4)).toEqual({ kickoff: 4 });
  });

  it('never have negative time, whatever the clock does', () => {
    const step = fc.record({ phase: fc.constantFrom('kickoff', 'goals', 'wrap-up'), minutes: fc.integer({ min: -60, max: 60 }), asleep: fc.integer({ min: -5, max: 20 }) });
    fc.assert(fc.property(fc.array(step, { maxLength: 15 }), fc.integer({ min: -90, max: 90 }), (steps, now) => {
      const meeting = meetingAfter(start, ...steps.flatMap(({ phase, minutes, asleep }) => [enter(phase, minutes), sleep(minutes, minutes + asleep)]));
      const lengths = [...phaseMs(meeting, at(now)).values()];
      for (const ms of [...lengths, elapsedMs(meeting, at(now)), notObservedMs(meeting)]) expect(ms).toBeGreaterThanOrEqual(0);
    }));
  });
});

describe('the place of the screen', () => {
  it('is at no phase at first, then where the leader turned', () => {
    expect(placeOf(meetingAfter())).toEqual({ phase: null, view: 'phase' });
    expect(placeOf(meetingAfter(enter('goals', 0)))).toEqual({ phase: 'goals', view: 'phase' });
  });

  it('keeps the phase behind the thread and comes back to it', () => {
    const onThread = meetingAfter(start, enter('goals', 0), (m) => showView(m, 'thread'));
    expect(placeOf(onThread)).toEqual({ phase: 'goals', view: 'thread' });
    expect(showView(onThread, 'thread')).toEqual([]);
    const back = withEdits(onThread, enterPhase(onThread, 'goals', { id: 'x', nowMs: at(1) }));
    expect(placeOf(back)).toEqual({ phase: 'goals', view: 'phase' });
    expect(back.visit.size).toBe(1);
    expect(placeOf(meetingAfter((m) => showView(m, 'thread')))).toEqual({ phase: null, view: 'thread' });
  });
});

describe('the plan of minutes', () => {
  const phases = askedPhases(defaultRoadmap(), new Set());

  it("is the roadmap's for the six numbered phases, and the leader's where one was chosen", () => {
    expect([...minutesOf(meetingAfter(), phases).values()]).toEqual([5, 10, 15, 12, 12, 6]);
    expect(plannedMinutes(meetingAfter(), phases)).toBe(60);
    const meeting = meetingAfter((m) => setMinutes(m, 'goals', 20), (m) => setMinutes(m, 'kickoff', 0));
    expect(minutesOf(meeting, phases).get('goals')).toBe(20);
    expect(plannedMinutes(meeting, phases)).toBe(63);
  });
});

describe('the clock line', () => {
  it('fills one segment after the other and stays full when it is late', () => {
    const done = (minutes: number): number[] => pace([5, 10], minutes * minuteMs).map((segment) => segment.done);
    expect(done(0)).toEqual([0, 0]);
    expect(done(2.5)).toEqual([0.5, 0]);
    expect(done(10)).toEqual([1, 0.5]);
    expect(done(90)).toEqual([1, 1]);
    expect(done(-3)).toEqual([0, 0]);
  });

  it('passes over phases without minutes', () => {
    expect(pace([0, 5, 0], 5 * minuteMs)).toEqual([{ minutes: 0, done: 1 }, { minutes: 5, done: 1 }, { minutes: 0, done: 1 }]);
    expect(pace([5, 0], minuteMs)[1]?.done).toBe(0);
    expect(pace([], 5)).toEqual([]);
  });
});
