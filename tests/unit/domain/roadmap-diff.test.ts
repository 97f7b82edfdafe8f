import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { differences, type RoadmapChange } from '#domain/roadmap/diff-versions.ts';
import { carriedOut, draftFrom, type DraftCommand } from '#domain/roadmap/draft.ts';
import { fixedPlaces } from '#domain/roadmap/fixed-places.ts';
import { after, begun, steps } from '#tests/support/arbitrary-draft.ts';

const shipped = defaultRoadmap();
const changes = (...commands: readonly DraftCommand[]): RoadmapChange[] =>
  differences(shipped, commands.reduce((draft, command, at) => carriedOut(draft, command, `new-${String(at)}`), draftFrom(shipped)).roadmap);
const goals = shipped.items.filter(({ phase }) => phase === 'goals').map(({ id }) => id);
const [first = '', second = '', third = ''] = goals;
const labelOf = (id: string): string => shipped.items.find((item) => item.id === id)?.label ?? '';
const place = (number: string): unknown => ({ phase: 'goals', phaseTitle: 'Goals', number });

describe('the differences of two versions', () => {
  it('are none between a version and itself, whatever was done to it', () => {
    fc.assert(fc.property(begun, steps, (draft, all) => {
      const { roadmap } = after(draft, all);
      expect(differences(roadmap, roadmap)).toEqual([]);
      expect(differences(roadmap, structuredClone(roadmap))).toEqual([]);
    }), { numRuns: 40 });
  });

  it('tell each item that came or went just once', () => {
    fc.assert(fc.property(begun, steps, (draft, all) => {
      const { roadmap } = after(draft, all);
      const found = differences(draft.roadmap, roadmap);
      const was = new Set(draft.roadmap.items.map(({ id }) => id));
      const is = new Set(roadmap.items.map(({ id }) => id));
      const came = found.flatMap((change) => (change.type === 'item-added' || change.type === 'items-merged' || change.type === 'item-continued' ? [change.item] : []));
      const went = found.flatMap((change) => (change.type === 'item-retired' || change.type === 'item-split' ? [change.item] : []));
      expect(new Set(came).size).toBe(came.length);
      expect(new Set(went).size).toBe(went.length);
      for (const id of came) expect(is.has(id) && !was.has(id)).toBe(true);
      for (const id of went) expect(was.has(id) && !is.has(id)).toBe(true);
    }), { numRuns: 40 });
  });

  it('are just what was done, where each item had one thing done to it', () => {
    type Done = readonly [command: (item: string) => DraftCommand, told: string];
    const done: readonly Done[] = [
      [(item) => ({ type: 'set-item', item, change: { label: 'Renamed anew' } }), 'item-renamed'],
      [(item) => ({ type: 'set-item', item, change: { citation: 'A rule anew' } }), 'item-changed citation'],
      [(item) => ({ type: 'set-item', item, change: { patterns: ['anew'] } }), 'item-changed patterns'],
      [(item) => ({ type: 'retire-item', item }), 'item-retired'],
      [(item) => ({ type: 'split-item', item, labels: ['One', 'Two', 'Three'] }), 'item-split'],
    ];
    const ids = shipped.items.map(({ id }) => id);
    fc.assert(fc.property(fc.subarray(ids, { maxLength: 12 }).chain((items) => fc.tuple(fc.constant(items), fc.array(fc.constantFrom(...done), { minLength: items.length, maxLength: items.length }))), ([items, what]) => {
      const found = changes(...items.flatMap((item, at) => what[at]?.[0](item) ?? []));
      const told = found.map((change) => `${change.type}${'field' in change ? ` ${change.field}` : ''} ${'item' in change ? change.item : ''}`);
      expect(told.sort()).toEqual(items.map((item, at) => `${what[at]?.[1] ?? ''} ${item}`).sort());
    }), { numRuns: 40 });
  });

  it('of a title is one', () => {
    expect(changes({ type: 'set-title', title: 'Ours' })).toEqual([{ type: 'roadmap-changed', field: 'title', before: shipped.title, after: 'Ours' }]);
  });

  it('of one that was renamed and has another look-for are two', () => {
    expect(changes({ type: 'set-item', item: first, change: { label: 'Renamed', lookFor: 'New', match: 'any' } })).toEqual([
      { type: 'item-renamed', item: first, before: labelOf(first), after: 'Renamed', at: place('4.1') },
      { type: 'item-changed', item: first, label: 'Renamed', at: place('4.1'), field: 'lookFor', before: shipped.items.find(({ id }) => id === first)?.lookFor, after: 'New' },
    ]);
  });

  it('of one that was dragged over others is one', () => {
    expect(changes({ type: 'move-item', item: third, phase: 'goals', index: 0 })).toEqual([
      { type: 'item-moved', item: third, label: labelOf(third), from: place('4.3'), to: place('4.1') },
    ]);
    expect(changes({ type: 'move-phase', phase: 'goals', index: 0 })).toEqual([
      { type: 'phase-moved', phase: 'goals', title: 'Goals', from: shipped.phases.findIndex(({ id }) => id === 'goals') + 1, to: 1 },
    ]);
  });

  it('of one that went to another phase tell both places', () => {
    expect(changes({ type: 'move-item', item: first, phase: 'kickoff', index: 0 })).toEqual([
      { type: 'item-moved', item: first, label: labelOf(first), from: place('4.1'), to: { phase: 'kickoff', phaseTitle: 'Kickoff', number: '1.1' } },
    ]);
  });

  it('tell what was added and retired, phases with their items', () => {
    expect(changes({ type: 'add-phase', stage: 'during', index: 0, change: { title: 'Hello' } }, { type: 'add-item', phase: 'new-0', index: 0, change: { label: 'Greeted' } })).toEqual([
      { type: 'phase-added', phase: 'new-0', title: 'Hello', to: 1 },
      { type: 'item-added', item: 'new-1', label: 'Greeted', to: { phase: 'new-0', phaseTitle: 'Hello', number: '1.1' } },
    ]);
    expect(changes({ type: 'retire-phase', phase: 'goals' }).map(({ type }) => type)).toEqual(['phase-retired', ...goals.map(() => 'item-retired')]);
  });

  it('tell splits and merges as such', () => {
    expect(changes({ type: 'split-item', item: first, labels: ['One', 'Two'] })).toEqual([
      { type: 'item-split', item: first, label: labelOf(first), from: place('4.1'), parts: [{ item: 'new-0', label: 'One' }, { item: 'new-0-2', label: 'Two' }] },
    ]);
    expect(changes({ type: 'merge-items', items: [first, second], label: 'Both' })).toEqual([
      { type: 'items-merged', item: 'new-0', label: 'Both', to: place('4.1'), merged: [{ item: first, label: labelOf(first) }, { item: second, label: labelOf(second) }] },
    ]);
  });

  it('tell conditions, translations and settings of the district', () => {
    expect(changes(
      { type: 'add-condition', change: { label: 'Grandparents' } },
      { type: 'set-district', change: { purpose: 'Support', timeLimits: { 'pwn-sent': { days: 5 } } } },
      { type: 'set-translation', language: 'es', at: { kind: 'phase', id: 'goals', field: 'title' }, text: 'Metas' },
    )).toEqual([
      { type: 'district-changed', field: 'purpose', before: undefined, after: 'Support' },
      { type: 'district-changed', field: 'timeLimits.pwn-sent', before: undefined, after: { days: 5 } },
      { type: 'condition-added', condition: 'new-0', label: 'Grandparents' },
      { type: 'translation-added', language: 'es', at: { kind: 'phase', id: 'goals', field: 'title' }, before: undefined, after: 'Metas' },
    ]);
  });
});

describe('what kept its order', () => {
  it('is a longest rising run', () => {
    expect([...fixedPlaces([3, 0, 1, 2])].sort()).toEqual([0, 1, 2]);
    expect(fixedPlaces([]).size).toBe(0);
    fc.assert(fc.property(fc.uniqueArray(fc.nat({ max: 50 }), { maxLength: 8 }), (places) => {
      const fixed = fixedPlaces(places);
      const run = places.filter((place) => fixed.has(place));
      expect(run).toEqual([...run].sort((a, b) => a - b));
      const longest = places.reduce<number[]>((lengths, place, at) => [...lengths, 1 + Math.max(0, ...lengths.filter((_length, before) => (places[before] ?? 0) < place && before < at))], []);
      expect(run.length).toBe(Math.max(0, ...longest));
    }), { numRuns: 100 });
  });
});
