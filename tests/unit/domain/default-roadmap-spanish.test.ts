import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { obstacleIn } from '#build/check-roadmap.ts';
import spanish from '#domain/roadmap/default-roadmap.es.json' with { type: 'json' };
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';

const english = readFileSync('src/domain/roadmap/default-roadmap.json', 'utf8');
const { note, of, ...texts } = spanish;

/** All texts with their places, `items.pwn-sent.label`. */
const leaves = (value: unknown, at = ''): [string, string][] =>
  (typeof value === 'string' ? [[at, value]] : Object.entries(Object(value) as object).flatMap(([key, of]) => leaves(of, at === '' ? key : `${at}.${key}`)));

describe('the default roadmap in Spanish', () => {
  it('has every phase and item, in lengths that fit, and says who must check it', () => {
    expect(obstacleIn(english, JSON.stringify(spanish))).toBeNull();
    expect([of, note]).toEqual(['collaborative-iep-team-meetings@1', expect.stringMatching(/bilingual reader/)]);
  });

  it('is in the order of the roadmap', () => {
    const { phases, items } = defaultRoadmap();
    expect([Object.keys(spanish.phases), Object.keys(spanish.items)]).toEqual([phases.map(({ id }) => id), items.map(({ id }) => id)]);
  });

  it('has no English left', () => {
    const words = /\b(?:the|and|or|of|is|are|was|with|what|who|when|each|goal|goals|need|family|meeting|team|IEP|notice|rights|student)\b/u;
    expect(leaves(texts).filter(([at, text]) => at !== 'title' && words.test(text))).toEqual([]);
  });

  it('uses the terms of special education', () => {
    const all = leaves(texts).map(([, text]) => text).join(' ');
    for (const term of ['PEI', 'Aviso previo por escrito', 'garantías procesales', 'representante de la LEA', 'niveles actuales', 'consentimiento', 'manifestación']) {
      expect(all.toLowerCase()).toContain(term.toLowerCase());
    }
  });

  it.each([
    ['a version that it was not made for', { ...spanish, of: 'collaborative-iep-team-meetings@2' }, /to be read again/],
    ['a phase', { ...spanish, phases: { ...spanish.phases, kickoff: undefined } }, /in Spanish, .*phases\.kickoff/],
    ['an unknown item', { ...spanish, items: { ...spanish.items, 'no-such': spanish.items['pwn-sent'] } }, /not in the roadmap: items\.no-such/],
    ['an empty text', { ...spanish, items: { ...spanish.items, 'pwn-sent': { ...spanish.items['pwn-sent'], label: ' ' } } }, /items\.pwn-sent\.label/],
    ['a long label', { ...spanish, items: { ...spanish.items, 'pwn-sent': { ...spanish.items['pwn-sent'], label: 'a'.repeat(61) } } }, /items\.pwn-sent\.label/],
  ])('stops the build over %s', (_, broken, place) => {
    expect(obstacleIn(english, JSON.stringify(broken))).toMatch(place);
  });
});
