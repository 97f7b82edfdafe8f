/**
 * Crockford's base32 (https://www.crockford.com/base32.html) for what a person types: case
 * does not matter, O is 0, I and L are 1, spaces and hyphens are skipped.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Bytes as base32 in groups of four: `0G4M-...`. */
export function toBase32Groups(bytes: Uint8Array): string {
  let letters = '';
  let word = 0;
  let bits = 0;
  for (const byte of bytes) {
    word = ((word << 8) | byte) & 0xff_ff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      letters += alphabet.charAt((word >> bits) & 31);
    }
  }
  if (bits > 0) letters += alphabet.charAt((word << (5 - bits)) & 31);
  return letters.replace(/.{4}(?=.)/g, '$&-');
}

/** The bytes of typed base32; null for a letter that is none of it, or stray bits at the end. */
export function fromBase32(typed: string): Uint8Array<ArrayBuffer> | null {
  const text = typed.replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let word = 0;
  let bits = 0;
  let written = 0;
  for (const letter of text) {
    const value = alphabet.indexOf(letter);
    if (value < 0) return null;
    word = ((word << 5) | value) & 0xff_ff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[written++] = (word >> bits) & 0xff;
    }
  }
  return bits < 5 && (word & ((1 << bits) - 1)) === 0 ? bytes : null;
}
