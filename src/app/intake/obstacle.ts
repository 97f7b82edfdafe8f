import type { IntakeObstacle } from '#intake/obstacles.ts';
import type { StoreObstacle } from '../app.ts';

/** What can be in the way of taking files in. Nothing has been changed then. */
export type ImportObstacle =
  | IntakeObstacle
  /** The file brings the same roadmap version with other content than the one on this device. */
  | { readonly type: 'RoadmapDiffers'; readonly id: string; readonly version: string }
  /** Its records are in order, but could not be written; all of them are still in the files. */
  | { readonly type: 'ImportNotStored'; readonly because: StoreObstacle['type'] }
  /** It was called off before anything was written. */
  | { readonly type: 'CalledOff' };
