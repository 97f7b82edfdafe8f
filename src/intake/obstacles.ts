/** All that can be in the way of a file. Facts only; the words are in `ui/words/intake-words.ts`. */
import type { BackupObstacle } from '#domain/record/backup.ts';
import type { RecordObstacle } from '#domain/record/record.ts';

/** A place in a text, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type TextObstacle =
  | { readonly type: 'EmptyFile' }
  | { readonly type: 'TooLarge'; readonly limitBytes: number; readonly bytes: number }
  /** The device did not give its bytes: moved, removed, or in a cloud that is out of reach. */
  | { readonly type: 'FileUnreadable' }
  /** Not UTF-8. */
  | { readonly type: 'NotText' };

export type JsonObstacle =
  | { readonly type: 'NotJson'; readonly at: Place }
  /** The text is in order as far as it goes, and ends in the middle. */
  | { readonly type: 'TruncatedFile'; readonly at: Place }
  | { readonly type: 'TooDeep'; readonly limit: number; readonly at: Place }
  | { readonly type: 'TooMany'; readonly limit: number; readonly at: Place }
  | { readonly type: 'ForbiddenKey'; readonly key: string; readonly at: Place };

/** A stamp that is later than this device's clock can follow; it would win over every edit made here. */
export interface ClockAhead {
  readonly type: 'ClockAhead';
  readonly aheadMs: number;
}

/** What can be in the way of one record's bytes. */
export type OneRecordObstacle = TextObstacle | JsonObstacle | RecordObstacle | ClockAhead;

/** What can be in the way of a zip archive. `entry` counts from 1; 0 is the archive itself. */
export type ZipObstacle =
  | Extract<TextObstacle, { type: 'FileUnreadable' }>
  /** It ends before its directory does. */
  | { readonly type: 'TruncatedZip' }
  /** Its directory or an entry does not fit what it says of itself, or fails its checksum. */
  | { readonly type: 'DamagedZip'; readonly entry: number }
  /** Encrypted by the zip program; such encryption is not opened here. */
  | { readonly type: 'EncryptedZip'; readonly entry: number }
  /** A form of zip that no file of this app has: zip64, several disks, another method. */
  | { readonly type: 'ZipForm'; readonly entry: number }
  | { readonly type: 'TooManyInZip'; readonly limit: number; readonly entries: number }
  /** Made to unpack to far more than it looks like. */
  | { readonly type: 'ZipBomb'; readonly entry: number }
  | { readonly type: 'LargeInZip'; readonly entry: number; readonly bytes: number; readonly limitBytes: number }
  | { readonly type: 'UnzipsTooLarge'; readonly limitBytes: number };

/** What can be in the way of an age file under a passphrase. */
export type AgeObstacle =
  | Extract<TextObstacle, { type: 'EmptyFile' | 'TooLarge' | 'FileUnreadable' }>
  /** Its first bytes are not those of an age file under a passphrase. */
  | { readonly type: 'NotAnAgeFile' }
  /** Sealed for the key of a recipient, which this device does not have; no passphrase opens it. */
  | { readonly type: 'SealedForAKey' }
  /** Opening it would take more memory than a tablet should give; no file of this app does. */
  | { readonly type: 'TooCostly'; readonly logN: number }
  /** Or its first bytes were altered: the two cannot be told apart. */
  | { readonly type: 'WrongPassphrase' }
  /** It ends in the middle, or its last part was altered. */
  | { readonly type: 'Truncated' }
  | { readonly type: 'Altered' };

/** What can be in the way of a file of records. */
export type IntakeObstacle =
  | OneRecordObstacle
  | ZipObstacle
  | AgeObstacle
  /** An age file that asks for its passphrase. */
  | { readonly type: 'PassphraseNeeded' }
  | { readonly type: 'ZipInZip'; readonly entry: number }
  /** The entry of a zip that is refused, and why; `of` entries are in it. */
  | { readonly type: 'RefusedInZip'; readonly entry: number; readonly of: number; readonly because: OneRecordObstacle }
  /** A zip without a single record. */
  | { readonly type: 'NoRecordInZip'; readonly entries: number }
  | { readonly type: 'TooManyRecords'; readonly limit: number }
  /** A backup of a whole device, which is restored and not merged record by record. */
  | { readonly type: 'ItIsABackup' }
  /** A sealed file inside a sealed one. */
  | { readonly type: 'SealedTwice' };

/** What can be in the way of a backup file. */
export type ReadBackupObstacle = AgeObstacle | BackupObstacle;
