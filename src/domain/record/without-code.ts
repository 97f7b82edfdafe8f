/** Takes a student code out of running text, for pages on which nobody is named. */

/** What stands where the code stood: a sign, not a word of any language. */
export const omission = '[…]';

const escaped = (words: string): string => words.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/** How `words` reads without `code`; see {@link codeRemover}. */
export const withoutCode = (words: string, code: string): string => codeRemover([code])(words);

/**
 * Takes these codes out of words, where one stands for itself and not inside a word. A code
 * with a digit is found in any case; one without is found as written, so that a code that is
 * also a word does not hollow out sentences. Of two codes that begin alike the longer one goes.
 */
export function codeRemover(codes: Iterable<string>): (words: string) => string {
  const wanted = [...new Set([...codes].map((code) => code.trim()))]
    .filter((code) => /[\p{L}\p{N}]/u.test(code))
    .sort((a, b) => b.length - a.length);
  const withDigit = wanted.filter((code) => /\p{N}/u.test(code));
  const patterns = [pattern(withDigit, 'giu'), pattern(wanted.filter((code) => !withDigit.includes(code)), 'gu')].filter((of) => of !== null);
  return (words) => patterns.reduce((kept, of) => kept.replaceAll(of, omission), words);
}

const pattern = (codes: readonly string[], flags: string): RegExp | null =>
  codes.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}])(?:${codes.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, flags);
