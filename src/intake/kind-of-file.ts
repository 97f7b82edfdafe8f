import { pieceOf, type SlicedFile } from './sliced-file.ts';

export type FileKind = 'zip' | 'age' | 'calendar' | 'other';

/** Enough for a mark, blank lines and the first word. */
const headBytes = 256;

/** What a file is by its first bytes; its name and media type say nothing. Null when it does not open. */
export async function kindOfFile(file: SlicedFile): Promise<FileKind | null> {
  const head = await pieceOf(file, 0, headBytes);
  return head ? kindOfBytes(head) : null;
}

/** The same for bytes that are there. */
export function kindOfBytes(bytes: Uint8Array): FileKind {
  const head = String.fromCharCode(...bytes.subarray(0, headBytes));
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(head)) return 'zip';
  if (head.startsWith('age-encryption.org/')) return 'age';
  return /^(?:\xef\xbb\xbf)?\s*BEGIN:VCALENDAR/i.test(head) ? 'calendar' : 'other';
}
