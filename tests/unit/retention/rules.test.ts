import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter } from '#domain/local-day.ts';
import { firstRetention, marksEndOn, noticeDays, retentionOf, type KeptMeeting } from '#domain/retention.ts';

const kept = (patch: Partial<KeptMeeting> = {}): KeptMeeting =>
  ({ finishedOn: '2026-11-12', reducedOf: null, backedUp: true, held: false, noticedOn: null, ...patch });
const settings = firstRetention();

describe('how long meetings stay', () => {
  it.each([
    ['2026-12-01', null, 'later', '2027-02-10'],
    ['2027-01-27', null, 'to-announce', '2027-02-10'],
    ['2027-02-01', '2027-01-27', 'announced', '2027-02-10'],
    ['2027-02-10', '2027-01-27', 'due', '2027-02-10'],
    // A tablet that lay in a drawer announces first, however late it is.
    ['2028-02-10', null, 'to-announce', '2028-02-24'],
    ['2028-02-23', '2028-02-10', 'announced', '2028-02-24'],
    ['2028-02-24', '2028-02-10', 'due', '2028-02-24'],
  ])('on %s, noticed %s, it is %s for %s', (today, noticedOn, state, onDay) => {
    expect(retentionOf(kept({ noticedOn }), settings, today)).toEqual({ step: 'reduce', onDay, state });
  });

  it.each([
    ['2026-11', 6, '2028-07-01'], ['2027-06', 6, '2028-07-01'], ['2027-07', 6, '2029-07-01'],
    ['2026-08', 7, '2028-08-01'], ['2026-12', 12, '2028-01-01'],
  ])('marks of %s with a school year that ends in month %i go on %s', (month, end, day) => {
    expect(marksEndOn(month, end)).toBe(day);
  });

  it('touches nothing that is not finished, and nothing where it is switched off', () => {
    expect(retentionOf(kept({ finishedOn: null }), settings, '2099-01-01')).toBeNull();
    expect(retentionOf(kept(), { ...settings, reduceAfterDays: null }, '2099-01-01')).toBeNull();
    expect(retentionOf(kept({ reducedOf: '2026-11' }), { ...settings, removeMarks: false }, '2099-01-01')).toBeNull();
  });
});

const day = fc.integer({ min: 0, max: 5_000 }).map((days) => dayAfter('2020-01-01', days));
const anyKept: fc.Arbitrary<KeptMeeting> = fc.record({
  finishedOn: fc.option(day, { nil: null }), reducedOf: fc.option(day.map((on) => on.slice(0, 7)), { nil: null }),
  backedUp: fc.boolean(), held: fc.boolean(), noticedOn: fc.option(day, { nil: null }),
});
const anySettings = fc.record({
  reduceAfterDays: fc.option(fc.integer({ min: 1, max: 3_650 }), { nil: null }), removeMarks: fc.boolean(),
  schoolYearEndMonth: fc.integer({ min: 1, max: 12 }), hold: fc.boolean(), held: fc.constant<string[]>([]),
});

describe('whatever is set', () => {
  it('is due only when backed up, not held, announced fourteen days, and past its day', () => {
    fc.assert(fc.property(anyKept, anySettings, day, (meeting, chosen, today) => {
      const plan = retentionOf(meeting, chosen, today);
      if (plan?.state !== 'due') return;
      expect(meeting.backedUp).toBe(true);
      expect(meeting.held || chosen.hold).toBe(false);
      expect(meeting.noticedOn !== null && dayAfter(meeting.noticedOn, noticeDays) <= today).toBe(true);
      expect(plan.onDay <= today).toBe(true);
      if (plan.step === 'reduce') expect(dayAfter(meeting.finishedOn ?? '9999-12-31', chosen.reduceAfterDays ?? 0) <= today).toBe(true);
      else expect(marksEndOn(meeting.reducedOf ?? '9999-01', chosen.schoolYearEndMonth) <= today).toBe(true);
    }));
  });

  it('stays due once it is', () => {
    fc.assert(fc.property(anyKept, anySettings, day, fc.integer({ min: 0, max: 900 }), (meeting, chosen, today, more) => {
      if (retentionOf(meeting, chosen, today)?.state === 'due') expect(retentionOf(meeting, chosen, dayAfter(today, more))?.state).toBe('due');
    }));
  });

  it('keeps marks for a whole school year after their own', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 12 }), (held, end) => {
      expect(marksEndOn(held.slice(0, 7), end) > dayAfter(held, 364)).toBe(true);
      expect(marksEndOn(held.slice(0, 7), end) <= dayAfter(held, 366 * 2 + 1)).toBe(true);
    }));
  });
});
