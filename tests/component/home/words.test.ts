import { describe, expect, it } from 'vitest';
import type { AppError } from '#app/errors.ts';
import { wordsOf } from '#ui/words/errors.ts';

const errors: readonly AppError[] = [
  { type: 'NoDatabase', name: 'InvalidStateError' }, { type: 'NewerDatabase' }, { type: 'KeyMissing' }, { type: 'KeyDamaged' },
  { type: 'StorageFull', usedBytes: 9e6, quotaBytes: 1e7 }, { type: 'StorageFull', usedBytes: null, quotaBytes: null },
  { type: 'ConnectionLost' }, { type: 'WriteRefused', name: 'UnknownError' }, { type: 'DamagedRow', table: 'changes', key: 'k' },
  { type: 'MeetingMissing' }, { type: 'RoadmapMissing', version: '1' }, { type: 'EmptyFile' }, { type: 'TruncatedFile', at: { line: 3, column: 9 } },
];

describe('words for obstacles', () => {
  it.each(errors)('say of $type what happened, what is safe and what to do', (error) => {
    const { happened, safe, next } = wordsOf(error);
    for (const sentence of [happened, safe, next]) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it.each(errors)('of $type are quiet ones', (error) => {
    expect(Object.values(wordsOf(error)).join(' ')).not.toMatch(/fail|wrong|violation|alert|error|overdue|invalid|oops|please|!/i);
  });
});
