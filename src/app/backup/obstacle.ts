import type { StoreObstacle } from '#data/store.ts';
import type { WriteBackupObstacle } from '#export/backup-age/write.ts';
import type { ReadBackupObstacle } from '#intake/obstacles.ts';

/** What can be in the way of a backup or its restore. Nothing has been written then. */
export type BackupObstacle =
  | WriteBackupObstacle
  | ReadBackupObstacle
  | StoreObstacle
  /** Shorter than `least` signs. */
  | { readonly type: 'PassphraseShort'; readonly least: number }
  | { readonly type: 'PassphraseDiffers' }
  /** It was called off before anything was written. */
  | { readonly type: 'CalledOff' }
  /** The file brings a roadmap version with other content than the one here. */
  | { readonly type: 'RoadmapDiffers'; readonly id: string; readonly version: string };
