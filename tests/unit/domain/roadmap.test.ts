import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRoadmap } from '#domain/roadmap/parse-roadmap.ts';

const phase = { id: 'goals', stage: 'during', title: 'Goals', purpose: '', pinned: false };
const item = {
  id: 'goal-from-need', phase: 'goals', stage: 'during', kind: 'quality', lens: ['instruction'], label: 'Goal from need', lookFor: '',
  citation: '', coachingMove: '', appliesWhen: [], core: true, chainLink: 'goal', patterns: [], evidence: 'seen-or-heard',
  legalForce: 'none', allowPartly: true,
};
const roadmap = { id: 'own', version: '1', title: 'Own', phases: [phase], items: [item] };
const refused = (at: string, why: string): unknown => ({ ok: false, error: { type: 'NotARoadmap', at, why } });

describe('a roadmap', () => {
  it('is read as it was written', () => {
    expect(parseRoadmap(roadmap)).toEqual({ ok: true, value: roadmap });
  });

  it('keeps fields that a later version added', () => {
    const later = { ...roadmap, later: 1, phases: [{ ...phase, later: 2 }], items: [{ ...item, later: [3] }] };
    expect(parseRoadmap(later)).toEqual({ ok: true, value: later });
  });

  it('without id and title is the default one, as the first versions were', () => {
    const read = parseRoadmap({ version: '1', phases: [phase], items: [item] });
    expect(read.ok && [read.value.id, read.value.title]).toEqual([
      'collaborative-iep-team-meetings', 'Collaborative IEP Team Meetings Roadmap',
    ]);
  });

  it.each([
    ['phases.1.id', 'duplicate-id', { phases: [phase, phase] }],
    ['items.1.id', 'duplicate-id', { items: [item, { ...item, label: 'Another' }] }],
    ['items.0.phase', 'unknown-phase', { items: [{ ...item, phase: 'nowhere' }] }],
    ['items.0.stage', 'stage-differs', { items: [{ ...item, stage: 'after' }] }],
    ['items', 'shape', { items: [] }],
    ['phases', 'shape', { phases: [] }],
    ['version', 'shape', { version: '' }],
    ['items.0.label', 'shape', { items: [{ ...item, label: 'x'.repeat(61) }] }],
    ['items.0.label', 'shape', { items: [{ ...item, label: '' }] }],
    ['items.0.id', 'shape', { items: [{ ...item, id: 'Goal From Need' }] }],
    ['items.0.kind', 'shape', { items: [{ ...item, kind: 'grade' }] }],
    ['items.0.lens', 'shape', { items: [{ ...item, lens: [] }] }],
    ['items.0.chainLink', 'shape', { items: [{ ...item, chainLink: 'money' }] }],
    ['items.0.legalForce', 'shape', { items: [{ ...item, legalForce: 'M' }] }],
    ['items.0.allowPartly', 'shape', { items: [{ ...item, allowPartly: 'no' }] }],
    ['phases.0.minutes', 'shape', { phases: [{ ...phase, minutes: -5 }] }],
  ])('is refused whole at %s: %s', (at, why, patch) => {
    expect(parseRoadmap({ ...roadmap, ...patch })).toEqual(refused(at, why));
  });

  it('is refused without a throw, whatever comes in its place', () => {
    fc.assert(fc.property(fc.jsonValue(), (input) => {
      expect(parseRoadmap(input).ok).toBe(false);
    }));
  });
});
