import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '#domain/entry.ts';
import { derivedOf, type DerivedMeeting } from '#domain/patterns/derived.ts';
import { itemTable } from '#domain/patterns/items.ts';
import { noFilter, viewOf } from '#domain/patterns/filter.ts';
import { answerAt, codeAt, code, patternSetOf, type PatternSet } from '#domain/patterns/pattern-set.ts';
import { factsOf } from '#domain/patterns/roadmap-facts.ts';
import { successorOf } from '#domain/roadmap/continuity.ts';
import { carriedOut, draftFrom, type DraftCommand } from '#domain/roadmap/draft.ts';
import { publishedFrom } from '#domain/roadmap/publish.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { recordFrom, roadmap as first, today, type Spec } from '#tests/support/pattern-record.ts';

const [one, other, third] = ['goal-from-need', 'goal-measurable', 'goal-ambitious'] as const;

function next(from: Roadmap, version: string, ...commands: readonly DraftCommand[]): Roadmap {
  const draft = commands.reduce((now, command, at) => carriedOut(now, command, `v${version}-${String(at)}`), draftFrom(from));
  const published = publishedFrom(draft, { version, onDate: '2026-11-24' });
  if (!published.ok) throw new Error('it can be published');
  return published.value;
}

const merged = next(first, '2', { type: 'merge-items', items: [one, other], label: 'Both' });
const split = next(first, '2', { type: 'split-item', item: one, labels: ['Goal', 'Need'] });
const row = (spec: Spec, of: Roadmap): DerivedMeeting => {
  const derived = derivedOf([{ owner: '', record: recordFrom(spec, of) }]);
  if (!derived) throw new Error('a row');
  return derived;
};
const setOf = (versions: readonly Roadmap[], ...rows: readonly DerivedMeeting[]): PatternSet => patternSetOf(rows, versions.map(factsOf));
const items = (...specs: [id: string, ...continues: string[]][]): { items: { id: string; continues: string[] }[] } =>
  ({ items: specs.map(([id, ...continues]) => ({ id, continues })) });

describe('how items go on over versions', () => {
  it('is told over several of them, to the newest', () => {
    const { successor, parts } = successorOf([items(['c', 'b'], ['e'], ['f']), items(['b', 'a1', 'a2'], ['d']), items(['a1'], ['a2'], ['d'])]);
    expect(Object.fromEntries(successor)).toEqual({ b: 'c', a1: 'c', a2: 'c' });
    expect(parts.size).toBe(0);
  });

  it('is no successor but parts, where several continue one', () => {
    const { successor, parts } = successorOf([items(['x', 'a'], ['y', 'a']), items(['a'])]);
    expect([successor.size, parts.get('a')]).toEqual([0, ['x', 'y']]);
  });

  it('stays with an item that is there again', () => {
    expect(successorOf([items(['a']), items(['b', 'a']), items(['a'])]).successor.has('a')).toBe(false);
  });

  it('never goes in a circle, whatever versions claim', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const version = fc.record({ items: fc.array(fc.record({ id, continues: fc.array(id, { maxLength: 3 }) }), { maxLength: 4 }) });
    fc.assert(fc.property(fc.array(version, { maxLength: 4 }), (versions) => {
      const { successor } = successorOf(versions);
      for (const to of successor.values()) expect(successor.has(to)).toBe(false);
    }));
  });
});

describe('patterns over versions', () => {
  it('go over one that no meeting was held with, and not on to one that none was held with yet', () => {
    const last = next(merged, '3', { type: 'merge-items', items: ['v2-0', third], label: 'All three' });
    const rows = [row({ n: 1, marks: { [one]: 'no', [other]: 'yes', [third]: 'yes' } }, first), row({ n: 2, marks: { 'v3-0': 'yes' } }, last)];
    const set = setOf([first, merged, last], ...rows);
    expect([answerAt(set, 0, 'v3-0'), set.items.some(({ id }) => id === one)]).toEqual(['no', false]);
    expect(answerAt(setOf([first, merged, last], ...rows.slice(0, 1)), 0, one)).toBe('no');
  });

  it.each<[Answer | null, Answer | null, Answer | null]>([
    ['yes', 'no', 'no'], ['yes', 'partly', 'partly'], ['yes', null, 'yes'], ['na', 'yes', 'yes'], ['na', null, 'na'], [null, null, null], ['no', 'na', 'no'],
  ])('count %s and %s of merged items as %s', (a, b, counted) => {
    const marks = { ...(a ? { [one]: a } : {}), ...(b ? { [other]: b } : {}) };
    const set = setOf([first, merged], row({ n: 1, marks }, first), row({ n: 2, marks: { 'v2-0': 'yes' } }, merged));
    expect(answerAt(set, 0, 'v2-0')).toBe(counted);
    expect(answerAt(set, 1, 'v2-0')).toBe('yes');
    expect(set.items.some(({ id }) => id === one || id === other)).toBe(false);
    expect(set.items).toHaveLength(merged.items.length);
  });

  it('read every other mark of an old meeting as it was', () => {
    const marks = { [third]: 'partly', 'pwn-sent': 'no' } as const;
    const set = setOf([first, merged], row({ n: 1, marks }, first), row({ n: 2 }, merged));
    expect([answerAt(set, 0, third), answerAt(set, 0, 'pwn-sent')]).toEqual(['partly', 'no']);
    expect(codeAt(set, 0, 'goals-clear')).toBe(codeAt(setOf([first], row({ n: 1, marks }, first)), 0, 'goals-clear'));
  });

  it('follow the number of a version, also where an older one was used last', () => {
    const set = setOf([first, merged], row({ n: 1, marks: { 'v2-0': 'yes' } }, merged), row({ n: 2, marks: { [one]: 'no' } }, first));
    expect(answerAt(set, 1, 'v2-0')).toBe('no');
  });

  it('take along what was verified of a merged item', () => {
    const set = setOf([first, merged], row({ n: 1, verify: { [one]: 'done', [other]: 'gap' } }, first), row({ n: 2 }, merged));
    expect(set.rows[0]?.verify['v2-0']?.state).toBe('gap');
    const told = setOf([first, merged], row({ n: 1, verify: { [one]: 'gap', 'v2-0': 'done' } }, first), row({ n: 2 }, merged));
    expect(told.rows[0]?.verify['v2-0']?.state).toBe('done');
  });

  it('do not count marks of a split item for its parts, and say where these come from', () => {
    const set = setOf([first, split], row({ n: 1, marks: { [one]: 'no' } }, first), row({ n: 2, marks: { 'v2-0': 'yes', 'v2-0-2': 'yes' } }, split));
    expect(codeAt(set, 0, 'v2-0')).toBe(code.notAsked);
    expect(answerAt(set, 0, one)).toBe('no');
    const label = first.items.find(({ id }) => id === one)?.label;
    const table = itemTable(viewOf(set, noFilter, today));
    expect(table.filter(({ earlier }) => earlier).map(({ item, earlier }) => [item.label, earlier])).toEqual([['Goal', [label]], ['Need', [label]]]);
    expect(table.find(({ item }) => item.id === one)?.no).toBe(1);
  });

  it('of one version are as they were', () => {
    const rows = [row({ n: 1, marks: { [one]: 'yes' } }, first), row({ n: 2 }, first)];
    const set = setOf([first], ...rows);
    expect(set.rows).toEqual(rows);
    expect(set.items.map(({ id }) => id)).toEqual(first.items.map(({ id }) => id));
    expect(set.earlier.size).toBe(0);
  });
});
