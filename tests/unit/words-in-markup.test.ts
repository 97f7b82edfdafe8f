/** No component speaks by itself: what a person reads stands in `src/ui/words/`, in every language. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type AST } from 'svelte/compiler';
import { expect, it } from 'vitest';

const root = 'src/ui';
const spoken = new Set(['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription', 'title', 'placeholder', 'alt', 'label', 'legend', 'lead']);
/** The name of the app, and names of formats, are the same in every language. */
const names = /^(?:Quiet Checkpoint|· Quiet Checkpoint|MB|kB|SHA-256)$/u;

const isWords = (text: string): boolean => /\p{L}{2}/u.test(text) && !names.test(text.replaceAll('\u00a0', ' ').trim());

/** Words of one component's markup, each with its line. */
function wordsIn(source: string): string[] {
  const said: string[] = [];
  const note = (text: string, at: number): void => {
    if (isWords(text)) said.push(`${String(source.slice(0, at).split('\n').length)}: ${text.trim().slice(0, 60)}`);
  };
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) walk(one);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const { type } = node as { type?: string };
    if (type === 'StyleDirective') return;
    if (type === 'Text') note((node as AST.Text).data, (node as AST.Text).start);
    if (type === 'Attribute') {
      const { name, value, start } = node as AST.Attribute;
      if (spoken.has(name) && Array.isArray(value)) for (const part of value) if (part.type === 'Text') note(part.data, start);
      for (const part of Array.isArray(value) ? value : [value]) if (part !== true && part.type === 'ExpressionTag') walk(part);
      return;
    }
    for (const [key, value] of Object.entries(node)) if (key !== 'metadata' && key !== 'parent' && key !== 'options') walk(value);
  };
  const { fragment } = parse(source, { modern: true });
  walk(fragment);
  return said;
}

it('finds words that stand in markup', () => {
  expect(wordsIn('<p class="lead">Hello <b aria-label="There you are">{name}</b></p>')).toEqual(['1: Hello', '1: There you are']);
  expect(wordsIn('<p>{words.hello} · {count} %</p>')).toEqual([]);
});

it('finds none in any component', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.svelte'));
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap((name) => wordsIn(readFileSync(join(root, name), 'utf8')).map((line) => `${name}:${line}`))).toEqual([]);
});
