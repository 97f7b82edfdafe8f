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
  /** A zip archive, which later versions read. */
  | { readonly type: 'ZipComesLater' }
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

export type IntakeObstacle = TextObstacle | JsonObstacle | RecordObstacle | ClockAhead;

/** What can be in the way of a backup file. */
export type ReadBackupObstacle =
  | Extract<TextObstacle, { type: 'EmptyFile' | 'TooLarge' | 'FileUnreadable' }>
  /** Its first bytes are not those of an age file under a passphrase. */
  | { readonly type: 'NotAnAgeFile' }
  /** Opening it would take more memory than a tablet should give; no file of this app does. */
  | { readonly type: 'TooCostly'; readonly logN: number }
  /** Or its first bytes were altered: the two cannot be told apart. */
  | { readonly type: 'WrongPassphrase' }
  /** It ends in the middle, or its last part was altered. */
  | { readonly type: 'Truncated' }
  | { readonly type: 'Altered' }
  | BackupObstacle;
