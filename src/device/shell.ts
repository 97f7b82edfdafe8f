/**
 * The installed app around the page, as the layers above see it: its offline copy, its
 * updates, and the room it has. `createShell` in `create-shell.ts` makes one.
 */

/** Whether the app starts and works without a network, told only after looking. */
export type OfflineCopy =
  | { readonly kind: 'checking' }
  /** Every file of the precache list was found in the cache. */
  | { readonly kind: 'whole'; readonly files: number }
  /** Some are not there (yet); `missing` of `files`. */
  | { readonly kind: 'incomplete'; readonly missing: number; readonly files: number }
  /** This browser or address cannot keep one (no service worker, not https). */
  | { readonly kind: 'impossible' };

export interface StorageState {
  /** Protected from eviction; null when the browser does not say. */
  readonly persisted: boolean | null;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  /** Opened from the home screen or as an installed app, not in a tab. */
  readonly installed: boolean;
  /** A browser that may remove data of a tab after seven days (WebKit, in a tab). */
  readonly evictsTabs: boolean;
}

export interface ShellState {
  readonly offline: OfflineCopy;
  readonly storage: StorageState;
  /** A new version has been fetched and waits; it never comes by itself while a meeting runs. */
  readonly updateWaits: boolean;
  readonly version: string;
}

/** A few words beside the database that outlive it; see `storage-marker.ts`. */
export interface Marker {
  read(): Promise<string | null>;
  write(text: string): Promise<void>;
}

export interface Shell {
  readonly marker: Marker;
  readonly state: ShellState;
  onState(listener: (state: ShellState) => void): () => void;
  /** Registers the service worker, asks for persistent storage, looks at the cache. Never throws. */
  start(): void;
  /** Looks again at cache and storage. */
  look(): Promise<ShellState>;
  /** Tells all tabs whether this one is in a running meeting; an update waits for all of them. */
  setBusy(busy: boolean): void;
  /**
   * Puts the waiting version in place and reloads this page, if no tab is busy.
   * Resolves to false when one is, or when there is nothing to apply.
   */
  applyUpdate(): Promise<boolean>;
  /** Fetches the offline copy anew and reloads; records in the database are not touched. */
  repair(): Promise<void>;
  /** Keeps the screen awake while true; taken again after a hide. */
  keepAwake(wanted: boolean): void;
}
