import fc from 'fast-check';
import ICAL from 'ical.js';
import ical from 'node-ical';
import { describe, expect, it } from 'vitest';
import type { CalendarStep } from '#export/calendar-ics/step.ts';
import { write } from '#export/calendar-ics/write.ts';
import type { CalendarOptions } from '#export/format.ts';
import { anyText } from '#tests/support/arbitrary-meeting.ts';
import { countingId } from '#tests/support/fake-app.ts';
import { hostileCells } from './hostile-cells.ts';
import { files } from '#ui/words/en/files.ts';

const nowMs = Date.UTC(2026, 10, 12, 17);
const step = (patch: Partial<CalendarStep> = {}, at = 1): CalendarStep => ({
  meeting: countingId(900), entry: `follow-up:${countingId(at)}`, what: 'Send the draft home', owner: 'case manager', dueOn: '2026-11-20', doneOn: null,
  changedAtMs: nowMs, code: 'R-14', sample: false, ...patch,
});
const options = (patch: Partial<CalendarOptions> = {}): CalendarOptions => ({ kind: 'identified', as: 'todo', nowMs, words: files.calendar, ...patch });
const textOf = (steps: readonly CalendarStep[], patch: Partial<CalendarOptions> = {}): string => new TextDecoder().decode(write(steps, options(patch)).bytes);
const parts = (text: string): ICAL.Component[] => new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents();
const valueOf = (part: ICAL.Component | undefined, name: string): string => String(part?.getFirstPropertyValue(name));
/** What RFC 5545 lets a text carry. */
const carried = (text: string): string =>
  text.replaceAll(/\p{Surrogate}/gu, '\ufffd').replaceAll(/\r\n?/g, '\n').replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

describe('next steps as a calendar', () => {
  it('are tasks with a local day, open or done, in both readers', () => {
    const text = textOf([step(), step({ doneOn: '2026-11-18', what: 'Call' }, 2)]);
    const [open, done] = parts(text);
    expect(open?.name).toBe('vtodo');
    expect(valueOf(open, 'due')).toBe('2026-11-20');
    expect(open?.getFirstProperty('due')?.type).toBe('date');
    expect(valueOf(open, 'status')).toBe('NEEDS-ACTION');
    expect([valueOf(done, 'status'), valueOf(done, 'completed'), valueOf(done, 'percent-complete')]).toEqual(['COMPLETED', '2026-11-18T12:00:00Z', '100']);
    const other = Object.values(ical.sync.parseICS(text)).filter((part) => part?.type === 'VTODO');
    expect(other.map((part) => (part as { summary?: unknown }).summary)).toEqual(['Send the draft home', 'Call']);
  });

  it('are events of a whole day that leaves the day free; a step without one is told', () => {
    const written = write([step(), step({ dueOn: null }, 2), step({ dueOn: '2026-02-30' }, 3), step({ dueOn: '2026-12-31' }, 4)], options({ as: 'event' }));
    expect([written.written, written.withoutDay]).toEqual([2, 2]);
    const text = new TextDecoder().decode(written.bytes);
    const [event, last] = parts(text);
    expect([event?.name, valueOf(event, 'dtstart'), valueOf(event, 'dtend'), valueOf(event, 'transp')]).toEqual(['vevent', '2026-11-20', '2026-11-21', 'TRANSPARENT']);
    expect(valueOf(last, 'dtend')).toBe('2027-01-01');
    const read = Object.values(ical.sync.parseICS(text)).find((part) => part?.type === 'VEVENT') as { datetype?: string; summary?: unknown } | undefined;
    expect([read?.datetype, read?.summary]).toEqual(['date', 'Send the draft home']);
  });

  it('carry any text, as another reader has it', () => {
    const cell = fc.oneof(anyText, fc.constantFrom(...hostileCells), anyText.map((text) => `${text}\\n;,:"${text}`.repeat(8)));
    fc.assert(fc.property(cell, cell, (what, owner) => {
      const text = textOf([step({ what: `x${what}`, owner })]);
      const [part] = parts(text);
      expect(valueOf(part, 'summary')).toBe(carried(`x${what}`));
      if (owner.trim() !== '') expect(valueOf(part, 'description')).toContain(carried(`By: ${owner.trim()}`));
      const lines = text.split('\r\n');
      expect(lines.pop()).toBe('');
      for (const line of lines) {
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n\ufffd]/u.test(what + owner) ? /[\r\n]/u : /[\r\n]|^ ?\ufffd/u);
      }
    }), { numRuns: 150 });
  });

  it('keep their id and grow in sequence when they are written again', () => {
    const [first] = parts(textOf([step()]));
    const [again] = parts(textOf([step({ what: 'Sent', changedAtMs: nowMs + 3_600_000 })], { nowMs: nowMs + 7_200_000 }));
    expect(valueOf(again, 'uid')).toBe(valueOf(first, 'uid'));
    expect(Number(valueOf(again, 'sequence')) - Number(valueOf(first, 'sequence'))).toBe(60);
    expect(valueOf(again, 'last-modified')).toBe('2026-11-12T18:00:00Z');
    expect(valueOf(again, 'dtstamp')).toBe('2026-11-12T19:00:00Z');
  });

  it('are there once when a later meeting took one over, and apart when only their short ids are alike', () => {
    const later = step({ meeting: countingId(901), what: 'Carried', changedAtMs: nowMs + 1 });
    expect(parts(textOf([step(), later])).map((part) => valueOf(part, 'summary'))).toEqual(['Carried']);
    expect(parts(textOf([step({ entry: 'follow-up:a' }), step({ entry: 'follow-up:a', meeting: countingId(901) })]))).toHaveLength(2);
  });

  it('have neither code nor name when de-identified, and are private', () => {
    const steps = [step({ what: 'Tell Maria about R-14 and R-15', owner: 'Ms. Ortega' }), step({ code: 'R-15' }, 2)];
    const text = textOf(steps, { kind: 'de-identified' }).replaceAll('\r\n ', '');
    for (const told of ['R-14', 'R-15', 'Maria', 'Ortega']) expect(text).not.toContain(told);
    expect(text).toContain('CLASS:PRIVATE');
    expect(textOf(steps)).toContain('R-14');
  });

  it('say that a sample is one', () => {
    expect(valueOf(parts(textOf([step({ sample: true })]))[0], 'summary')).toBe('Sample: Send the draft home');
  });
});
