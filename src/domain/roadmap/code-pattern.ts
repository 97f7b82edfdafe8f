/**
 * The pattern that a district gives for student codes: a regular expression over the whole
 * code. It comes from outside, so only what is quick on any code is tried: no repeated group,
 * few repetitions, and codes up to a length.
 */

const mostRepetitions = 6;
const longestTried = 40;

/** True for a pattern that can be tried, and quickly. Signs after a backslash and in brackets repeat nothing. */
export function isCodePattern(pattern: string): boolean {
  const bare = pattern.replaceAll(/\\./gu, 'x').replaceAll(/\[[^\]]*\]/gu, 'x');
  if (/\)[*+{]/u.test(bare) || (bare.match(/[*+{]/gu)?.length ?? 0) > mostRepetitions) return false;
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
