import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit, Meeting } from '#domain/entry.ts';
import { addAttendee, setCapture } from '#domain/meeting/plan.ts';
import { noteSleep, startMeeting } from '#domain/meeting/timing.ts';
import {
  addSample, closeTurn, estimateOf, references, rolesShown, setEstimate, speakingNow, takeFloor, voiceRoles, voiceShares,
  type RoleShare, type VoiceRole,
} from '#domain/meeting/voice.ts';
import { entryId, meetingAfter, minuteMs, tenMs, withEdits } from '../meeting-of.ts';

let serial = 0;
const newId = (): string => `n${String((serial += 1))}`;
const floor = (role: VoiceRole, afterMs: number) => (m: Meeting): Edit[] => takeFloor(m, role, { id: newId(), nowMs: tenMs + afterMs });
const silent = (afterMs: number) => (m: Meeting): Edit[] => closeTurn(m, tenMs + afterMs);
const samplesOf = (role: VoiceRole, count: number): Edit[] =>
  Array.from({ length: count }, () => addSample(meetingAfter(), role, { id: newId(), nowMs: tenMs })).flat();
const pulsed = (...edits: readonly Edit[][]): Meeting => meetingAfter((m) => setCapture(m, { mode: 'pulse' }), () => edits.flat());
const shareOf = (meeting: Meeting, role: VoiceRole, afterMs = 0): RoleShare | undefined =>
  voiceShares(meeting, tenMs + afterMs).roles.find((share) => share.role === role);

describe('the voice strip', () => {
  it('shows the family and several at once when nobody is planned', () => {
    expect(rolesShown(meetingAfter())).toEqual(['family', 'crosstalk']);
  });

  it('shows the roles that take part, each once, in the order of the list, and no interpreter', () => {
    const seat = (role: string, how: 'in-person' | 'excused' | 'not-attending' | 'unconfirmed' | 'video') => (m: Meeting): Edit[] =>
      addAttendee(m, { id: newId(), role, how });
    const meeting = meetingAfter(
      seat('nurse', 'video'), seat('speech-language', 'in-person'), seat('case-manager', 'unconfirmed'), seat('interpreter', 'in-person'),
      seat('gen-ed', 'excused'), seat('lea-rep', 'not-attending'), seat('student', 'in-person'), seat('a role of tomorrow', 'in-person'),
    );
    expect(rolesShown(meeting)).toEqual(['family', 'student', 'case-manager', 'related', 'other', 'crosstalk']);
  });

  it('keeps several at once and nobody out of the count', () => {
    expect(voiceRoles.filter(({ counted }) => !counted).map(({ key }) => key)).toEqual(['crosstalk', 'silence']);
  });
});

describe('a turn', () => {
  it('begins with a tap and ends with the next role in one act', () => {
    const meeting = meetingAfter(floor('family', 0));
    expect(speakingNow(meeting)).toBe('family');
    const edits = takeFloor(meeting, 'gen-ed', { id: 'next', nowMs: tenMs + 5_000 });
    expect(edits.map(({ value }) => value)).toEqual([
      { role: 'family', fromMs: tenMs, toMs: tenMs + 5_000 }, { role: 'gen-ed', fromMs: tenMs + 5_000, toMs: null },
    ]);
    expect(speakingNow(withEdits(meeting, edits))).toBe('gen-ed');
  });

  it('ends with a second tap, and then nobody speaks', () => {
    const meeting = meetingAfter(floor('family', 0), floor('family', 4_000));
    expect(speakingNow(meeting)).toBeNull();
    expect(shareOf(meeting, 'family')).toMatchObject({ turns: 1, ms: 4_000 });
    expect(closeTurn(meeting, tenMs)).toEqual([]);
  });

  it('has no length, and never a negative one, when the clock was set back', () => {
    const meeting = meetingAfter(floor('family', 0), silent(-3_600_000));
    expect(shareOf(meeting, 'family', -3_600_000)).toMatchObject({ turns: 1, ms: 0, share: 0 });
    expect(shareOf(meetingAfter(floor('family', 0)), 'family', -9_000)?.ms).toBe(0);
  });

  it('that two tabs opened at once is closed with the other', () => {
    const open = (id: string, role: string): Edit => ({ kind: 'turn', entry: entryId(`turn:${id}`), value: { role, fromMs: tenMs, toMs: null } });
    const meeting = withEdits(meetingAfter(), [open('a', 'family'), open('b', 'gen-ed')]);
    expect(closeTurn(meeting, tenMs + 1)).toHaveLength(2);
    expect(takeFloor(meeting, 'student', { id: 'c', nowMs: tenMs + 1 })).toHaveLength(3);
  });
});

