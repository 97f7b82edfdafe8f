import { decodeUtf8 } from './decode-utf8.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { TextObstacle } from './obstacles.ts';

/** What is read of a file: a `Blob` fits. */
export type FileBytes = Pick<Blob, 'size' | 'arrayBuffer'>;

/**
 * The text of a file. The size is asked before a byte is read. Decoding is strict: a byte
 * that is not UTF-8 refuses the file, since a replaced one would be a silent change.
 */
export async function readText(file: FileBytes, limitBytes: number): Promise<Result<string, TextObstacle>> {
  if (file.size > limitBytes) return err({ type: 'TooLarge', limitBytes, bytes: file.size });
  const bytes = await bytesOf(file);
  if (!bytes) return err({ type: 'FileUnreadable' });
  if (bytes.byteLength === 0) return err({ type: 'EmptyFile' });
  const text = decodeUtf8(bytes);
  if (text === null || text.includes('\0')) return err({ type: 'NotText' });
  return text.trim() === '' ? err({ type: 'EmptyFile' }) : ok(text);
}

async function bytesOf(file: FileBytes): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    // NotFoundError, NotReadableError, SecurityError: https://w3c.github.io/FileAPI/#file-error-codes
    if (error instanceof DOMException) return null;
    throw error;
  }
}
