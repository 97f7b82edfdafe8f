/** What the page of the bench measures and is asked for. */
export interface Trip {
  readonly ms: number;
  readonly records: number;
  readonly requests: number;
  /** Bytes of each batch of records, without frames' lengths. */
  readonly batches: readonly number[];
}

export interface SyncBench {
  /** JSON bytes of one record as it is sealed, on average over some. */
  jsonBytes(): number;
  fill(count: number): Promise<void>;
  /** Founds the district, lets a leader join; both ready. */
  enrol(ownerLink: string): Promise<void>;
  /** Everything that was filled in waits for the hub. */
  queue(count: number): Promise<void>;
  push(): Promise<Trip>;
  pull(): Promise<Trip>;
  floorPush(batches: readonly number[]): Promise<number>;
  floorPull(batches: number): Promise<number>;
  pouchFill(count: number): Promise<void>;
  pouchPush(): Promise<number>;
  pouchPull(): Promise<number>;
}