describe('shares of turns', () => {
  it('are of the time in which somebody spoke, several at once apart', () => {
    const meeting = meetingAfter(
      floor('family', 0), floor('case-manager', minuteMs), floor('crosstalk', 4 * minuteMs), floor('silence', 5 * minuteMs), silent(9 * minuteMs),
    );
    const voice = voiceShares(meeting, tenMs + 60 * minuteMs);
    expect(voice).toMatchObject({ mode: 'turns', total: 4 * minuteMs, samples: 0, crosstalkShare: 0.2 });
    expect(voice.roles.map(({ role, share }) => [role, share])).toEqual([['family', 0.25], ['case-manager', 0.75]]);
  });

  it('count the open turn up to now', () => {
    expect(shareOf(meetingAfter(floor('family', 0)), 'family', 7_000)).toMatchObject({ ms: 7_000, share: 1 });
  });

  it('have no margin under two minutes in all', () => {
    const twoTurns = (eachMs: number): Meeting => meetingAfter(floor('family', 0), floor('gen-ed', eachMs), silent(2 * eachMs));
    expect(shareOf(twoTurns(minuteMs - 1), 'family')?.marginPoints).toBeNull();
    expect(shareOf(twoTurns(minuteMs), 'family')?.marginPoints).not.toBeNull();
  });

  it('have a margin that shrinks with more turns', () => {
    const turns = (count: number): Meeting =>
      meetingAfter(...Array.from({ length: count }, (_turn, at) => floor(at % 2 ? 'family' : 'gen-ed', at * minuteMs)), silent(count * minuteMs));
    // 1.96 * sqrt(20 * (1 * 0.5)²) / 20 minutes = 21.9 points.
    expect(shareOf(turns(20), 'family')?.marginPoints).toBeCloseTo(21.9, 1);
    expect(shareOf(turns(80), 'family')?.marginPoints).toBeCloseTo(10.95, 1);
  });

  it('leave out what the device slept through, also within a turn that another tab kept open', () => {
    const slept = meetingAfter((m) => startMeeting(m, tenMs), floor('family', 0), (m) =>
      noteSleep(m, { id: 'gap', fromMs: tenMs + minuteMs, toMs: tenMs + 30 * minuteMs }));
    expect(shareOf(slept, 'family', 40 * minuteMs)?.ms).toBe(minuteMs);
    const kept = withEdits(slept, [{ kind: 'turn', entry: entryId('turn:x'), value: { role: 'family', fromMs: tenMs, toMs: tenMs + 31 * minuteMs } }]);
    expect(shareOf(kept, 'family', 40 * minuteMs)?.ms).toBe(3 * minuteMs);
  });

  it('add up to one, never negative, for any taps at any times', () => {
    const tap = fc.record({ role: fc.constantFrom(...voiceRoles.map(({ key }) => key)), afterMs: fc.integer({ min: -minuteMs, max: 60 * minuteMs }) });
    fc.assert(fc.property(fc.array(tap, { maxLength: 25 }), (taps) => {
      const voice = voiceShares(meetingAfter(...taps.map(({ role, afterMs }) => floor(role, afterMs))), tenMs + 60 * minuteMs);
      const sum = voice.roles.reduce((total, { share }) => total + share, 0);
      expect(sum).toBeCloseTo(voice.total > 0 ? 1 : 0);
      for (const { ms, share } of voice.roles) expect(Math.min(ms, share, voice.crosstalkShare)).toBeGreaterThanOrEqual(0);
    }));
  });
});

