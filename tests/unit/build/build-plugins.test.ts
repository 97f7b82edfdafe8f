import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { obstacleIn } from '#build/check-roadmap.ts';
import { spriteOf } from '#build/icon-sprite.ts';
import { noCircles } from '#build/no-circles.ts';
import { withIntegrity } from '#build/subresource-integrity.ts';

describe('the roadmap that ships', () => {
  const text = readFileSync('src/domain/roadmap/default-roadmap.json', 'utf8');

  it('holds together', () => {
    expect(obstacleIn(text)).toBeNull();
  });

  it('stops the build with the place when an item does not', () => {
    const broken = text.replace(/"lookFor":\s*"[^"]*"/, '"lookFor": 7');
    expect(broken).not.toBe(text);
    expect(obstacleIn(broken)).toMatch(/^shape at items\.0\.lookFor$/);
    expect(obstacleIn(text.slice(0, -20))).toMatch(/^not JSON/);
  });
});

describe('the icons in the page', () => {
  it('are hidden symbols with one prefix, whether the file has it or not', () => {
    const sprite = spriteOf('<svg><symbol id="note" viewBox="0 0 1 1"><path d="M0 0"/></symbol><symbol id="i-up"><path/></symbol></svg>');
    expect(sprite).toContain('<symbol id="i-note"');
    expect(sprite).toContain('<symbol id="i-up"');
    expect(sprite).toMatch(/^<svg class="sprite" aria-hidden="true"/);
    expect(sprite).not.toContain('style=');
  });

  it('are missed when there are none', () => {
    expect(() => spriteOf('<svg></svg>')).toThrow('no symbols');
  });
});

describe('integrity in the page', () => {
  const bytes = new TextEncoder().encode('code');
  const hash = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
  const of = (tag: string): string => withIntegrity(tag, () => bytes);

  it.each([
    ['<script src="/boot.js">', `<script src="/boot.js" crossorigin integrity="${hash}">`],
    ['<link rel="stylesheet" crossorigin href="/assets/a.css">', `<link rel="stylesheet" crossorigin href="/assets/a.css" integrity="${hash}">`],
    ['<link rel="modulepreload" href="/assets/a.js" />', `<link rel="modulepreload" href="/assets/a.js" crossorigin integrity="${hash}">`],
  ])('%s gets it', (tag, expected) => {
    expect(of(tag)).toBe(expected);
  });

  it.each(['<link rel="icon" href="/favicon.svg" />', '<link rel="manifest" href="/m.webmanifest">', '<script>'])('%s does not', (tag) => {
    expect(of(tag)).toBe(tag);
  });
});

describe('imports in a circle', () => {
  const hear = (message: string): void => {
    noCircles('warn', { code: 'CIRCULAR_DEPENDENCY', message }, () => undefined);
  };

  it('stop the build among our own files', () => {
    expect(() => {
      hear('Circular dependency: src/domain/a.ts -> src/domain/b.ts -> src/domain/a.ts.');
    }).toThrow('src/domain/b.ts');
  });

  it('are left alone within a library', () => {
    hear('Circular dependency: node_modules/x/src/a.js -> node_modules/x/src/b.js.');
  });
});
