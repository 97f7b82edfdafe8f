import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { fitsPattern, isCodePattern } from '#domain/roadmap/code-pattern.ts';
import { faultContext, faultsOf, faultsOfItem } from '#domain/roadmap/draft-faults.ts';
import { carriedOut, draftFrom, emptyDraft, type DraftCommand, type RoadmapDraft } from '#domain/roadmap/draft.ts';
import { nextVersion, publishedFrom } from '#domain/roadmap/publish.ts';
import { parseRoadmap } from '#domain/roadmap/parse-roadmap.ts';
import type { Item } from '#domain/roadmap/roadmap.ts';
import { after, begun, mended, steps } from '#tests/support/arbitrary-draft.ts';

const shipped = defaultRoadmap();
const once = (draft: RoadmapDraft, command: DraftCommand, id = 'new-one'): RoadmapDraft => carriedOut(draft, command, id);
const itemOf = ({ roadmap }: RoadmapDraft, id: string): Item | undefined => roadmap.items.find((item) => item.id === id);
const idsIn = ({ roadmap }: RoadmapDraft, phase: string): string[] => roadmap.items.filter((item) => item.phase === phase).map(({ id }) => id);
const said = (draft: RoadmapDraft): string[] => faultsOf(draft).map(({ at, why, severity }) => `${severity} ${at.kind} ${at.id} ${at.field} ${why.type}`);

