import type { ReasonMissing } from './reason.ts';

/** What can be in the way of handing something over. Nothing has left the device then. */
export type ExportObstacle =
  | ReasonMissing
  /** The record would not be read back, so it is not written; `at` is the first place. */
  | { readonly type: 'RecordRefused'; readonly at: string }
  /** That revision is not on this device, or its row does not open. */
  | { readonly type: 'RevisionMissing'; readonly revision: number }
  | SealObstacle
  /** The part of the app that writes this form could not be fetched, and is not stored here. */
  | { readonly type: 'WriterMissing' }
  /** The browser did not open the share sheet. */
  | { readonly type: 'ShareRefused' };

/** What can be wrong with for whom a file is sealed. */
export type SealObstacle =
  /** Shorter than `least` signs. */
  | { readonly type: 'SealShort'; readonly least: number }
  | { readonly type: 'SealDiffers' }
  /** None is given, or one is no public key of age; `line` counts from 1. */
  | { readonly type: 'RecipientRefused'; readonly line: number };

/** What can be in the way of many at once. No file was made then. */
export type ManyObstacle =
  | Exclude<ExportObstacle, { readonly type: 'RevisionMissing' }>
  | { readonly type: 'NothingChosen' }
  /** Exports of many are not made while a meeting runs. */
  | { readonly type: 'MeetingRuns' }
  | { readonly type: 'CalledOff' }
  /** A meeting that was chosen does not open, so the file would lack it. */
  | { readonly type: 'MeetingClosed' }
  /** Not all that was to be written was written: `of` is `files` or a table. */
  | { readonly type: 'CountsDiffer'; readonly of: string; readonly expected: number; readonly written: number }
  /** More than one zip should hold. */
  | { readonly type: 'TooMuchForZip'; readonly limitBytes: number; readonly limitFiles: number };
