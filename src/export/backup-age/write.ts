import { Encrypter } from 'age-encryption';
import { backupLimitBytes, documentOf, parseBackup, type Backup, type BackupObstacle } from '#domain/record/backup.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { workFactor } from './meta.ts';

export type WriteBackupObstacle = BackupObstacle | { readonly type: 'BackupTooLarge'; readonly bytes: number; readonly limitBytes: number };

export interface WriteOptions {
  readonly passphrase: string;
  /** Called with the part that is done, 0 to 1. */
  readonly onProgress?: (part: number) => void;
  /** Rejects with an AbortError when called off. */
  readonly signal?: AbortSignal;
}

/** Bytes between two turns of the page. */
const pieceBytes = 1 << 20;

/** As it is typed on any keyboard: an accent is one sign or two, depending on the system. */
const typed = (passphrase: string): string => passphrase.normalize('NFC');

/** The age file of a backup. Refused when it would not be read back, or is larger than a reader takes. */
export async function write(backup: Backup, { passphrase, onProgress, signal }: WriteOptions): Promise<Result<Uint8Array<ArrayBuffer>, WriteBackupObstacle>> {
  const text = `${JSON.stringify(documentOf(backup))}\n`;
  // Read from the text, not from memory: what JSON cannot carry would be missing there only.
  const again = parseBackup(JSON.parse(text));
  if (!again.ok) return again;
  const plain = new TextEncoder().encode(text);
  if (plain.length > backupLimitBytes) return err({ type: 'BackupTooLarge', bytes: plain.length, limitBytes: backupLimitBytes });
  const encrypter = new Encrypter();
  encrypter.setPassphrase(typed(passphrase));
  encrypter.setScryptWorkFactor(workFactor);
  const sealed = await encrypter.encrypt(pieces(plain, onProgress, signal));
  return ok(await gathered(sealed));
}

/** The bytes piece by piece, with a turn of the page between. */
function pieces(bytes: Uint8Array<ArrayBuffer>, onProgress: WriteOptions['onProgress'], signal: WriteOptions['signal']): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, at + pieceBytes));
      at += pieceBytes;
      onProgress?.(Math.min(1, at / Math.max(1, bytes.length)));
      if (at >= bytes.length) controller.close();
    },
  });
}

async function gathered(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    length += next.value.length;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