describe('a draft of a roadmap', () => {
  it('keeps ids unique and phases known, whatever is done to it', () => {
    fc.assert(fc.property(begun, steps, (draft, all) => {
      const { roadmap } = after(draft, all);
      const ids = [...roadmap.phases, ...roadmap.items, ...(roadmap.conditions ?? []), ...(roadmap.retired ?? [])].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const stageOf = new Map(roadmap.phases.map(({ id, stage }) => [id, stage]));
      for (const { phase, stage } of roadmap.items) expect(stageOf.get(phase)).toBe(stage);
      const known = new Set(ids);
      for (const { id } of draft.roadmap.items) expect(known.has(id)).toBe(true); // published ids are kept, in use or retired
    }), { numRuns: 60 });
  });

  it('is published exactly where nothing stands in the way, and reads back as it is', () => {
    let published = 0;
    const check = (draft: RoadmapDraft): void => {
      const hard = faultsOf(draft).filter(({ severity }) => severity === 'must');
      const result = publishedFrom(draft, { version: '2', onDate: '2026-11-24' });
      expect(result.ok).toBe(hard.length === 0);
      if (!result.ok) return;
      published += 1;
      const json: unknown = JSON.parse(JSON.stringify(result.value));
      expect(parseRoadmap(json)).toEqual({ ok: true, value: result.value });
    };
    fc.assert(fc.property(begun, steps, (draft, all) => {
      const done = after(draft, all);
      check(done);
      check(mended(done));
    }), { numRuns: 60 });
    expect(published).toBeGreaterThan(20);
  });

  it('shares all that a command did not touch', () => {
    const draft = draftFrom(shipped);
    const next = once(draft, { type: 'set-item', item: 'goal-from-need', change: { label: 'Goal from a need' } });
    expect(next.roadmap.phases).toBe(draft.roadmap.phases);
    expect(next.roadmap.items.filter((item, at) => item !== draft.roadmap.items[at])).toHaveLength(1);
    expect(once(draft, { type: 'retire-item', item: 'nowhere' })).toBe(draft);
  });

  it('of the shipped one is the same but for a name and a version of its own', () => {
    const draft = draftFrom(shipped, { asCopyWithId: 'our-own' });
    const result = publishedFrom(draft, { version: '1', onDate: '2026-11-24' });
    expect(result).toEqual({ ok: true, value: { ...shipped, id: 'our-own', version: '1', publishedOn: '2026-11-24', basedOn: { id: shipped.id, version: shipped.version } } });
  });

  it('moves an item within its phase and to another, whose stage it takes', () => {
    const [first = '', second = ''] = idsIn(draftFrom(shipped), 'goals');
    const within = once(draftFrom(shipped), { type: 'move-item', item: first, phase: 'goals', index: 1 });
    expect(idsIn(within, 'goals').slice(0, 2)).toEqual([second, first]);
    const away = once(within, { type: 'move-item', item: first, phase: 'ready-team', index: 0 });
    expect(idsIn(away, 'ready-team')[0]).toBe(first);
    expect(itemOf(away, first)?.stage).toBe('before');
  });

  it('keeps what it retires for good, and brings it back as it was', () => {
    const gone = once(draftFrom(shipped), { type: 'retire-item', item: 'goal-from-need' });
    expect(gone.roadmap.retired).toEqual([{ id: 'goal-from-need', label: itemOf(draftFrom(shipped), 'goal-from-need')?.label, version: shipped.version }]);
    const back = once(gone, { type: 'bring-back-item', item: 'goal-from-need' });
    expect(itemOf(back, 'goal-from-need')).toEqual(itemOf(draftFrom(shipped), 'goal-from-need'));
    expect(back.roadmap.retired).toBeUndefined();
    const added = once(gone, { type: 'add-item', phase: 'goals', index: 0 }, 'goal-from-need');
    expect(idsIn(added, 'goals')[0]).toBe('goal-from-need-2');
    expect(once(added, { type: 'retire-item', item: 'goal-from-need-2' }).roadmap.retired).toEqual(gone.roadmap.retired);
  });

  it('brings an item of an earlier version back by its label', () => {
    const published = publishedFrom(once(draftFrom(shipped), { type: 'retire-item', item: 'goal-from-need' }), { version: '2', onDate: '2026-11-24' });
    if (!published.ok) throw new Error('it can be published');
    const back = once(draftFrom(published.value), { type: 'bring-back-item', item: 'goal-from-need', phase: 'goals' });
    expect(itemOf(back, 'goal-from-need')).toMatchObject({ phase: 'goals', lookFor: '' });
  });

  it('splits an item into parts that continue it, and merges items into one', () => {
    const split = once(draftFrom(shipped), { type: 'split-item', item: 'goal-from-need', labels: ['Goal', 'Need'] }, 'part');
    expect(split.roadmap.items.filter(({ continues }) => continues).map(({ id, label, continues, phase }) => ({ id, label, continues, phase }))).toEqual([
      { id: 'part', label: 'Goal', continues: ['goal-from-need'], phase: 'goals' },
      { id: 'part-2', label: 'Need', continues: ['goal-from-need'], phase: 'goals' },
    ]);
    const merged = once(draftFrom(shipped), { type: 'merge-items', items: ['goal-measurable', 'goal-from-need'], label: 'One goal' }, 'whole');
    expect(itemOf(merged, 'whole')).toMatchObject({ label: 'One goal', continues: ['goal-measurable', 'goal-from-need'] });
    expect(merged.roadmap.retired?.map(({ id }) => id).sort()).toEqual(['goal-from-need', 'goal-measurable']);
    const again = once(split, { type: 'merge-items', items: ['part', 'part-2'] }, 'one');
    expect(itemOf(again, 'one')?.continues).toEqual(['goal-from-need']);
  });

  it('takes a phase away with its items', () => {
    const { roadmap } = once(draftFrom(shipped), { type: 'retire-phase', phase: 'goals' });
    expect(roadmap.phases.some(({ id }) => id === 'goals')).toBe(false);
    expect(roadmap.retired).toHaveLength(6);
  });

  it('holds texts in another language and lets them go with an empty one', () => {
    const at = { kind: 'item', id: 'goal-from-need', field: 'label' } as const;
    const there = once(draftFrom(shipped), { type: 'set-translation', language: 'es', at, text: 'Meta' });
    expect(there.roadmap.translations).toEqual({ es: { items: { 'goal-from-need': { label: 'Meta' } } } });
    expect(once(there, { type: 'set-translation', language: 'es', at, text: '' }).roadmap.translations).toBeUndefined();
    expect(once(there, { type: 'set-translation', language: 'es', at: { ...at, id: 'nowhere' }, text: 'x' })).toBe(there);
    const published = publishedFrom(once(there, { type: 'retire-item', item: 'goal-from-need' }), { version: '2', onDate: '2026-11-24' });
    expect(published.ok && published.value.translations).toBeUndefined();
  });

  it('with 3,000 items takes a keystroke in a few milliseconds', () => {
    const items = Array.from({ length: 3_000 }, (_none, at): Item => ({ ...itemOf(draftFrom(shipped), 'goal-from-need') as Item, id: `item-${String(at)}` }));
    let draft = draftFrom({ ...shipped, items });
    const startedAt = performance.now();
    for (let round = 0; round < 50; round += 1) {
      draft = once(draft, { type: 'set-item', item: 'item-2999', change: { label: `Label ${String(round)}` } });
      faultsOf(draft);
    }
    expect((performance.now() - startedAt) / 50).toBeLessThan(60);
  });
});

