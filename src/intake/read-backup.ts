/** A backup file as a backup, or the first thing that is in the way. All or nothing. */
import { backupLimitBytes, parseBackup, type Backup } from '#domain/record/backup.ts';
import { err, type Result } from '#domain/result.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { backupValueLimit, depthLimit } from './limits.ts';
import type { ReadBackupObstacle } from './obstacles.ts';
import { openAge, type OpenOptions } from './open-age.ts';
import { readJson } from './read-json.ts';
import type { SlicedFile } from './sliced-file.ts';

export interface ReadOptions extends Omit<OpenOptions, 'limitBytes'> {
  readonly limitBytes?: number;
}

/** Reads the file under its passphrase. Nothing is written anywhere. */
export async function readBackup(file: SlicedFile, options: ReadOptions): Promise<Result<Backup, ReadBackupObstacle>> {
  const plain = await openAge(file, { ...options, limitBytes: options.limitBytes ?? backupLimitBytes });
  return plain.ok ? backupIn(plain.value) : plain;
}

function backupIn(plain: Uint8Array): Result<Backup, ReadBackupObstacle> {
  const text = decodeUtf8(plain);
  if (text === null) return err({ type: 'NotABackup', at: '' });
  const json = readJson(text, { depth: depthLimit, values: backupValueLimit });
  if (!json.ok) return err({ type: 'NotABackup', at: `line ${String(json.error.at.line)}, character ${String(json.error.at.column)}` });
  return parseBackup(json.value);
}
