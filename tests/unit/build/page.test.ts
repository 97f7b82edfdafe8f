/** The page itself asks the browser to leave its words alone. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const page = readFileSync('index.html', 'utf8');
const tag = (name: string): string => new RegExp(`<${name}\\b[^>]*>`).exec(page)?.[0] ?? '';

it('no translator comes up over a meeting or is sent its words', () => {
  expect(tag('html')).toContain('translate="no"');
  expect(page).toContain('<meta name="google" content="notranslate" />');
});

it('no spelling or writing service of the browser is sent what is typed', () => {
  expect(tag('body')).toContain('spellcheck="false"');
  expect(tag('body')).toContain('writingsuggestions="false"');
});
