import type { IntakeObstacle } from '#intake/obstacles.ts';
import type { StoreObstacle } from '../app.ts';

/** What can be in the way of taking a file in. But for `ImportHeld`, nothing has been changed then. */
export type ImportObstacle =
  | IntakeObstacle
  /** The file brings the same roadmap version with other content than the one on this device. */
  | { readonly type: 'RoadmapDiffers'; readonly id: string; readonly version: string }
  /** It is taken in, in memory; writing has met an obstacle and is tried again until it succeeds. */
  | { readonly type: 'ImportHeld'; readonly because: StoreObstacle['type'] };
