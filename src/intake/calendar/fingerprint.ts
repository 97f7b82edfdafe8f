/**
 * A fingerprint of a calendar event: half of the SHA-256 of its UID and of which of a series it
 * is, as 32 hexadecimal digits. UIDs may hold mail addresses and names of systems, so they are
 * not kept themselves.
 */
export async function fingerprintOf(uid: string, which: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${uid}\n${which}`));
  return [...new Uint8Array(digest, 0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
