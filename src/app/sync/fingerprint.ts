import { fromBase64Url } from '#wire/base64url.ts';
import { toBase32Groups } from '#wire/base32.ts';

/**
 * The district's pin (SHA-256, base64url) as four groups of four for the eye: its first ten
 * bytes. Devices compare all of it; people compare this.
 */
export function fingerprintGroups(fingerprint: string): string {
  const bytes = fromBase64Url(fingerprint) ?? new Uint8Array(0);
  return toBase32Groups(bytes.subarray(0, 10)).replaceAll('-', ' ');
}
