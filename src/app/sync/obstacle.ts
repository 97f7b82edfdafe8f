/** What can be in the way between this device and the hub: the engine's obstacles, and the app's own. */
import type { SyncObstacle as OnTheWay } from '#sync/obstacle.ts';

export type { TrustFact } from '#sync/obstacle.ts';

export type SyncObstacle =
  | OnTheWay
  /** A link of another address than the one that this app came from. */
  | { readonly type: 'OtherHub'; readonly host: string };
