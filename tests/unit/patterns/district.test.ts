/** The generated districts are what the bench measures the rules by, so they have to be true to records. */
import { describe, expect, it } from 'vitest';
import { findPatterns } from '#domain/patterns/all-rules.ts';
import type { DerivedMeeting } from '#domain/patterns/derived.ts';
import { noFilter, viewOf } from '#domain/patterns/filter.ts';
import { patternSetOf } from '#domain/patterns/pattern-set.ts';
import { parseRecord } from '#domain/record/record.ts';
import { district, quickRow } from '../../support/pattern-district.ts';
import { facts, recordFrom, rowFrom, today } from '../../support/pattern-record.ts';

const withoutMargins = (row: DerivedMeeting): DerivedMeeting => ({
  ...row, voice: row.voice && { ...row.voice, roles: row.voice.roles.map((role) => ({ ...role, share: Number(role.share.toFixed(9)), margin: null })) },
});

describe('a generated district', () => {
  it('is of valid records, and its quick rows are what the records derive to', () => {
    for (const spec of district({ seed: 7, meetings: 30, leaders: 3, planted: [{ rule: 'family-voice-missing', team: 'CM 1' }] })) {
      expect(parseRecord(JSON.parse(JSON.stringify(recordFrom(spec)))).ok).toBe(true);
      expect(withoutMargins(quickRow(spec))).toEqual(withoutMargins(rowFrom(spec)));
    }
  });

  it('is the same for the same seed, and another for another', () => {
    const rows = (seed: number): string => JSON.stringify(district({ seed, meetings: 4 }));
    expect(rows(1)).toBe(rows(1));
    expect(rows(1)).not.toBe(rows(2));
  });

  it('shows a planted gap where it was planted', () => {
    const rows = district({ seed: 3, meetings: 60, planted: [{ rule: 'family-voice-missing', school: 'School 2', team: 'CM 1' }] }).map(quickRow);
    const { findings } = findPatterns(viewOf(patternSetOf(rows, [facts]), noFilter, today), ['team']);
    const patterns = findings.filter(({ rule, level }) => rule === 'family-voice-missing' && level === 'pattern');
    expect(patterns.map(({ scope }) => [scope.school, scope.team])).toEqual([['School 2', 'CM 1']]);
  });

  it('calls a pattern where none was planted in at most one district of twenty, rule by rule', () => {
    const rounds = 80;
    const calls = new Map<string, number>();
    for (let seed = 0; seed < rounds; seed += 1) {
      const rows = district({ seed: 7_000 + seed, meetings: 20, schools: 1, teams: 4 }).map(quickRow);
      const { findings } = findPatterns(viewOf(patternSetOf(rows, [facts]), noFilter, today), ['all']);
      for (const rule of new Set(findings.filter(({ level }) => level === 'pattern').map(({ rule }) => rule))) calls.set(rule, (calls.get(rule) ?? 0) + 1);
    }
    calls.delete('bright-spot'); // strengths are there to be found; the bench tells how many are false
    expect(Math.max(0, ...calls.values()) / rounds).toBeLessThanOrEqual(0.05);
  });
});
