import { describe, expect, it } from 'vitest';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { typeset } from '#ui/words/typeset.ts';

describe('a roadmap’s words on a screen', () => {
  it.each([
    ['Purpose and today\'s decisions', 'Purpose and today’s decisions'],
    ['the teams\' words', 'the teams’ words'],
    ['says "yes" ("and \'so\'")', 'says “yes” (“and ‘so’”)'],
    ['"First"', '“First”'],
    ['already ’set’ “here”', 'already ’set’ “here”'],
    ['', ''],
  ])('%s', (typed, set) => {
    expect(typeset(typed)).toBe(set);
  });

  it('have no straight quote left, and are else the same', () => {
    for (const { label, lookFor, coachingMove } of defaultRoadmap().items) {
      for (const words of [label, lookFor, coachingMove]) {
        expect(typeset(words)).not.toMatch(/['"]/);
        expect(typeset(words).replaceAll('’', '\'')).toBe(words);
      }
    }
  });
});
