import { describe, expect, it } from 'vitest';
import { ownChange, type Change } from '#domain/change.ts';
import { parseChange } from '#domain/parse-change.ts';
import { entryKinds, singleKinds, type Edit, type EntryKind } from '#domain/entry.ts';
import { journalOf, entryId, tenMs, uuid } from './meeting-of.ts';

const [change] = journalOf([[{ kind: 'mark', entry: entryId('mark:a'), value: { answer: 'yes', atMs: tenMs } }]]);
const idOf = (kind: string): string => (singleKinds.has(kind) ? kind : `${kind}:a`);
const withValue = (kind: string, value: unknown): unknown => ({ ...change, kind, entry: idOf(kind), value });
const source = { from: 'self', id: '' } as const;

/** One good value for each kind, and values that are nearly good. */
const values: { [K in EntryKind]: { good: NonNullable<Extract<Edit, { kind: K }>['value']>; bad: readonly unknown[] } } = {
  basics: {
    good: { type: 'annual', code: '', capacity: null, onDate: '2026-11-09', startsAt: '10:00', room: '', school: '', team: '' },
    bad: [{ type: 'annual' }, { type: 'annual', code: 1, capacity: null, onDate: null, startsAt: null, room: '', school: '', team: '' }],
  },
  conditions: { good: { on: ['virtual'], language: '' }, bad: [{ on: 'virtual', language: '' }, { on: [1], language: '' }] },
  minutes: { good: { byPhase: { goals: 12 } }, bad: [{ byPhase: { goals: -1 } }, { byPhase: { goals: 601 } }, {}] },
  dates: { good: { byName: { meeting: '2026-11-09' }, limitDays: {} }, bad: [{ byName: { meeting: '11/9/2026' }, limitDays: {} }] },
  capture: { good: { mode: 'pulse', pulseSeconds: 30, quick: false }, bad: [{ mode: 'audio', pulseSeconds: 30, quick: false }, { mode: 'pulse', pulseSeconds: 9, quick: false }] },
  attendee: { good: { role: 'family', how: 'phone', words: '', order: 1 }, bad: [{ role: 'family', how: 'maybe', words: '', order: 1 }] },
  mark: { good: { answer: 'na', atMs: tenMs }, bad: [{ answer: 'maybe', atMs: tenMs }, { answer: 'yes', atMs: -1 }, { answer: 'yes', atMs: Infinity }, { answer: 'yes' }] },
  note: { good: { text: 'a', tag: null, about: { to: 'item', id: 'a' }, atMs: tenMs }, bad: [{ text: 'a', tag: 'private', about: { to: 'item', id: 'a' }, atMs: tenMs }, { text: 'a', tag: null, atMs: tenMs }] },
  turn: { good: { role: 'family', fromMs: 1, toMs: null }, bad: [{ role: 'family', fromMs: 1 }, { role: 'x'.repeat(121), fromMs: 1, toMs: null }] },
  sample: { good: { role: 'family', atMs: 1 }, bad: [{ role: null, atMs: 1 }] },
  estimate: { good: { level: 'lot' }, bad: [{ level: 'lots' }] },
  goal: { good: { words: '', order: 1 }, bad: [{ words: '', order: Number.NaN }] },
  bead: { good: { answer: null, words: '', firstAtMs: 1 }, bad: [{ answer: 'na', words: '', firstAtMs: 1 }] },
  counters: { good: { needsNamed: 1, goalsTied: 1, concernsRaised: 0, concernsAddressed: 0 }, bad: [{ needsNamed: 1 }] },
  timing: { good: { startedAtMs: 1, endedAtMs: null, leftAtMs: null }, bad: [{ startedAtMs: null, endedAtMs: null, leftAtMs: null }] },
  visit: { good: { phase: 'goals', fromMs: 1 }, bad: [{ phase: 'goals', fromMs: '1' }] },
  gap: { good: { fromMs: 1, toMs: 2 }, bad: [{ fromMs: 1, toMs: null }] },
  reflection: { good: { section: 'growth', text: '', source, order: 1 }, bad: [{ section: 'next', text: '', source, order: 1 }] },
  standout: { good: { text: '' }, bad: [{}] },
  'follow-up': { good: { what: '', owner: '', dueOn: null, doneOn: null, source, order: 1 }, bad: [{ what: '', owner: '', dueOn: 'Monday', doneOn: null, source, order: 1 }] },
  verify: { good: { state: 'gap', onDate: null }, bad: [{ state: 'late', onDate: null }] },
  finish: { good: { revision: 1, atMs: 1, open: false }, bad: [{ revision: '1', atMs: 1, open: false }] },
  place: { good: { phase: '', view: 'thread' }, bad: [{ phase: '', view: 'veil' }] },
};

