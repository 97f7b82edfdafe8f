import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaText } from '#build/write-schemas.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { publishedFrom } from '#domain/roadmap/publish.ts';
import { parseRoadmap } from '#domain/roadmap/parse-roadmap.ts';
import { after, begun, mended, steps } from '#tests/support/arbitrary-draft.ts';
import { fits } from './fits-schema.ts';

const schemaFile = 'public/schema/roadmap-1.json';
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>;
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const shipped = defaultRoadmap();

describe('the published schema of the roadmap', () => {
  it('is what the code says; npm run schema writes it anew', () => {
    expect(readFileSync(schemaFile, 'utf8')).toBe(schemaText(schemaFile));
  });

  it('fits the shipped roadmap and any that is published here', () => {
    expect(fits(plain(shipped), schema)).toBe(true);
    let published = 0;
    fc.assert(fc.property(begun, steps, (draft, all) => {
      const result = publishedFrom(mended(after(draft, all)), { version: '2', onDate: '2026-11-24' });
      if (!result.ok) return;
      published += 1;
      expect(fits(plain(result.value), schema)).toBe(true);
    }), { numRuns: 25 });
    expect(published).toBeGreaterThan(5);
  });

  it.each([
    ['no items', { items: [] }], ['another language', { language: 'fr' }], ['a turned direction', { title: 'a\u202eb' }], ['a day that is none', { publishedOn: 'Monday' }],
    ['a condition without words', { conditions: [{ id: 'own' }] }], ['a long text in Spanish', { translations: { es: { items: { any: { label: 'x'.repeat(61) } } } } }],
    ['half a day', { district: { timeLimits: { 'pwn-sent': { days: 0.5 } } } }],
  ])('refuses %s, as the reader does', (_, patch) => {
    const read = plain({ ...shipped, ...patch });
    expect([fits(read, schema), parseRoadmap(read).ok]).toEqual([false, false]);
  });
});
