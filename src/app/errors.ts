/** Every obstacle that a person can meet, gathered so that the screens need one import. */
import type { DamagedRow, OpenObstacle, StoreObstacle } from '#data/store.ts';
import type { SlotObstacle, UnlockFailure } from '#data/vault.ts';
import type { RecordObstacle } from '#domain/record/record.ts';
import type { ExportObstacle } from './export/obstacle.ts';
import type { ImportObstacle } from './intake/obstacle.ts';
import type { PasskeyObstacle } from './vault/ports.ts';

/** No meeting with this id is on this device. */
export interface MeetingMissing {
  readonly type: 'MeetingMissing';
}

/** The meeting's rows are here, but the roadmap version that it was begun with does not open. */
export interface RoadmapMissing {
  readonly type: 'RoadmapMissing';
  readonly version: string;
}

export type AppError =
  | OpenObstacle
  | StoreObstacle
  | DamagedRow
  | MeetingMissing
  | RoadmapMissing
  | RecordObstacle
  | ExportObstacle
  | ImportObstacle
  | UnlockFailure
  | SlotObstacle
  | PasskeyObstacle;