describe('the faults of a draft', () => {
  it('of an empty one name what is not there yet', () => {
    expect(said(emptyDraft('our-own', ''))).toEqual([
      'must roadmap our-own title empty', 'must roadmap our-own phases no-phases', 'must roadmap our-own items no-items',
    ]);
  });

  it('of the shipped one are none that stand in the way', () => {
    expect(said(draftFrom(shipped)).filter((fault) => fault.startsWith('must'))).toEqual([]);
  });

  it.each<[DraftCommand, string]>([
    [{ type: 'set-item', item: 'goal-from-need', change: { label: ' ' } }, 'must item goal-from-need label empty'],
    [{ type: 'set-item', item: 'goal-from-need', change: { label: 'x'.repeat(61) } }, 'must item goal-from-need label too-long'],
    [{ type: 'set-item', item: 'goal-from-need', change: { label: 'a\u202eb' } }, 'must item goal-from-need label forbidden-sign'],
    [{ type: 'set-item', item: 'goal-from-need', change: { lens: [] } }, 'must item goal-from-need lens no-lens'],
    [{ type: 'set-item', item: 'goal-from-need', change: { appliesWhen: ['nobody-knows'] } }, 'must item goal-from-need appliesWhen unknown-condition'],
    [{ type: 'set-item', item: 'notice-sent-early', change: { allowPartly: true } }, 'look item notice-sent-early allowPartly partly-must-happen'],
    [{ type: 'set-phase', phase: 'goals', change: { minutes: -1 } }, 'must phase goals minutes bad-minutes'],
    [{ type: 'set-phase', phase: 'goals', change: { minutes: Number.NaN } }, 'must phase goals minutes bad-minutes'],
    [{ type: 'set-phase', phase: 'goals', change: { title: '' } }, 'must phase goals title empty'],
    [{ type: 'add-condition', change: { label: '' } }, 'must condition new-one label empty'],
    [{ type: 'add-condition', change: { label: 'Round', of: ['new-one'] } }, 'must condition new-one of condition-cycle'],
    [{ type: 'set-district', change: { codePattern: '(' } }, 'must roadmap collaborative-iep-team-meetings district.codePattern bad-pattern'],
    [{ type: 'set-district', change: { timeLimits: { 'pwn-sent': { days: 0.5 } } } }, 'must roadmap collaborative-iep-team-meetings district.timeLimits.pwn-sent.days bad-days'],
    [{ type: 'set-translation', language: 'es', at: { kind: 'item', id: 'goal-from-need', field: 'label' }, text: 'x'.repeat(61) }, 'must item goal-from-need es.label too-long'],
  ])('tells %j at its place', (command, fault) => {
    expect(said(once(draftFrom(shipped), command))).toContain(fault);
  });

  it('of one item are those that the whole has for it', () => {
    const draft = once(draftFrom(shipped), { type: 'set-item', item: 'goal-from-need', change: { label: 'x'.repeat(61) } });
    const item = itemOf(draft, 'goal-from-need');
    expect(item && faultsOfItem(item, faultContext(draft.roadmap))).toEqual([
      { at: { kind: 'item', id: 'goal-from-need', field: 'label' }, why: { type: 'too-long', length: 61, most: 60 }, severity: 'must' },
    ]);
  });
});

describe('a pattern of codes', () => {
  it.each([['[A-Z]-[0-9]{2}', 'R-14', true], ['[A-Z]-[0-9]{2}', 'R14', false], ['(AB|CD)?[0-9]+', 'AB12', true], ['(?:ELM|OAK|ASH|FIR|PINE)-[A-Z]?[0-9]{2,4}', 'OAK14', false], ['', 'any', true], ['[A-Z]', '', true], ['(', 'any', true]])('%j and the code %j', (pattern, given, fits) => {
    expect(fitsPattern(pattern, given)).toBe(fits);
  });

  it.each(['(a+)+b', '(a|a)*b', '(.*){9}', 'a*a*a*a*a*a*a*b', '(', `${'a?'.repeat(40)}b`, `${'(||)'.repeat(20)}b`])('that could take long is not tried: %s', (pattern) => {
    expect(isCodePattern(pattern)).toBe(false);
    const startedAt = performance.now();
    expect(fitsPattern(pattern, 'a'.repeat(40))).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(100);
  });

  it('at the worst that is tried takes a moment', () => {
    const startedAt = performance.now();
    fitsPattern('a*a*a*a*a*a*b', 'a'.repeat(40));
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

describe('the next version', () => {
  it.each([[[], '1'], [['1'], '2'], [['1', '9', '10'], '11'], [['draft-1'], '2'], [['spring'], '1'], [['999999999', '1000000000'], '1000000001']])('after %j is %s', (existing, next) => {
    expect(nextVersion(existing)).toBe(next);
  });
});
