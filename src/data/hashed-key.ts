/** SHA-256 of a text as 64 hex digits: a key that says nothing by itself, though a guess can be checked against it. */
export async function hashed(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
