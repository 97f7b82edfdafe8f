import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedItems, askedPhases, calledBy } from '#domain/roadmap/asked-items.ts';
import { askedConditions, cycleOf } from '#domain/roadmap/asked-conditions.ts';
import { withOwn } from '#domain/roadmap/own-conditions.ts';
import { parseRoadmap } from '#domain/roadmap/parse-roadmap.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import type { OwnCondition, Roadmap } from '#domain/roadmap/roadmap.ts';

const shipped = defaultRoadmap();
const [someItem] = shipped.items;
if (!someItem) throw new Error('the shipped roadmap has items');
const withConditions = (...conditions: OwnCondition[]): Roadmap => ({ ...shipped, conditions });
const refusal = (patch: object): unknown => {
  const read = parseRoadmap({ ...shipped, ...patch });
  return read.ok ? null : [read.error.at, read.error.why];
};

describe('conditions of a roadmap’s own', () => {
  const elders: OwnCondition = { id: 'elders', label: 'Elders attend' };
  const home: OwnCondition = { id: 'home-language', label: 'Another language at home', of: ['interpreter', 'english-learner'] };
  const both: OwnCondition = { id: 'elders-and-language', label: 'Both', match: 'all', of: ['elders', 'home-language'] };
  const roadmap = withConditions(both, home, elders);

  it('follow from others, over one another', () => {
    expect([...withOwn(roadmap, new Set(['interpreter']))]).toEqual(['interpreter', 'home-language']);
    expect([...withOwn(roadmap, new Set(['interpreter', 'elders']))].sort()).toEqual(['elders', 'elders-and-language', 'home-language', 'interpreter']);
    expect([...withOwn(roadmap, new Set(['elders']))]).toEqual(['elders']);
    expect(askedConditions(roadmap)).toEqual([elders]);
  });

  it('come to an end also where they go in a circle', () => {
    const round = withConditions({ id: 'a', label: 'A', of: ['b'] }, { id: 'b', label: 'B', of: ['a'] });
    expect([...withOwn(round, new Set())]).toEqual([]);
    expect([...withOwn(round, new Set(['a']))]).toEqual(['a', 'b']);
  });

  it('only ever add, and give the same whichever way they stand', () => {
    const ids = ['a', 'b', 'c', 'd', 'interpreter'];
    const condition = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), label: fc.constant('x'), match: fc.constantFrom('any' as const, 'all' as const), of: fc.subarray(ids, { minLength: 1 }) });
    fc.assert(fc.property(fc.uniqueArray(condition, { selector: ({ id }) => id }), fc.subarray(ids), (conditions, given) => {
      const inForce = withOwn({ conditions }, new Set(given));
      for (const id of given) expect(inForce.has(id)).toBe(true);
      expect([...withOwn({ conditions: [...conditions].reverse() }, new Set(given))].sort()).toEqual([...inForce].sort());
      expect([...withOwn({ conditions }, inForce)].sort()).toEqual([...inForce].sort());
    }), { numRuns: 100 });
  });

  it('ask their items, any of them or all together', () => {
    const items = [{ ...someItem, appliesWhen: ['home-language'] }, { ...someItem, id: 'second', appliesWhen: ['elders', 'virtual'], match: 'all' as const }];
    const edited = { ...roadmap, items };
    const asked = (...on: string[]): string[] => [...askedItems(askedPhases(edited, new Set(on))).keys()];
    expect(asked('interpreter')).toEqual([someItem.id]);
    expect(asked('elders')).toEqual([]);
    expect(asked('elders', 'virtual')).toEqual(['second']);
    expect(items[1] && calledBy(items[1], new Set(['elders', 'virtual']))).toBe('elders');
  });

  it.each<[string, string, readonly OwnCondition[]]>([
    ['conditions.0.id', 'built-in-condition', [{ id: 'interpreter', label: 'Mine' }]],
    ['conditions.0.id', 'built-in-condition', [{ id: 'annual', label: 'Mine' }]],
    ['conditions.1.id', 'duplicate-id', [elders, elders]],
    ['conditions.0.of.1', 'unknown-condition', [{ ...home, of: ['virtual', 'nobody-knows'] }]],
    ['conditions.0.of', 'condition-cycle', [{ id: 'a', label: 'A', of: ['a'] }]],
    ['conditions.1.of', 'condition-cycle', [elders, { id: 'a', label: 'A', of: ['b'] }, { id: 'b', label: 'B', of: ['elders', 'a'] }]],
    ['conditions.0.of', 'shape', [{ ...home, of: [] }]],
  ])('are refused at %s: %s', (at, why, conditions) => {
    expect(refusal({ conditions })).toEqual([at, why]);
  });

  it('are no more than 200, and the longest circle of them is found', () => {
    const ring = Array.from({ length: 200 }, (_none, at): OwnCondition => ({ id: `c${String(at)}`, label: 'x', of: [`c${String((at + 1) % 200)}`] }));
    expect(cycleOf(ring)).toHaveLength(200);
    expect(refusal({ conditions: [...ring, elders] })).toEqual(['conditions', 'shape']);
  });
});

describe('a hostile template', () => {
  const item = (patch: object): object => ({ items: [{ ...someItem, ...patch }] });

  it('keeps markup as the text that it is', () => {
    const label = '<img src=x onerror=alert(1)>';
    const read = parseRoadmap({ ...shipped, ...item({ label }) });
    expect(read.ok && read.value.items[0]?.label).toBe(label);
  });

  it.each<[string, object, string, string]>([
    ['a label of 1 MB', item({ label: 'x'.repeat(1_000_000) }), 'items.0.label', 'shape'],
    ['a line end', item({ lookFor: 'one\ntwo' }), 'items.0.lookFor', 'forbidden-sign'],
    ['an escape', item({ citation: '\u001b[31m' }), 'items.0.citation', 'forbidden-sign'],
    ['a turned direction', item({ label: 'abc\u202edef' }), 'items.0.label', 'forbidden-sign'],
    ['an isolate', { title: '\u2066a' }, 'title', 'forbidden-sign'],
    ['a right-to-left mark in a translation', { translations: { es: { items: { [someItem.id]: { label: 'a\u200fb' } } } } }, `translations.es.items.${someItem.id}.label`, 'forbidden-sign'],
    ['a text of an id that is none', { translations: { es: { items: { constructor: { label: 'a' } } } } }, 'translations.es.items.constructor', 'shape'],
    ['a day that is none', { publishedOn: 'yesterday' }, 'publishedOn', 'shape'],
    ['another language', { language: 'fr' }, 'language', 'shape'],
    ['too many conditions of an item', item({ appliesWhen: Array.from({ length: 41 }, () => 'virtual') }), 'items.0.appliesWhen', 'shape'],
    ['half a day', { district: { timeLimits: { 'pwn-sent': { days: 0.5 } } } }, 'district.timeLimits.pwn-sent.days', 'shape'],
    ['an id that was retired', { retired: [{ id: someItem.id, label: 'Old', version: '1' }] }, 'items.0.id', 'retired-id'],
    ['one that was retired twice', { retired: [{ id: 'old', label: 'Old', version: '1' }, { id: 'old', label: 'Old', version: '1' }] }, 'retired.1.id', 'duplicate-id'],
  ])('is refused for %s', (_what, patch, at, why) => {
    expect(refusal(patch)).toEqual([at, why]);
  });

  it('right-to-left letters are letters', () => {
    expect(refusal(item({ label: 'العائلة حاضرة' }))).toBeNull();
  });
});
