import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localKinds } from '#domain/entry.ts';
import { entryIdOf, type ActId } from '#domain/ids.ts';
import { meetingOf, replicaOf } from '#domain/merge.ts';
import { changesOfRecord, meetingOfRecord, recordOf } from '#domain/record/finish.ts';
import { parseRecord, recordVersion } from '#domain/record/record.ts';
import { defaultSummaryOptions, summaryOf } from '#domain/record/summary.ts';
import { withheldEntries } from '#domain/record/withheld.ts';
import { askedPhases } from '#domain/roadmap/asked-items.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import type { Stamp } from '#domain/stamp.ts';
import type { Change } from '#domain/change.ts';
import { anyJournal, someDevice, someMeeting } from '#tests/support/arbitrary-meeting.ts';

const roadmap = defaultRoadmap();
const act = '6f1d2c3b-0000-4000-8000-00000000000a' as ActId;
const recordFrom = (journal: readonly Change[]) =>
  recordOf({ meeting: someMeeting, device: someDevice, replica: replicaOf(journal), roadmap, finishedAtMs: 1_000, revision: 1 });
const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The journal's winners that a record may hold. */
const mayLeave = (journal: readonly Change[]) => {
  const replica = replicaOf(journal);
  const withheld = withheldEntries(meetingOf(replica));
  return new Map([...replica].filter(([entry, { kind }]) => !localKinds.has(kind) && !withheld.has(entry)));
};

describe('any meeting and its record', () => {
  test('comes back equal from JSON text', () => {
    fc.assert(fc.property(anyJournal, (journal) => {
      const record = recordFrom(journal);
      expect(parseRecord(overTheWire(record))).toEqual({ ok: true, value: record });
    }));
  });

  test('gives an empty device the same meeting, later kinds and fields included', () => {
    fc.assert(fc.property(anyJournal, (journal) => {
      const parsed = parseRecord(overTheWire(recordFrom(journal)));
      if (!parsed.ok) throw new Error(parsed.error.type);
      const leaves = mayLeave(journal);
      const there = replicaOf(changesOfRecord(parsed.value, act));
      expect(new Map([...there].map(([entry, { kind, value, stamp }]) => [entry, { kind, value, stamp }])))
        .toEqual(new Map([...leaves].map(([entry, { kind, value, stamp }]) => [entry, { kind, value, stamp }])));
      expect(meetingOf(there)).toEqual(meetingOf(leaves));
      expect(meetingOfRecord(parsed.value)).toEqual(meetingOf(leaves));
      expect([...there.values()].every(({ imported }) => imported === true)).toBe(true);
    }));
  });

  test('is the same whatever the order and repeats of the journal', () => {
    fc.assert(fc.property(anyJournal, (journal) => {
      expect(recordFrom([...journal].reverse().concat(journal))).toEqual(recordFrom(journal));
    }));
  });
});

const secret = 'NUR-HIER-7f3a';
const at = (ms: number): Stamp => `${ms.toString(16).padStart(12, '0')}0000-00000000000000ff` as Stamp;
const noteChange = (ms: number, tag: string | null, text: string): Change => ({
  meeting: someMeeting, stamp: at(ms), act, entry: entryIdOf('note', 'secret'), kind: 'note',
  value: { text, tag, about: { to: 'meeting', id: '' }, atMs: 5 },
});
const drawn = (kind: 'reflection' | 'follow-up', ms: number): Change => {
  const source = { from: 'note', id: 'note:secret' };
  const value = kind === 'reflection'
    ? { section: 'strength', text: secret, source, order: 1 }
    : { what: secret, owner: '', dueOn: null, doneOn: null, source, order: 1 };
  return { meeting: someMeeting, stamp: at(ms), act, entry: entryIdOf(kind, 'drawn'), kind, value };
};
const allOptions = { ...defaultSummaryOptions, identified: true };
const leaving = (journal: readonly Change[]): string => {
  const meeting = meetingOf(replicaOf(journal));
  const source = { roadmap, phases: askedPhases(roadmap, new Set<string>()), nowMs: 10 };
  return JSON.stringify([recordFrom(journal), summaryOf(meeting, source, allOptions), summaryOf(meeting, source, defaultSummaryOptions)]);
};
const far = 4_100_000_000_000;