describe('shares of pulse samples', () => {
  // DOMAIN 3.3: at a share of 15 %.
  it.each([[40, 11, 0], [60, 9, 0], [80, 8, 0], [120, 6, 0], [240, 4.5, 1]])('of %i have a margin of %d points', (count, points, digits) => {
    const family = Math.round(count * 0.15);
    const margin = shareOf(pulsed(samplesOf('family', family), samplesOf('case-manager', count - family)), 'family')?.marginPoints;
    expect(Number(margin?.toFixed(digits))).toBe(points);
  });

  it('leave silence and several at once out', () => {
    const voice = voiceShares(pulsed(samplesOf('family', 3), samplesOf('gen-ed', 1), samplesOf('silence', 5), samplesOf('crosstalk', 1)), tenMs);
    expect(voice).toMatchObject({ mode: 'pulse', total: 4, samples: 4, crosstalkShare: 0.2 });
    expect(voice.roles.map(({ role, share, samples }) => [role, share, samples])).toEqual([['family', 0.75, 3], ['gen-ed', 0.25, 1]]);
  });

  it('claim no certainty where all fell on one role', () => {
    expect(shareOf(pulsed(samplesOf('family', 30)), 'family')).toMatchObject({ share: 1, marginPoints: 10 });
  });
});

describe('estimates', () => {
  it('are kept by role, without a margin', () => {
    const meeting = meetingAfter(
      (m) => setCapture(m, { mode: 'estimate' }), (m) => setEstimate(m, 'family', 'some'), (m) => setEstimate(m, 'case-manager', 'lot'),
      (m) => setEstimate(m, 'student', 'none'),
    );
    expect(setEstimate(meeting, 'family', 'some')).toEqual([]);
    expect(estimateOf(meeting, 'student')).toBe('none');
    expect(estimateOf(meeting, 'gen-ed')).toBeNull();
    const voice = voiceShares(meeting, tenMs);
    expect(voice).toMatchObject({ mode: 'estimate', total: 3, samples: 0 });
    expect(voice.roles.map(({ role, share, marginPoints }) => [role, share, marginPoints])).toEqual([
      ['family', 1 / 3, null], ['student', 0, null], ['case-manager', 2 / 3, null],
    ]);
  });
});

describe('the three ways to capture', () => {
  it('are never mixed', () => {
    const all = (m: Meeting): Edit[] => [...samplesOf('gen-ed', 2), ...setEstimate(m, 'student', 'lot'), ...takeFloor(m, 'family', { id: 'a', nowMs: tenMs })];
    const rolesBy = (mode: 'turns' | 'pulse' | 'estimate'): string[] =>
      voiceShares(meetingAfter(all, (m) => setCapture(m, { mode })), tenMs + 5).roles.map(({ role }) => role);
    expect([rolesBy('turns'), rolesBy('pulse'), rolesBy('estimate')]).toEqual([['family'], ['gen-ed'], ['student']]);
  });

  it('say nothing of an empty meeting', () => {
    expect(voiceShares(meetingAfter(), tenMs)).toEqual({ mode: 'turns', roles: [], crosstalkShare: 0, total: 0, samples: 0 });
  });
});

it('references carry their source and leave room for the samples without one speaker', () => {
  expect(references.map(({ role, share }) => [role, share])).toEqual([
    ['case-manager', 0.51], ['family', 0.15], ['gen-ed', 0.09], ['lea-rep', 0.09], ['related', 0.06], ['student', 0.03],
  ]);
  expect(references.every(({ source, year }) => source.startsWith('Martin') && year === 2006)).toBe(true);
});
