import { createKeepAwake } from './keep-awake.ts';
import { lookAtOfflineCopy, mendOfflineCopy } from './offline-copy.ts';
import { registerWorker } from './register-worker.ts';
import { repair } from './repair.ts';
import type { OfflineCopy, Shell, ShellState } from './shell.ts';
import { readMarker, writeMarker } from './storage-marker.ts';
import { askForPersistence, lookAtStorage, unknownStorage } from './storage-state.ts';
import { createTabs } from './tabs.ts';
import { applyUpdate, lookForUpdates, updateWaits, watchWorkers } from './update.ts';

declare const __APP_VERSION__: string;

/** The shell of this page. One for each page; it lives as long as the page. */
export function createShell(): Shell {
  const listeners = new Set<(state: ShellState) => void>();
  const tabs = createTabs();
  let registration: ServiceWorkerRegistration | null = null;
  let started = false;
  let refused = false;
  let state: ShellState = {
    offline: { kind: 'checking' },
    storage: unknownStorage(),
    updateWaits: false,
    version: __APP_VERSION__,
  };

  const tell = (now: ShellState): ShellState => {
    state = now;
    for (const listener of listeners) listener(state);
    return state;
  };
  const offline = async (): Promise<OfflineCopy> => {
    if (refused) return { kind: 'impossible' };
    return registration ? lookAtOfflineCopy(registration) : { kind: 'checking' };
  };
  const look = async (): Promise<ShellState> => {
    const [copy, storage] = await Promise.all([offline(), lookAtStorage()]);
    return tell({ ...state, offline: copy, storage, updateWaits: registration !== null && updateWaits(registration) });
  };
  const begin = async (): Promise<void> => {
    // Asked before the copy is looked at: 'whole' is only said when protection was asked for.
    const [registered] = await Promise.all([registerWorker(), askForPersistence()]);
    registration = registered;
    refused = registered === null;
    if (registered) {
      watchWorkers(registered, () => void look());
      lookForUpdates(registered, tabs);
    }
    // A browser short of room may have dropped a part; it is fetched while there is a network.
    if (registered && (await look()).offline.kind === 'incomplete') await mendOfflineCopy(registered);
    await look();
  };

  return {
    marker: { read: readMarker, write: writeMarker },
    get state() {
      return state;
    },
    onState(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      if (started) return;
      started = true;
      // What goes wrong here costs the badge, not the meeting: it then stays at 'checking'.
      begin().catch((error: unknown) => {
        reportError(error);
      });
    },
    look,
    setBusy: (busy) => {
      tabs.setBusy(busy);
    },
    applyUpdate: async () => registration !== null && applyUpdate(registration, tabs),
    repair,
    keepAwake: createKeepAwake(),
  };
}
