/**
 * The front door for records: a file as the records in it, or the first thing that is in the
 * way. A file is a record, a zip of records, or an age file of either. What is wrong with one
 * of them refuses the whole file, since a file that was damaged or made to do harm in one
 * place is not to be trusted in another.
 *
 * In a zip only what begins as a JSON object is read as a record; tables and read-me files
 * that exports put beside them are counted and left.
 */
import { backupFormat } from '#domain/record/backup.ts';
import { manifestFormat } from '#domain/record/manifest.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { kindOfBytes, kindOfFile } from './kind-of-file.ts';
import { recordsLimit, zipLimitBytes } from './limits.ts';
import type { IntakeObstacle } from './obstacles.ts';
import { ageHeader, openAge } from './open-age.ts';
import { readRecord } from './read-record.ts';
import { fileOfBytes, type SlicedFile } from './sliced-file.ts';
import { unzip } from './unzip.ts';

export interface RecordsInFile {
  readonly records: readonly MeetingRecord[];
  /** Entries of a zip that are no records. */
  readonly others: number;
}

export interface ReadRecordsOptions {
  readonly nowMs: number;
  /** For an age file; without one it is refused as `PassphraseNeeded`. */
  readonly passphrase?: string;
  /** Called with the part that is done, 0 to 1. */
  readonly onProgress?: (part: number) => void;
  /** Rejects with an AbortError when called off. */
  readonly signal?: AbortSignal;
}

type Read = Promise<Result<RecordsInFile, IntakeObstacle>>;
type WholeFile = SlicedFile & Pick<Blob, 'arrayBuffer'>;

/** Reads a file. Nothing is written anywhere. */
export async function readRecords(file: WholeFile, options: ReadRecordsOptions): Read {
  if (file.size === 0) return err({ type: 'EmptyFile' });
  const kind = await kindOfFile(file);
  if (kind === null) return err({ type: 'FileUnreadable' });
  return kind === 'age' ? sealedRecords(file, options) : plainRecords(file, kind, options);
}

async function sealedRecords(file: SlicedFile, options: ReadRecordsOptions): Read {
  const header = await ageHeader(file);
  if (!header.ok) return header;
  const { passphrase, onProgress, signal } = options;
  if (passphrase === undefined) return err({ type: 'PassphraseNeeded' });
  const plain = await openAge(file, { passphrase, limitBytes: zipLimitBytes, ...(signal ? { signal } : {}) });
  if (!plain.ok) return plain;
  onProgress?.(0);
  const kind = kindOfBytes(plain.value);
  if (kind === 'age') return err({ type: 'SealedTwice' });
  return isBackup(plain.value) ? err({ type: 'ItIsABackup' }) : plainRecords(fileOfBytes(plain.value), kind, options);
}

async function plainRecords(file: WholeFile, kind: 'zip' | 'calendar' | 'other', options: ReadRecordsOptions): Read {
  if (kind === 'zip') return zippedRecords(file, options);
  const record = await readRecord(file, options);
  return record.ok ? ok({ records: [record.value], others: 0 }) : record;
}

async function zippedRecords(file: SlicedFile, { nowMs, onProgress, signal }: ReadRecordsOptions): Read {
  if (file.size > zipLimitBytes) return err({ type: 'TooLarge', limitBytes: zipLimitBytes, bytes: file.size });
  const records: MeetingRecord[] = [];
  const sharing = sharedRoadmaps();
  let entries = 0;
  for await (const entry of unzip(file, signal)) {
    if (!entry.ok) return entry;
    const { bytes, number, of } = entry.value;
    entries += 1;
    if (kindOfBytes(bytes) === 'zip') return err({ type: 'ZipInZip', entry: number });
    if (!beginsAsObject(bytes) || isManifest(bytes)) continue;
    if (records.length === recordsLimit) return err({ type: 'TooManyRecords', limit: recordsLimit });
    const record = await readRecord(fileOfBytes(bytes), { nowMs });
    if (!record.ok) return err({ type: 'RefusedInZip', entry: number, of, because: record.error });
    records.push(sharing(record.value));
    onProgress?.(entries / of);
    await new Promise((resolve) => setTimeout(resolve)); // the page gets its turn
  }
  return records.length === 0 ? err({ type: 'NoRecordInZip', entries }) : ok({ records, others: entries - records.length });
}

/** Records of one zip mostly bring the same roadmap: kept once, a thousand of them fit into memory. */
function sharedRoadmaps(): (record: MeetingRecord) => MeetingRecord {
  const known = new Map<string, MeetingRecord['roadmap']>();
  return (record) => {
    const text = JSON.stringify(record.roadmap);
    const roadmap = known.get(text) ?? record.roadmap;
    known.set(text, roadmap);
    return { ...record, roadmap };
  };
}

/** True for the text that this app writes into a backup. */
const isBackup = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(0, 80)).startsWith(`{"format":"${backupFormat}"`);

/** True for the list that an export of many puts beside its files. */
const isManifest = (bytes: Uint8Array): boolean => /^\{\s*"format":\s*"([^"]*)"/.exec(headOf(bytes))?.[1] === manifestFormat;

/** True for `{`, after a byte-order mark and blanks. */
const beginsAsObject = (bytes: Uint8Array): boolean => /^(?:\xef\xbb\xbf)?\s*\{/.test(headOf(bytes));

const headOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 256));
