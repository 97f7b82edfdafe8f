/** Base64url without padding (RFC 4648, section 5), strict: each value has one spelling. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const valueOf = new Map(Array.from(alphabet, (letter, value) => [letter, value]));

/** Bytes as base64url text. */
export function toBase64Url(bytes: Uint8Array): string {
  const letters: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let sextet = 0; sextet < (left >= 3 ? 4 : left + 1); sextet += 1) letters.push(alphabet.charAt((word >> (18 - 6 * sextet)) & 63));
  }
  return letters.join('');
}

/** The bytes of base64url text; null for another letter, padding, an impossible length or stray bits. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  const rest = text.length % 4;
  if (rest === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let word = 0;
  let written = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = valueOf.get(text.charAt(at));
    if (value === undefined) return null;
    word = ((word << 6) | value) & 0xff_ff_ff;
    const bits = ((at % 4) + 1) * 6;
    if (bits >= 12) bytes[written++] = (word >> (bits % 8)) & 0xff;
  }
  const stray = rest === 2 ? word & 15 : rest === 3 ? word & 3 : 0;
  return stray === 0 ? bytes : null;
}