describe('device-only notes', () => {
  test('are in no record and no summary, whatever else the meeting holds', () => {
    fc.assert(fc.property(anyJournal, (journal) => {
      expect(leaving([...journal, noteChange(far, 'device-only', secret)])).not.toContain(secret);
    }));
  });

  test.each([
    ['was shared before', [noteChange(1, 'strength', secret), noteChange(2, 'device-only', secret)]],
    ['was untagged later with other words', [noteChange(1, 'device-only', secret), noteChange(2, null, 'other words')]],
    ['was removed', [noteChange(1, 'device-only', secret), { ...noteChange(2, null, ''), value: null }]],
    ['had been drawn as a strength', [noteChange(1, 'strength', secret), drawn('reflection', 2), noteChange(3, 'device-only', secret)]],
    ['had been drawn as a next step', [noteChange(1, 'follow-up', secret), drawn('follow-up', 2), noteChange(3, 'device-only', secret)]],
    ['is of a kind of a later version', [{ ...noteChange(1, 'device-only', secret), kind: 'later-note', entry: entryIdOf('later-note', 'a') }]],
  ])('leave nothing behind when one %s', (_, journal) => {
    expect(leaving(journal)).not.toContain(secret);
  });

  test('go once they are untagged, with what was drawn from them', () => {
    const journal = [noteChange(1, 'device-only', secret), drawn('reflection', 2), noteChange(3, 'strength', secret)];
    expect(recordFrom(journal).entries.map(({ id }) => id)).toEqual(['note:secret', 'reflection:drawn']);
  });
});

const valid = () => overTheWire(recordFrom([noteChange(1, 'strength', 'said')])) as Record<string, unknown>;
const entry = (patch: object) => ({ id: 'note:a', kind: 'note', stamp: at(1), value: null, ...patch });
const withEntries = (...entries: readonly unknown[]) => ({ ...valid(), entries });

describe('a record from elsewhere', () => {
  test.each<[string, unknown]>([
    ['as it was made', valid()],
    ['with a field of a later version', { ...valid(), laterField: { a: [1] } }],
    ['with an entry of a later kind', withEntries(entry({ id: 'later:a', kind: 'later', value: { any: 1 } }))],
    ['with a tombstone', withEntries(entry({}))],
    ['without entries', withEntries()],
    ['with script in text', withEntries(entry({ value: { text: '<script>alert(1)</script>', tag: null, about: { to: 'meeting', id: '' }, atMs: 1 } }))],
  ])('is read %s', (_, input) => {
    expect(parseRecord(input)).toEqual({ ok: true, value: input });
  });

  test.each<[string, unknown, string]>([
    ['nothing', undefined, ''],
    ['text', 'record', ''],
    ['a list', [], ''],
    ['another format', { ...valid(), format: 'something' }, 'format'],
    ['no version', { ...valid(), schemaVersion: '1' }, 'schemaVersion'],
    ['an unknown older version', { ...valid(), schemaVersion: 0 }, 'schemaVersion'],
    ['a meeting id that is a path', { ...valid(), meeting: '../../etc' }, 'meeting'],
    ['a device that is none', { ...valid(), device: 7 }, 'device'],
    ['revision zero', { ...valid(), revision: 0 }, 'revision'],
    ['a moment that is none', { ...valid(), finishedAtMs: Number.NaN }, 'finishedAtMs'],
    ['no sample flag', { ...valid(), sample: 'no' }, 'sample'],
    ['a roadmap without phases', { ...valid(), roadmap: { ...roadmap, phases: [] } }, 'roadmap.phases'],
    ['entries that are no list', { ...valid(), entries: {} }, 'entries'],
    ['an entry id with a slash', withEntries(entry({ id: 'note:../a' })), 'entries.0.id'],
    ['an entry id in place of the prototype', withEntries(entry({ id: '__proto__' })), 'entries.0.id'],
    ['the same entry twice', withEntries(entry({}), entry({})), 'entries.1.id'],
    ['two entries with one stamp', withEntries(entry({}), entry({ id: 'note:b' })), 'entries.1.stamp'],
    ['a second entry of what a meeting has once', withEntries(entry({ id: 'timing:b', kind: 'timing', value: { startedAtMs: 1, endedAtMs: null, leftAtMs: null } })), 'entries.0.kind'],
    ['a note without an id of its own', withEntries(entry({ id: 'note' })), 'entries.0.kind'],
    ['a phase by the name of every object’s constructor', { ...valid(), roadmap: { ...roadmap, phases: [{ ...roadmap.phases[0], id: 'constructor' }] } }, 'roadmap.phases.0.id'],
    ['a stamp that is none', withEntries(entry({ stamp: 'now' })), 'entries.0.stamp'],
    ['a kind that its id belies', withEntries(entry({ id: 'mark:a' })), 'entries.0.kind'],
    ['a value of another shape', withEntries(entry({ value: { text: 1 } })), 'entries.0.value'],
    ['an answer that there is not', withEntries(entry({ id: 'mark:a', kind: 'mark', value: { answer: 'maybe', atMs: 1 } })), 'entries.0.value'],
    ['a value that is text', withEntries(entry({ value: 'note' })), 'entries.0.value'],
  ])('is refused when it is %s, naming the place', (_, input, place) => {
    expect(parseRecord(input)).toEqual({ ok: false, error: { type: 'NotARecord', at: place } });
  });

  test('is refused politely when a later version wrote it', () => {
    const version = recordVersion + 1;
    expect(parseRecord({ ...valid(), schemaVersion: version })).toEqual({ ok: false, error: { type: 'NewerRecord', version } });
  });
});
