/**
 * Moments at which the hub may be in reach again: the network is back, the app is looked at
 * again, the worker heard a Background Sync event, or a minute has passed while it is looked
 * at. None of them proves anything; only asking does.
 */
const everyMs = 60_000;
/** The name that the worker hears; see src/sw/sw.ts. */
const syncTag = 'qc-sync';

interface WithSync {
  readonly sync: { register(tag: string): Promise<void> };
}
const canSync = (registration: object): registration is WithSync => 'sync' in registration;

const isCall = (message: unknown): boolean => typeof message === 'object' && message !== null && 'type' in message && message.type === 'SYNC_NOW';

/** Calls at each such moment; `minute`: at one that is only a minute. Returns the way to stop. */
export function watchOccasions(on: (what: 'occasion' | 'minute') => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const occasion = (): void => {
    if (document.visibilityState === 'visible') on('occasion');
  };
  addEventListener('online', () => { on('occasion'); }, { signal });
  addEventListener('pageshow', occasion, { signal });
  document.addEventListener('visibilitychange', occasion, { signal });
  if ('serviceWorker' in navigator) {
    navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<unknown>) => { if (isCall(data)) on('occasion'); }, { signal });
  }
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') on('minute');
  }, everyMs);
  return () => {
    stop.abort();
    clearInterval(timer);
  };
}

/** Asks the browser to wake the worker when there is a network; where it cannot, the other moments do. */
export async function askForWaking(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration || !canSync(registration)) return;
  try {
    await registration.sync.register(syncTag);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // refused by the browser's settings, or no worker is active yet
  }
}
