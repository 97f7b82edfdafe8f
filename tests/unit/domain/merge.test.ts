import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '#domain/change.ts';
import { answers } from '#domain/entry.ts';
import { merge, meetingOf, replicaOf, wins } from '#domain/merge.ts';
import { stampOf } from '#domain/stamp.ts';
import { actId, entryId, meetingId, nodeId, stateOfJournal, tenMs } from './meeting-of.ts';

const entries = ['mark:a', 'mark:b', 'note:c', 'later-kind:d'] as const;
const valueFor = (entry: string): fc.Arbitrary<unknown> =>
  entry.startsWith('mark')
    ? fc.constantFrom(...answers).map((answer) => ({ answer, atMs: tenMs }))
    : fc.string().map((text) => ({ text, tag: null, about: { to: 'meeting', id: '' }, atMs: tenMs }));
const anyChange: fc.Arbitrary<Change> = fc.constantFrom(...entries).chain((entry) =>
  fc.record({
    meeting: fc.constant(meetingId),
    stamp: fc
      .record({ ms: fc.integer({ min: tenMs, max: tenMs + 9 }), counter: fc.nat(9), node: fc.nat(2) })
      .map(({ ms, counter, node }) => stampOf({ ms, counter, node: nodeId(node) })),
    act: fc.nat(20).map(actId),
    entry: fc.constant(entryId(entry)),
    kind: fc.constant(entry.slice(0, entry.indexOf(':'))),
    value: fc.option(valueFor(entry), { nil: null }),
  }),
);
/** A stamp belongs to one change, as in a real journal. */
const anyJournal = fc.uniqueArray(anyChange, { selector: ({ stamp }) => stamp, maxLength: 40 });
const threeReplicas = anyJournal.chain((journal) =>
  fc.array(fc.nat(7), { minLength: journal.length, maxLength: journal.length }).map((where) =>
    [1, 2, 4].map((bit) => replicaOf(journal.filter((_change, at) => ((where[at] ?? 0) & bit) !== 0))),
  ),
);
const plain = (replica: ReadonlyMap<unknown, Change>): unknown => Object.fromEntries(replica);

describe('merging', () => {
  it('is commutative', () => {
    fc.assert(fc.property(threeReplicas, ([a = new Map(), b = new Map()]) => {
      expect(plain(merge(a, b))).toEqual(plain(merge(b, a)));
    }));
  });

  it('is associative', () => {
    fc.assert(fc.property(threeReplicas, ([a = new Map(), b = new Map(), c = new Map()]) => {
      expect(plain(merge(merge(a, b), c))).toEqual(plain(merge(a, merge(b, c))));
    }));
  });

  it('is idempotent', () => {
    fc.assert(fc.property(threeReplicas, ([a = new Map(), b = new Map()]) => {
      expect(plain(merge(a, a))).toEqual(plain(a));
      expect(plain(merge(merge(a, b), b))).toEqual(plain(merge(a, b)));
    }));
  });

  it('leads to one meeting from any order of the journal, with any repeats', () => {
    const disordered = anyJournal.chain((journal) =>
      fc.tuple(
        fc.constant(journal),
        fc.shuffledSubarray(journal, { minLength: journal.length }),
        fc.array(fc.nat(Math.max(journal.length - 1, 0)), { maxLength: 20 }),
      ),
    );
    fc.assert(fc.property(disordered, ([journal, shuffled, again]) => {
      const repeated = [...shuffled, ...again.flatMap((at) => journal[at] ?? [])];
      expect(plain(replicaOf(repeated))).toEqual(plain(replicaOf(journal)));
      expect(stateOfJournal(repeated)).toEqual(stateOfJournal(journal));
    }));
  });
});

describe('of two changes of one entry', () => {
  const change = (ms: number, value: unknown): Change => ({
    meeting: meetingId, stamp: stampOf({ ms, counter: 0, node: nodeId(1) }), act: actId(1), entry: entryId('mark:a'), kind: 'mark', value,
  });
  const yes = { answer: 'yes', atMs: tenMs };

  it('the later one is there', () => {
    expect(wins(change(2, yes), change(1, null))).toBe(true);
    expect(wins(change(1, yes), change(2, null))).toBe(false);
    expect(wins(change(1, yes), change(1, yes))).toBe(false);
    expect(wins(change(1, yes), undefined)).toBe(true);
  });

  it('a later tombstone keeps what was deleted away', () => {
    expect(meetingOf(replicaOf([change(2, null), change(1, yes)])).mark.size).toBe(0);
    expect(meetingOf(replicaOf([change(1, null), change(2, yes)])).mark.size).toBe(1);
  });

  it('a kind of a later version is carried in the replica and left out of the meeting', () => {
    const later: Change = { ...change(1, { anything: true }), kind: 'later-kind', entry: entryId('later-kind:a') };
    const replica = replicaOf([later]);
    expect(replica.size).toBe(1);
    expect(Object.values(meetingOf(replica)).every((entriesOfKind) => entriesOfKind.size === 0)).toBe(true);
  });
});
