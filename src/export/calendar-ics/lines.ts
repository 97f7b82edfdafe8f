/** Content lines of iCalendar (RFC 5545, sections 3.1 and 3.3.11). */

const encoder = new TextEncoder();
/** Octets of a line, its CRLF left aside. */
const mostOctets = 75;

/**
 * A line in as many as it takes, each of at most 75 octets with the blank that a later one
 * begins with, and none cut within a character.
 */
export function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const sign of line) {
    const length = encoder.encode(sign).length;
    if (octets + length > mostOctets) {
      out += '\r\n ';
      octets = 1;
    }
    out += sign;
    octets += length;
  }
  return `${out}\r\n`;
}

// These may not stand in a text (3.1, CONTROL).
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/gu;

/** Text as a value. Line ends of any kind are one; other control characters, which may not be there, are left out. */
export const textValue = (text: string): string =>
  text.replaceAll(/\p{Surrogate}/gu, '\ufffd').replaceAll(/\r\n?/gu, '\n').replaceAll(controls, '').replaceAll(/[\\;,]/gu, '\\$&').replaceAll('\n', '\\n');

/** `20261112`, of a day that a calendar has; null for others. */
export function dayValue(onDate: string | null): string | null {
  if (onDate === null || !/^\d{4}-\d{2}-\d{2}$/u.test(onDate)) return null;
  const atMs = Date.parse(`${onDate}T00:00:00Z`);
  if (Number.isNaN(atMs) || new Date(atMs).toISOString().slice(0, 10) !== onDate || onDate < '1000') return null;
  return onDate.replaceAll('-', '');
}

/** `20261112T170000Z`. */
export const momentValue = (atMs: number): string => `${new Date(atMs).toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;
