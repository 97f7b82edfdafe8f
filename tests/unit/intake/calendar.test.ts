import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import ICAL from 'node-ical';
import { describe, expect, it } from 'vitest';
import { planFromCalendar } from '#app/intake/plan-from-calendar.ts';
import { previewCalendar, type EventLine } from '#app/intake/preview-calendar.ts';
import { readCalendar, type CalendarRead } from '#intake/calendar/read-calendar.ts';
import { fakeApp, tenOClock, type FakeApp } from '#tests/support/fake-app.ts';

const fileOf = (name: string): Blob => new Blob([readFileSync(new URL(`../../fixtures/calendars/${name}`, import.meta.url))]);
const zone = 'America/Phoenix';

async function read(file: Blob, timeZone = zone): Promise<CalendarRead> {
  const result = await readCalendar(file, { nowMs: tenOClock, timeZone });
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}
const told = ({ events }: CalendarRead): string[] => events.map(({ onDate, startsAt, minutes, summary }) => [onDate, startsAt ?? 'day', minutes ?? '', summary].join(' '));

/** A calendar of one event with these lines. */
const one = (...lines: readonly string[]): Blob =>
  new Blob([['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//t//t//EN', 'BEGIN:VEVENT', 'UID:a', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n')]);

describe('calendars as programs write them', () => {
  it('Outlook: its names of zones, a zone of its own, whole days, every second week across the change of clocks', async () => {
    expect(told(await read(fileOf('as-outlook.ics')))).toEqual([
      '2026-10-27 12:00 30 Case conference', // New York still has daylight saving time
      '2026-11-10 13:00 30 Case conference',
      '2026-11-16 11:00 60 Annual IEP R-14',
      '2026-11-17 11:00 45 Triennial - reevaluation, Maria Lopez (DOB 3/4/2015)',
      '2026-11-26 day  Thanksgiving',
      '2026-12-08 13:00 30 Case conference',
    ]);
  });

  it('Google: UTC, one called off, first Mondays with a day left out and one moved', async () => {
    expect(told(await read(fileOf('as-google.ics')))).toEqual([
      '2026-11-02 06:00 30 IEP team check-in',
      '2026-11-13 10:00 60 Eligibility meeting K-07',
      '2027-01-05 09:00 30 IEP team check-in (moved)',
      '2027-02-01 06:00 30 IEP team check-in',
    ]);
  });

  it('Apple: a length in place of an end, folded lines, alarms, times without a zone on several days', async () => {
    expect(told(await read(fileOf('as-apple.ics')))).toEqual([
      '2026-11-19 14:30 90 Manifestation determination review T-31',
      '2026-11-20 09:00 60 Initial IEP', '2026-11-27 09:00 60 Initial IEP', '2026-12-04 09:00 60 Initial IEP',
    ]);
  });

  it.each([['America/Phoenix', '11:00'], ['America/New_York', '13:00'], ['Pacific/Auckland', '07:00']])('shows the clock of %s', async (timeZone, startsAt) => {
    const { events } = await read(fileOf('as-outlook.ics'), timeZone);
    expect(events.find(({ summary }) => summary.startsWith('Annual'))?.startsAt).toBe(startsAt);
  });

  it('keeps the hour of a series when clocks change where it is held', async () => {
    const file = one('DTSTART;TZID=America/New_York:20261019T090000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=4');
    expect((await read(file, 'America/New_York')).events.map(({ startsAt }) => startsAt)).toEqual(['09:00', '09:00', '09:00', '09:00']);
    expect((await read(file)).events.map(({ startsAt }) => startsAt)).toEqual(['06:00', '06:00', '07:00', '07:00']);
  });
});

describe('repetition', () => {
  const part = fc.record({
    freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.integer({ min: 1, max: 5 }),
    count: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }),
    byday: fc.option(fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR'), { minLength: 1, maxLength: 3 }), { nil: null }),
    bymonth: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }), { nil: null }),
    ordinal: fc.constantFrom('', '1', '2', '-1'),
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
  });

  it('finds the days that an independent reader finds', async () => {
    await fc.assert(fc.asyncProperty(part, async ({ freq, interval, count, byday, bymonth, ordinal, day, month }) => {
      const two = (number: number): string => String(number).padStart(2, '0');
      const ordered = freq === 'MONTHLY' || (freq === 'YEARLY' && bymonth !== null);
      const rule = [
        `FREQ=${freq}`, `INTERVAL=${String(interval)}`, ...(count === null ? [] : [`COUNT=${String(count)}`]),
        ...(byday ? [`BYDAY=${byday.map((one) => (ordered ? ordinal : '') + one).join(',')}`] : []), ...(bymonth ? [`BYMONTH=${bymonth.join(',')}`] : []),
      ].join(';');
      const file = one(`DTSTART:2025${two(month)}${two(day)}T100000Z`, 'DURATION:PT1H', `RRULE:${rule}`, 'SUMMARY:x');
      const mine = (await read(file, 'UTC')).events.map(({ onDate }) => onDate);
      const parsed = Object.values(ICAL.sync.parseICS(await file.text())).find((entry) => entry?.type === 'VEVENT');
      if (parsed?.type !== 'VEVENT' || !parsed.rrule) throw new Error('not read');
      const from = new Date(Date.UTC(2026, 9, 12));
      const to = new Date(Date.UTC(2027, 10, 13, 23, 59));
      const theirs = parsed.rrule.between(from, to, true).map((date: Date) => date.toISOString().slice(0, 10));
      expect([rule, month, day, ...mine]).toEqual([rule, month, day, ...theirs]);
    }), { numRuns: 60 });
  });

  it.each([
    ['for ever on a day that never comes', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 0],
    ['on a day of the year that never comes', 'FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1', 0],
    ['at a place in the month that never comes', 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9', 0],
    ['on the last working day of each month', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 13],
    ['every day', 'FREQ=DAILY', 398],
  ])('ends: %s', async (_what, rule, count) => {
    expect((await read(one('DTSTART:20200101T100000Z', `RRULE:${rule}`))).events).toHaveLength(count);
  });

  it('within a day is not read, and said', async () => {
    expect(await read(one('DTSTART:20261120T100000Z', 'RRULE:FREQ=SECONDLY'))).toMatchObject({ partial: 1, events: [{ onDate: '2026-11-20' }] });
  });
});

