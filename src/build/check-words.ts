import type { Plugin } from 'vite';

/** Keys of words, nested ones joined by dots, with what stands there. */
function placesOf(words: unknown, at = ''): Map<string, string> {
  if (typeof words === 'string') return new Map([[at, words.trim() === '' ? 'empty' : 'text']]);
  if (typeof words === 'function') return new Map([[at, 'sentence']]);
  if (typeof words !== 'object' || words === null) return new Map([[at, typeof words]]);
  return new Map(Object.entries(words).flatMap(([key, value]) => [...placesOf(value, at === '' ? key : `${at}.${key}`)]));
}

/** Keys that one language has otherwise than English: missing, too many, or of another kind. Empty when they agree. */
export function differencesBetween(english: unknown, other: unknown): string[] {
  const [from, to] = [placesOf(english), placesOf(other)];
  return [
    ...[...from].filter(([at, kind]) => to.get(at) !== kind).map(([at, kind]) => `${at}: ${to.get(at) ?? 'missing'}, in English ${kind}`),
    ...[...to.keys()].filter((at) => !from.has(at)).map((at) => `${at}: not in English`),
  ];
}

/** Stops the build, with the keys, when a language lacks a word. */
export function checkWords(): Plugin {
  return {
    name: 'check-words',
    apply: 'build',
    async buildStart() {
      const [{ en }, { es }] = await Promise.all([import('../ui/words/en/all.ts'), import('../ui/words/es/all.ts')]);
      const differences = differencesBetween(en, es);
      if (differences.length > 0) this.error(`The Spanish words differ from the English ones:\n${differences.join('\n')}`);
    },
  };
}
