import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '#intake/read-json.ts';
import { scanJson } from '#intake/scan-json.ts';

const wide = { depth: 1_000, values: 100_000 };
const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
};
const parsed = (text: string): unknown => JSON.parse(text);
const hasForbidden = (text: string): boolean => /__proto__|constructor|prototype/.test(text);

describe('scanning JSON', () => {
  it('accepts whatever JSON.stringify writes', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      fc.pre(!hasForbidden(text));
      expect(scanJson(text, wide)).toEqual({ ok: true, value: undefined });
      expect(readJson(text)).toEqual({ ok: true, value: parsed(text) });
    }));
  });

  it('agrees with JSON.parse on spoiled text', () => {
    const signs = Array.from('{}[]",:0123456789.eE+-truefalsn \\u/b\n');
    fc.assert(fc.property(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom(...signs, ''), fc.nat(3), (json, at, sign, cut) => {
      const place = json.length === 0 ? 0 : at % json.length;
      const text = json.slice(0, place) + sign + json.slice(place + cut);
      fc.pre(!hasForbidden(text));
      expect(scanJson(text, wide).ok).toBe(parses(text));
    }), { numRuns: 2_000 });
  });

  it('calls every beginning of a document cut, never wrong', () => {
    const text = '{"a": [1.5e-3, true, null, "x\\u00e9\\n"], "b": {"c": -0}}';
    for (let end = 1; end < text.length; end += 1) {
      const scanned = scanJson(text.slice(0, end), wide);
      expect(scanned.ok ? 'whole' : scanned.error.type).toBe('TruncatedFile');
    }
  });

  it('stops at the depth and at the number of values that are allowed', () => {
    expect(scanJson('[[[]]]', { depth: 3, values: 9 }).ok).toBe(true);
    expect(scanJson('[[[[', { depth: 3, values: 9 })).toEqual({ ok: false, error: { type: 'TooDeep', limit: 3, at: { line: 1, column: 4 } } });
    expect(scanJson('[1,2]', { depth: 3, values: 3 }).ok).toBe(true);
    expect(scanJson('[1,2,3]', { depth: 3, values: 3 })).toEqual({ ok: false, error: { type: 'TooMany', limit: 3, at: { line: 1, column: 6 } } });
  });

  it('refuses keys that reach into prototypes, as keys only', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      expect(scanJson(`{"${key}": 1}`, wide)).toMatchObject({ error: { type: 'ForbiddenKey', key } });
      expect(scanJson(`["${key}"]`, wide).ok).toBe(true);
    }
  });

  it('reads a text of a million signs without trouble', () => {
    const text = JSON.stringify({ note: 'a"\\\n'.repeat(250_000) });
    expect(readJson(text)).toEqual({ ok: true, value: parsed(text) });
  });
});