describe('a calendar that is none, or made to do harm', () => {
  const many = (count: number, ...lines: readonly string[]): Blob =>
    new Blob(['BEGIN:VCALENDAR\r\n', ...Array.from({ length: count }, (_, at) => `BEGIN:VEVENT\r\nUID:${String(at)}\r\n${lines.join('\r\n')}\r\nEND:VEVENT\r\n`), 'END:VCALENDAR\r\n']);
  it.each<[string, Blob, string]>([
    ['nothing', new Blob(['']), 'EmptyFile'],
    ['cut', new Blob(['BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a']), 'NotACalendar'],
    ['something else', new Blob(['{"a":1}']), 'NotACalendar'],
    ['a card', new Blob(['BEGIN:VCARD\r\nVERSION:4.0\r\nFN:x\r\nEND:VCARD\r\n']), 'NotACalendar'],
    ['6 MB', new Blob([new Uint8Array(6_000_000).fill(32)]), 'TooLarge'],
    ['5,001 events', many(5_001, 'DTSTART:20261120T100000Z'), 'TooManyEvents'],
    ['daily events without end', many(200, 'DTSTART:20261120T100000Z', 'RRULE:FREQ=DAILY'), 'TooManyEvents'],
    ['old counted ones', many(400, 'DTSTART:19000101T100000Z', 'RRULE:FREQ=DAILY;COUNT=40000'), 'TooManyRepeats'],
  ])('%s', async (_what, file, type) => {
    expect(await readCalendar(file, { nowMs: tenOClock, timeZone: zone })).toMatchObject({ ok: false, error: { type } });
  });

  it('reads odd dates, zones and depth as far as they make sense, and nothing else', async () => {
    expect((await read(one('DTSTART:99991231T100000Z'))).events).toEqual([]);
    expect((await read(one('DTSTART:20261350T100000Z'))).events).toEqual([]);
    expect((await read(one('DTSTART;TZID=Nowhere/At_All:20261120T100000'))).events).toMatchObject([{ startsAt: '10:00' }]);
    expect((await read(one('DTSTART;TZID=constructor:20261120T100000'))).events).toMatchObject([{ startsAt: '10:00' }]);
    expect((await read(one('DTSTART:20261120T100000Z', 'SUMMARY:<script>alert(1)</script>'))).events[0]?.summary).toBe('<script>alert(1)</script>');
  });
});

describe('planning from a calendar', () => {
  async function lines(fake: FakeApp, name: string): Promise<readonly EventLine[]> {
    const preview = await previewCalendar(fake.app, new File([fileOf(name)], name), { timeZone: zone, today: '2026-11-12' });
    if (!preview.ok) throw new Error(preview.error.type);
    return preview.value.events;
  }

  it('guesses type, code and room, and keeps the words out', async () => {
    const fake = fakeApp();
    const [past, , annual, triennial, holiday] = await lines(fake, 'as-outlook.ics');
    expect(past).toMatchObject({ isPast: true, looksLikeOne: false });
    expect(annual).toMatchObject({ type: 'annual', code: 'R-14', room: 'Room 112', looksLikeOne: true, namesSomebody: false });
    expect(triennial).toMatchObject({ type: 'reevaluation', code: '', looksLikeOne: true, namesSomebody: true });
    expect(holiday?.looksLikeOne).toBe(false);
    if (!annual || !triennial) throw new Error('both are there');
    expect(await planFromCalendar(fake.app, [annual, triennial])).toEqual({ ok: true, value: 2 });
    const stored = JSON.stringify([fake.store.changes, [...fake.store.listed.values()]]);
    for (const word of ['Lopez', 'Triennial', 'secret', '040000008200E0']) expect(stored).not.toContain(word);
    expect([...fake.store.listed.values()].map(({ digest }) => [digest.code, digest.onDate, digest.startsAt, digest.room, digest.plannedMinutes])).toEqual([
      ['R-14', '2026-11-16', '11:00', 'Room 112', 60], ['', '2026-11-17', '11:00', '', 45],
    ]);
  });

  it('marks what is planned already when the same file comes again, and plans nothing twice', async () => {
    const fake = fakeApp();
    const first = await lines(fake, 'as-google.ics');
    await planFromCalendar(fake.app, first);
    const changes = fake.store.changes.length;
    const again = await lines(fake, 'as-google.ics');
    expect(again.map(({ isPlanned }) => isPlanned)).toEqual([true, true, true, true]);
    expect(await planFromCalendar(fake.app, first)).toEqual({ ok: true, value: 0 });
    expect(fake.store.changes).toHaveLength(changes);
  });

  it('plans all or nothing', async () => {
    const fake = fakeApp();
    const events = await lines(fake, 'as-google.ics');
    fake.store.refuse({ type: 'StorageFull', usedBytes: 1, quotaBytes: 1 });
    expect(await planFromCalendar(fake.app, events)).toMatchObject({ ok: false, error: { type: 'StorageFull' } });
    expect(fake.store.listed.size).toBe(0);
  });
});
