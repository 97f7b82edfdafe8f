/**
 * The recovery key as it stands on paper: 256 random bits in 8 groups of 8 letters of
 * Crockford's base32 (no I, L, O, U; read without regard to case, O as 0, I and L as 1).
 *
 * A group is 40 bits: its number (3), 32 bits of the key, and a check letter (5). The check
 * letter is a weighted sum of the other seven in GF(32), each with another weight, so that
 * any one wrong letter and any two letters that changed places are found, and the group is
 * named. The number finds groups that changed places.
 */
import { err, ok, type Result } from '#domain/result.ts';

/** The group, from 1, that is not as it was printed. */
export interface RecoveryTypo {
  readonly type: 'RecoveryTypo';
  readonly group: number;
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 8;
const lettersInGroup = 8;
const alike: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** Multiplication in GF(32) with x^5 + x^2 + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit += 1) if ((b >> bit) & 1) product ^= a << bit;
  for (let bit = 8; bit >= 5; bit -= 1) if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5);
  return product;
}

/** x^1 .. x^7: none is 0 or 1, and no two are the same. */
const weights = [2, 4, 8, 16, 5, 10, 20] as const;
const checkOf = (letters: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum ^ times(weight, letters[index] ?? 0), 0);

/** The printed form of 32 bytes: eight groups with a space between. */
export function recoveryText(bytes: Uint8Array<ArrayBuffer>): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 32);
  return Array.from({ length: groups }, (_, group) => {
    const word = (BigInt(group) << 32n) | BigInt(view.getUint32(group * 4));
    const letters = Array.from({ length: 7 }, (__, index) => Number((word >> BigInt(5 * (6 - index))) & 31n));
    return [...letters, checkOf(letters)].map((value) => alphabet[value] ?? '').join('');
  }).join(' ');
}

/** A new recovery key, in its printed form. It is kept nowhere. */
export const makeRecoveryKey = (): string => recoveryText(crypto.getRandomValues(new Uint8Array(32)));

/** The 32 bytes of a key as it was typed; `RecoveryTypo` names the first group that does not fit. */
export function readRecoveryKey(typed: string): Result<Uint8Array<ArrayBuffer>, RecoveryTypo> {
  const words = typedGroups(typed);
  const bytes = new Uint8Array(groups * 4);
  const view = new DataView(bytes.buffer);
  for (let group = 0; group < groups; group += 1) {
    const letters = Array.from(words[group] ?? '', (letter) => alphabet.indexOf(letter));
    if (letters.length !== lettersInGroup || letters.includes(-1)) return typo(group);
    const word = letters.slice(0, 7).reduce((sum, letter) => (sum << 5n) | BigInt(letter), 0n);
    if (checkOf(letters) !== letters[7] || Number(word >> 32n) !== group) return typo(group);
    view.setUint32(group * 4, Number(word & 0xffff_ffffn));
  }
  return words.length > groups ? typo(groups - 1) : ok(bytes);
}

const typo = (group: number): Result<never, RecoveryTypo> => err({ type: 'RecoveryTypo', group: group + 1 });

/** Groups as they were typed; where the spaces are others than printed, every eight letters. */
function typedGroups(typed: string): string[] {
  const clean = typed.normalize('NFKC').toUpperCase().replace(/[OIL]/g, (letter) => alike[letter] ?? letter);
  const words = clean.split(/[^0-9A-Z]+/).filter((word) => word !== '');
  return words.length === groups ? words : (words.join('').match(/.{1,8}/g) ?? []);
}
