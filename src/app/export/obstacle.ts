import type { ReasonMissing } from './reason.ts';

/** What can be in the way of handing something over. Nothing has left the device then. */
export type ExportObstacle =
  | ReasonMissing
  /** The record would not be read back, so it is not written; `at` is the first place. */
  | { readonly type: 'RecordRefused'; readonly at: string }
  /** That revision is not on this device, or its row does not open. */
  | { readonly type: 'RevisionMissing'; readonly revision: number };
