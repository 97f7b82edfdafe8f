/** Takes a student code out of running text, for pages on which nobody is named. */

/** What stands where the code stood: a sign, not a word of any language. */
export const omission = '[…]';

const escaped = (words: string): string => words.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/**
 * `words` without `code`, where it stands for itself and not inside a word. A code with a
 * digit is found in any case; one without is found as written, so that a code that is also
 * a word does not hollow out sentences.
 */
export function withoutCode(words: string, code: string): string {
  const wanted = code.trim();
  if (!/[\p{L}\p{N}]/u.test(wanted)) return words;
  const flags = /\p{N}/u.test(wanted) ? 'giu' : 'gu';
  return words.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(wanted)}(?![\\p{L}\\p{N}])`, flags), omission);
}