describe.each(entryKinds.map((kind) => ({ kind })))('a change of kind $kind', ({ kind }) => {
  it('is read with its value, and as a tombstone', () => {
    const { good } = values[kind];
    expect(parseChange(withValue(kind, good))).toEqual({ ok: true, value: withValue(kind, good) });
    expect(parseChange(withValue(kind, null)).ok).toBe(true);
  });

  it('keeps fields that a later version added', () => {
    const good = { ...values[kind].good, later: { deep: [1] } };
    expect(parseChange(withValue(kind, good))).toEqual({ ok: true, value: withValue(kind, good) });
  });

  it('is refused under an id of the other sort', () => {
    const entry = singleKinds.has(kind) ? `${kind}:a` : kind;
    expect(parseChange({ ...change, kind, entry, value: null })).toEqual({ ok: false, error: { type: 'NotAChange', at: 'kind' } });
  });

  it.each([...values[kind].bad, undefined, 'text', 1, []].map((value) => ({ value })))('is refused with $value', ({ value }) => {
    expect(parseChange(withValue(kind, value))).toEqual({ ok: false, error: { type: 'NotAChange', at: `${idOf(kind)} value` } });
  });
});

describe('the frame of a change', () => {
  const frame = (patch: Partial<Record<keyof Change, unknown>>): unknown => ({ ...change, ...patch });

  it('is read with what it undoes or redoes, and whether it was imported', () => {
    for (const patch of [{ undoes: uuid(4) }, { redoes: uuid(4) }, { imported: true }]) {
      expect(parseChange(frame(patch))).toEqual({ ok: true, value: frame(patch) });
    }
  });

  it('of a kind of a later version is carried along, value unread', () => {
    const later = frame({ kind: 'gesture', entry: 'gesture:1', value: { hands: 2 } });
    expect(parseChange(later)).toEqual({ ok: true, value: later });
  });

  it.each([
    ['meeting', { meeting: 'annual' }], ['stamp', { stamp: 'now' }], ['act', { act: uuid(1).toUpperCase().replace('8', 'G') }],
    ['entry', { entry: 'Mark a' }], ['entry', { entry: '' }], ['kind', { kind: 'x'.repeat(41), entry: 'mark:a' }], ['kind', { kind: 'note' }],
    ['undoes', { undoes: 7 }], ['redoes', { redoes: '' }], ['imported', { imported: 'yes' }],
  ])('is refused for its %s: %o', (at, patch) => {
    expect(parseChange(frame(patch))).toEqual({ ok: false, error: { type: 'NotAChange', at } });
  });

  it.each([null, undefined, 1, 'change', [], {}].map((input) => ({ input })))('is refused when it is $input', ({ input }) => {
    expect(parseChange(input).ok).toBe(false);
  });
});

describe('a change that this device sealed', () => {
  it('is read by its outline, and is then what the schema gives', () => {
    for (const [kind, { good }] of Object.entries(values)) {
      const input = withValue(kind, good) as Change;
      expect(ownChange(input)).toEqual(parseChange(input).ok ? input : null);
    }
  });

  it.each([
    ['meeting', 'elsewhere'], ['stamp', 'now'], ['act', 7], ['entry', 'mark'], ['kind', 'note'], ['value', 'yes'],
  ])('is none with another %s', (field, value) => {
    expect(ownChange({ ...change, [field]: value })).toBeNull();
  });
});
