/**
 * What can be said of a passphrase while it is being typed. There are no rules of composition
 * (NIST SP 800-63B, section 3.1.1.2): length counts, and whether it is among those that are
 * tried first. Only what is far too short, or tried first by anybody, is held back.
 */
export type Advice =
  | { readonly kind: 'empty' }
  /** Fewer than {@link leastCharacters} characters. */
  | { readonly kind: 'short'; readonly missing: number }
  /** One of those that are tried first, or one thing repeated. */
  | { readonly kind: 'common' }
  | { readonly kind: 'fair' }
  | { readonly kind: 'strong' };

/** Shortest passphrase that is taken, in characters. */
export const leastCharacters = 8;
const strongCharacters = 16;
const strongWords = 4;

/** What everybody tries first, as it reads without blanks, digits and marks at its end. */
const commonest: ReadonlySet<string> = new Set([
  'password', 'passwort', 'passphrase', 'passcode', 'qwerty', 'qwertyuiop', 'qwertz', 'asdfgh', 'asdfghjkl', 'zxcvbnm', 'iloveyou', 'letmein', 'welcome',
  'princess', 'sunshine', 'football', 'baseball', 'superman', 'batman', 'dragon', 'monkey', 'shadow', 'master', 'admin', 'administrator', 'principal',
  'teacher', 'school', 'changeme', 'secret', 'trustno', 'whatever', 'starwars', 'computer', 'michael', 'jennifer', 'summer', 'winter', 'spring', 'autumn',
  'correcthorsebatterystaple', 'quietcheckpoint', 'checkpoint', 'ipad', 'tablet', 'chromebook', 'abc', 'abcd', 'abcdef', 'abcdefgh', 'test', 'testtest',
]);

/** Judges a passphrase; pure and quick enough for every key stroke. */
export function adviceOn(text: string): Advice {
  const said = text.normalize('NFKC').trim();
  const length = Array.from(said).length;
  if (length === 0) return { kind: 'empty' };
  if (length < leastCharacters) return { kind: 'short', missing: leastCharacters - length };
  if (isCommon(said)) return { kind: 'common' };
  const words = new Set(said.toLowerCase().split(/[\s\-_.,]+/).filter((word) => word.length > 2));
  return { kind: length >= strongCharacters && (words.size >= strongWords || new Set(said).size >= 12) ? 'strong' : 'fair' };
}

/** True when a lock may be set with it. */
export const isTakable = (advice: Advice): boolean => advice.kind === 'fair' || advice.kind === 'strong';

function isCommon(said: string): boolean {
  const plain = said.toLowerCase().replace(/[\s\-_.,]+/g, '');
  if (/^(.{1,4})\1+.{0,3}$/.test(plain)) return true; // abababab, 12341234
  const core = plain.replace(/^[\d!@#$%&*?]+|[\d!@#$%&*?]+$/g, '');
  return core === '' ? isRun(plain) || plain.length < 12 : commonest.has(core) || isRun(core);
}

/** Each sign the next or the one before of its neighbour: 12345678, hgfedcba. */
function isRun(text: string): boolean {
  const steps = Array.from(text).slice(1).map((sign, at) => (sign.codePointAt(0) ?? 0) - (text.codePointAt(at) ?? 0));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}
