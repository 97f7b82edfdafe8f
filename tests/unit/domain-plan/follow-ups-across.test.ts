import { describe, expect, test } from 'vitest';
import type { Digest } from '#domain/digest.ts';
import { followUpsAcross } from '#domain/meeting/follow-ups-across.ts';
import { promisedBefore } from '#domain/meeting/promised-before.ts';

const step = (entry: string, patch: object = {}): Digest['followUps'][number] => ({ entry, what: `Do ${entry}`, owner: 'Principal', dueOn: null, doneOn: null, ...patch });
const plain: Digest = {
  state: 'finished', sample: false, type: 'annual', code: 'R-14', team: 'Grade 3', school: 'Mesa', room: '', onDate: '2026-11-01', startsAt: null,
  plannedMinutes: 60, conditions: [], language: '', startedAtMs: null, endedAtMs: null, openBefore: [], askedBefore: 0,
  lookedAt: 0, asked: 0, revision: 1, roadmap: { id: 'r', version: '1' }, followUps: [], words: '',
};
const meeting = (id: string, digest: Partial<Digest>) => ({ id, digest: { ...plain, ...digest } });
const coming = { id: 'now', team: 'grade 3 ', school: '', onDate: '2026-11-20', sample: false };
const entries = (steps: readonly { readonly entry: string }[]): string[] => steps.map(({ entry }) => entry);

describe('next steps of many meetings', () => {
  test('one that was carried over is open again when the meeting that took it does not have it', () => {
    const carriedTo = { meeting: 'next', entry: 'a' };
    const old = meeting('old', { followUps: [step('a', { carriedTo })] });
    const has = meeting('next', { followUps: [step('a', { carriedFrom: { meeting: 'old', entry: 'a' } })] });
    expect(followUpsAcross([old, has])[0]?.carriedTo).toEqual(carriedTo);
    expect(followUpsAcross([old, meeting('next', {})])[0]?.carriedTo).toBeNull();
    expect(followUpsAcross([old])[0]?.carriedTo).toEqual(carriedTo);
  });

  test('promised are the open ones of all earlier meetings of the team, and those done since of the latest', () => {
    const meetings = [
      meeting('first', { onDate: '2026-09-01', followUps: [step('a'), step('b', { doneOn: '2026-09-10' })] }),
      meeting('second', { onDate: '2026-10-01', followUps: [step('c'), step('d', { doneOn: '2026-10-10' })] }),
    ];
    expect(entries(promisedBefore(meetings, coming))).toEqual(['a', 'c', 'd']);
  });

  test.each([
    ['another team', { team: 'Grade 4' }], ['another school', { school: 'Hill' }], ['a plan', { state: 'planned' as const }],
    ['a sample', { sample: true }], ['a later day', { onDate: '2026-12-01' }],
  ])('nothing is promised by %s', (_what, patch) => {
    expect(promisedBefore([meeting('x', { followUps: [step('a')], ...patch })], { ...coming, school: 'Mesa' })).toEqual([]);
  });

  test('nothing is promised while the team has no name, nor by the meeting itself', () => {
    expect(promisedBefore([meeting('x', { team: '', followUps: [step('a')] })], { ...coming, team: ' ' })).toEqual([]);
    expect(promisedBefore([meeting('now', { followUps: [step('a')] })], coming)).toEqual([]);
  });
});
