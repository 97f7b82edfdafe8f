import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { conditionsInForce } from '#domain/meeting/meeting-type.ts';
import { askedItems, askedPhases, calledBy, phaseById } from '#domain/roadmap/asked-items.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { itemKinds, legalForces, stages } from '#domain/roadmap/roadmap.ts';

const roadmap = defaultRoadmap();
const count = (test: (item: (typeof roadmap.items)[number]) => boolean): number => roadmap.items.filter(test).length;
const none: ReadonlySet<string> = new Set();

describe('the default roadmap', () => {
  it('has ten phases in order, one of them pinned', () => {
    expect(roadmap.phases.map(({ id }) => id)).toEqual([
      'ready-team', 'ready-data', 'kickoff', 'strengths-voice', 'needs-impact', 'goals', 'services-placement', 'wrap-up',
      'follow-through', 'throughout',
    ]);
    expect(roadmap.phases.filter(({ pinned }) => pinned).map(({ id }) => id)).toEqual(['throughout']);
  });

  it('has 70 items with ids of their own: 28 quality, 28 equity, 14 role', () => {
    expect(new Set(roadmap.items.map(({ id }) => id)).size).toBe(70);
    expect(itemKinds.map((kind) => count((item) => item.kind === kind))).toEqual([14, 28, 28]);
  });

  it('looks through both lenses: 20 instruction, 23 compliance, 27 both', () => {
    expect(count(({ lens }) => lens.join() === 'instruction')).toBe(20);
    expect(count(({ lens }) => lens.join() === 'compliance')).toBe(23);
    expect(count(({ lens }) => lens.length === 2)).toBe(27);
  });

  it('has as many items in each phase as were written', () => {
    expect(roadmap.phases.map(({ id }) => count(({ phase }) => phase === id))).toEqual([10, 4, 5, 6, 10, 6, 7, 7, 7, 8]);
  });

  it('always asks 52 items and 18 only under conditions', () => {
    expect(count(({ appliesWhen }) => appliesWhen.length === 0)).toBe(52);
    expect(count(({ appliesWhen }) => appliesWhen.length > 0)).toBe(18);
  });

  it('has a core of 28 items, 26 of them always asked', () => {
    expect(count(({ core }) => core)).toBe(28);
    expect(count(({ core, appliesWhen }) => core && appliesWhen.length === 0)).toBe(26);
  });

  it('gives every item a label to tap, something to look for and a coaching move', () => {
    for (const item of roadmap.items) {
      expect(item.label.length, item.id).toBeLessThanOrEqual(60);
      for (const text of [item.lookFor, item.coachingMove]) {
        expect(text.length, item.id).toBeGreaterThan(10);
        expect(text.length, item.id).toBeLessThanOrEqual(160);
      }
      expect(stages, item.id).toContain(item.stage);
      expect(legalForces, item.id).toContain(item.legalForce);
    }
  });

  it('cites a rule for every item that has legal force', () => {
    for (const item of roadmap.items) if (item.legalForce !== 'none') expect(item.citation, item.id).toMatch(/CFR|OSEP/);
  });

  it('keeps all that was written of an item', () => {
    expect(roadmap.items.find(({ id }) => id === 'notice-sent-early')).toEqual({
      id: 'notice-sent-early', phase: 'ready-team', stage: 'before', kind: 'quality', lens: ['compliance'],
      label: 'Notice sent early enough to attend',
      lookFor: 'Dated notice on file shows purpose, time, place and every expected attendee; it met the local deadline.',
      citation: '34 CFR 300.322(a)(1), (b)(1)(i)',
      coachingMove: 'Put a notice trigger on the case calendar; spot-check five recent notices for date, purpose and attendee list.',
      appliesWhen: [], core: true, chainLink: '', patterns: ['compliance-risk', 'readiness-gap'], evidence: 'document',
      legalForce: 'must-happen', allowPartly: false,
    });
  });

  it('is word for word the content that was reviewed', () => {
    const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
    expect([hash(roadmap.phases), hash(roadmap.items)]).toEqual(['10afea15f6d1131e', '72ed7bb656cbd7ce']);
  });

  it('ties each link of the thread to items', () => {
    const idsOf = (link: string): string[] => roadmap.items.filter(({ chainLink }) => chainLink === link).map(({ id }) => id);
    expect(idsOf('goal')).toEqual(expect.arrayContaining(['goal-from-need', 'goal-measurable', 'goal-ambitious']));
    expect(idsOf('placement')).toEqual(expect.arrayContaining(['placement-after-services', 'gened-first', 'options-weighed']));
    for (const link of ['data', 'impact', 'service']) expect(idsOf(link), link).not.toEqual([]);
  });

  it('plans an hour over its six numbered phases', () => {
    expect(roadmap.phases.flatMap(({ minutes }) => minutes ?? [])).toEqual([5, 10, 15, 12, 12, 6]);
  });
});

