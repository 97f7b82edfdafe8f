import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MeetingRecord } from '#domain/record/record.ts';
import { driftLimitMs } from '#domain/stamp.ts';
import { recordLimitBytes } from '#intake/limits.ts';
import { readRecord } from '#intake/read-record.ts';
import { readRecords } from '#intake/read-records.ts';
import { hostile } from '#tests/fixtures/hostile/what-is-wrong.ts';
import { tenOClock } from '#tests/support/fake-app.ts';
import { note, recordOfEdits, sampleRecord } from '#tests/unit/export/records.ts';

const folder = new URL('../../fixtures/hostile/', import.meta.url);
const at = { nowMs: tenOClock };
const fileOf = (value: unknown): Blob => new Blob([JSON.stringify(value)]);
const record = sampleRecord();
const [first] = record.entries;
if (!first) throw new Error('the sample has entries');

describe('reading a record', () => {
  it('takes a whole one', async () => {
    expect(await readRecord(fileOf(record), at)).toEqual({ ok: true, value: record });
  });

  it('takes one with a byte-order mark, blanks around it and unknown fields', async () => {
    const file = new Blob(['\ufeff \r\n', JSON.stringify({ ...record, later: 1 }), '\n']);
    expect(await readRecord(file, at)).toMatchObject({ ok: true, value: { later: 1 } });
  });

  it.each([
    ['the record', { ...record, revision: 10_001 }, 'revision'],
    ['the record, broken', { ...record, revision: 1.5 }, 'revision'],
    ['its finish', { ...record, entries: [{ id: 'finish', kind: 'finish', stamp: first.stamp, value: { revision: 1e300, atMs: 1, open: true } }] }, 'entries.0.value'],
    ['its finish, below one', { ...record, entries: [{ id: 'finish', kind: 'finish', stamp: first.stamp, value: { revision: -1, atMs: 1, open: true } }] }, 'entries.0.value'],
  ])('refuses a revision of %s that leaves the leader none to finish with', async (_of, value, place) => {
    expect(await readRecord(fileOf(value), at)).toEqual({ ok: false, error: { type: 'NotARecord', at: place } });
  });

  it('keeps script and 100,000 characters in a text as text', async () => {
    const long = recordOfEdits([note(`<script>alert(1)</script>${'ñ'.repeat(100_000)}`)]);
    expect(await readRecord(fileOf(long), at)).toEqual({ ok: true, value: long });
  });

  it('knows every hostile file of the folder', () => {
    expect(readdirSync(folder).filter((name) => !name.endsWith('.ts')).sort()).toEqual(Object.keys(hostile).sort());
  });

  it.each(Object.entries(hostile))('refuses %s and names the place', async (name, { refusedAs, at: place }) => {
    const read = await readRecords(new Blob([readFileSync(new URL(name, folder))]), at);
    expect(read.ok ? 'taken' : read.error.type).toBe(refusedAs);
    if (place !== undefined) expect(read).toMatchObject({ error: { at: place } });
  });

  it('refuses 100 MB without reading a byte of it', async () => {
    const file = { size: 100_000_000, arrayBuffer: () => Promise.reject(new Error('was read')) };
    expect(await readRecord(file, at)).toEqual({ ok: false, error: { type: 'TooLarge', limitBytes: recordLimitBytes, bytes: 100_000_000 } });
  });

  it('says when the device does not hand the file over', async () => {
    const file = { size: 10, arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) };
    expect(await readRecord(file, at)).toEqual({ ok: false, error: { type: 'FileUnreadable' } });
  });

  const [phase] = record.roadmap.phases;
  const spoiled: readonly (readonly [string, unknown, string])[] = [
    ['an entry twice', { ...record, entries: [...record.entries, first] }, `entries.${String(record.entries.length)}.id`],
    ['an entry under the name of another kind', { ...record, entries: [{ ...first, kind: 'later-kind' }] }, 'entries.0.kind'],
    ['a value that is not of its kind', { ...record, entries: [{ ...first, value: 7 }] }, 'entries.0.value'],
    ['a stamp that is none', { ...record, entries: [{ ...first, stamp: 'now' }] }, 'entries.0.stamp'],
    ['a phase twice in its roadmap', { ...record, roadmap: { ...record.roadmap, phases: [...record.roadmap.phases, phase] } }, `roadmap.phases.${String(record.roadmap.phases.length)}.id`],
    ['no meeting id', { ...record, meeting: 'R-14' }, 'meeting'],
    ['a revision of nothing', { ...record, revision: 0 }, 'revision'],
  ];
  it.each(spoiled)('refuses %s', async (_, value, place) => {
    expect(await readRecord(fileOf(value), at)).toEqual({ ok: false, error: { type: 'NotARecord', at: place } });
  });

  it('refuses a clock that runs ahead further than can be followed', async () => {
    const made = recordOfEdits([note('early')]);
    const stampedAt = (read: MeetingRecord, nowMs: number) => readRecord(fileOf(read), { nowMs });
    expect((await stampedAt(made, tenOClock - driftLimitMs)).ok).toBe(true);
    expect(await stampedAt(made, tenOClock - driftLimitMs - 1_000)).toEqual({ ok: false, error: { type: 'ClockAhead', aheadMs: driftLimitMs + 1_000 } });
  });
});
