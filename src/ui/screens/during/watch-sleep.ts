/** A timer that comes this late was asleep with the tablet; a page in the background is called at least once a minute. */
const sleepMs = 90_000;
const lookEveryMs = 5_000;

/** Calls with the stretch (epoch milliseconds) in which nothing ran. Returns the way to stop. */
export function watchSleep(nowMs: () => number, on: (fromMs: number, toMs: number) => void): () => void {
  let lastMs = nowMs();
  const look = (): void => {
    const seenMs = lastMs;
    lastMs = nowMs();
    if (lastMs - seenMs > sleepMs) on(seenMs, lastMs);
  };
  const timer = setInterval(look, lookEveryMs);
  addEventListener('pagehide', look);
  addEventListener('pageshow', look);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    removeEventListener('pagehide', look);
    removeEventListener('pageshow', look);
    document.removeEventListener('visibilitychange', look);
  };
}