describe('the items that are asked', () => {
  it('are 53 in a plain annual review', () => {
    const asked = askedItems(askedPhases(roadmap, conditionsInForce('annual', [])));
    expect(asked.size).toBe(53);
    expect(asked.get('prior-progress-reviewed')?.calledBy).toBe('annual');
    expect(asked.has('interpreter-booked')).toBe(false);
  });

  it('are 52 without any condition and 70 under all of them', () => {
    expect(askedItems(askedPhases(roadmap, none)).size).toBe(52);
    const all = new Set(roadmap.items.flatMap(({ appliesWhen }) => appliesWhen));
    expect(askedItems(askedPhases(roadmap, all)).size).toBe(70);
  });

  it('name the first of their conditions that is in force', () => {
    const item = roadmap.items.find(({ id }) => id === 'documents-accessible');
    if (!item) throw new Error('the item is in the roadmap');
    expect(calledBy(item, new Set(['access-format']))).toBe('access-format');
    expect(calledBy(item, new Set(['access-format', 'interpreter']))).toBe('interpreter');
    expect(calledBy(item, new Set(['virtual']))).toBeUndefined();
  });

  it('of a manifestation review include behaviour supports without being told', () => {
    const asked = askedItems(askedPhases(roadmap, conditionsInForce('manifestation', [])));
    expect(asked.has('manifestation-questions')).toBe(true);
    expect(asked.has('behavior-supports')).toBe(true);
  });

  it('keep every phase in its place, numbered only during the meeting', () => {
    const phases = askedPhases(roadmap, none);
    expect(phases.map(({ ordinal }) => ordinal)).toEqual([null, null, 1, 2, 3, 4, 5, 6, null, null]);
    expect(phaseById(phases, 'goals')?.ordinal).toBe(4);
    expect(phaseById(phases, 'nowhere')).toBeUndefined();
  });

  it('are numbered within their phase without holes, before and after stages through', () => {
    const phases = askedPhases(roadmap, none);
    const numbers = (id: string): string[] => phaseById(phases, id)?.items.map(({ number }) => number) ?? [];
    expect(numbers('kickoff')[0]).toBe('1.1');
    expect(numbers('goals').map((number) => number.split('.')[0])).toEqual(numbers('goals').map(() => '4'));
    expect(numbers('throughout')[0]).toBe('w.1');
    expect(numbers('follow-through')[0]).toBe('a.1');
    const before = [...numbers('ready-team'), ...numbers('ready-data')];
    expect(before).toEqual(before.map((_number, at) => `b.${String(at + 1)}`));
  });

  it('can be taken by stage', () => {
    const phases = askedPhases(roadmap, none);
    const sizes = stages.map((stage) => askedItems(phases, stage).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(52);
    expect([...askedItems(phases, 'before').values()].every(({ item }) => item.stage === 'before')).toBe(true);
  });
});
