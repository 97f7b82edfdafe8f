/**
 * The pattern that a district gives for student codes: a regular expression over the whole
 * code. It comes from outside, so only what is quick on any code is tried: no repeated group,
 * few repetitions and choices, and codes up to a length.
 */

const mostRepetitions = 6;
const longestTried = 40;
/** In how many ways a repetition may end within a code, roughly; what may be there or not has two, a choice as many as it offers. */
const waysOfRepetition = 15;

/** In how many ways a pattern may be tried before a code is known not to fit: about as many steps as it takes. */
function waysOf(bare: string): number {
  const repetitions = bare.match(/[*+{]/gu)?.length ?? 0;
  const perhaps = bare.match(/(?<!\()\?/gu)?.length ?? 0;
  const choices = bare.split('(').reduce((ways, part) => ways * part.split('|').length, 1);
  return waysOfRepetition ** repetitions * 2 ** perhaps * choices;
}

/** True for a pattern that can be tried, and quickly. Signs after a backslash and in brackets repeat nothing. */
export function isCodePattern(pattern: string): boolean {
  const bare = pattern.replaceAll(/\\./gu, 'x').replaceAll(/\[[^\]]*\]/gu, 'x');
  if (/\)[*+{]/u.test(bare) || waysOf(bare) > waysOfRepetition ** mostRepetitions) return false;
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').source !== '';
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** True for a code as the pattern has it; also where there is no pattern, no code, or none of them that can be tried. */
export const fitsPattern = (pattern: string, code: string): boolean =>
  pattern === '' || code === '' || code.length > longestTried || !isCodePattern(pattern) || new RegExp(`^(?:${pattern})$`, 'u').test(code);
