import type { OfflineCopy, Shell, ShellState } from './shell.ts';
import type * as shellWork from './shell-work.ts';
import { createTabs } from './tabs.ts';
import { unknownStorage } from './unknown-storage.ts';

type Work = typeof shellWork;
/** Lets the first screen come first. */
const firstScreenMs = 300;
const fetchWork = (): Promise<Work> => import('./shell-work.ts');

declare const __APP_VERSION__: string;

/** The shell of this page. One for each page; it lives as long as the page. */
export function createShell(): Shell {
  const listeners = new Set<(state: ShellState) => void>();
  const tabs = createTabs();
  let registration: ServiceWorkerRegistration | null = null;
  let started = false;
  let refused = false;
  let wanted = false;
  let keepAwake: ((now: boolean) => void) | null = null;
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
  const offline = async (work: Work): Promise<OfflineCopy> => {
    if (refused) return { kind: 'impossible' };
    return registration ? work.lookAtOfflineCopy(registration) : { kind: 'checking' };
  };
  const look = async (): Promise<ShellState> => {
    const work = await fetchWork();
    const [copy, storage] = await Promise.all([offline(work), work.lookAtStorage()]);
    return tell({ ...state, offline: copy, storage, updateWaits: registration !== null && work.updateWaits(registration) });
  };
  const begin = async (): Promise<void> => {
    await new Promise((resolve) => {
      setTimeout(resolve, firstScreenMs);
    });
    const work = await fetchWork();
    // Asked before the copy is looked at: 'whole' is only said when protection was asked for.
    const [registered] = await Promise.all([work.registerWorker(), work.askForPersistence()]);
    registration = registered;
    refused = registered === null;
    if (registered) {
      work.watchWorkers(registered, () => void look());
      work.lookForUpdates(registered, tabs);
    }
    // A browser short of room may have dropped a part; it is fetched while there is a network.
    if (registered && (await look()).offline.kind === 'incomplete') await work.mendOfflineCopy(registered);
    await look();
  };

  return {
    marker: { read: async () => (await fetchWork()).readMarker(), write: async (text) => (await fetchWork()).writeMarker(text) },
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
    applyUpdate: async () => registration !== null && (await fetchWork()).applyUpdate(registration, tabs),
    // Without that file there is boot.js, which needs none.
    repair: () => fetchWork().then((work) => work.repair(), () => {
      location.assign('/?reset-shell');
    }),
    keepAwake: (now) => {
      wanted = now;
      // Where the file cannot be had, the tablet's own setting rules.
      void fetchWork().then((work) => { (keepAwake ??= work.createKeepAwake())(wanted); }, () => null);
    },
  };
}
