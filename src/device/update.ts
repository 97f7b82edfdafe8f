/**
 * A new version is fetched in the background and waits. It is put in place when the leader
 * asks and no tab is in a meeting, or at a cold start before anything is shown. Only the
 * page that asked is reloaded; the others keep running on what they have loaded.
 */
import { askWorker, becomesActive } from './ask-worker.ts';

const coldStartLimitMs = 1_000;

/**
 * To be awaited before the app is mounted. If a version waits and this is the only page,
 * puts it in place and reloads before anything was shown; takes one second at most.
 */
export async function beforeMount(): Promise<void> {
  // boot.js is fetching the app anew: a worker registered meanwhile would lose its files again.
  if (document.documentElement.hasAttribute('data-resetting')) await new Promise(() => undefined);
  const limit = new Promise<void>((resolve) => {
    setTimeout(resolve, coldStartLimitMs);
  });
  await Promise.race([startOnNewest(), limit]);
}

async function startOnNewest(): Promise<void> {
  if (!('serviceWorker' in navigator) || !navigator.serviceWorker.controller) return;
  const startedMs = performance.now();
  const next = (await navigator.serviceWorker.getRegistration())?.waiting;
  if (!next) return;
  const answer = await askWorker(next, { type: 'SKIP_WAITING_IF_ALONE' }, coldStartLimitMs);
  const alone = typeof answer === 'object' && answer !== null && 'alone' in answer && answer.alone === true;
  if (!alone || !(await becomesActive(next, coldStartLimitMs))) return;
  // Past the limit the app has been mounted: then the next start gets the new version.
  if (performance.now() - startedMs >= coldStartLimitMs) return;
  location.reload();
  await new Promise(() => undefined);
}

/**
 * Loads the parts that are fetched on demand while this version's files are still there:
 * once another tab has put a new version in place, they are gone.
 */
export async function preloadLazy(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const load of parts) {
    // One that is not there now is asked for again, and told of, when it is needed.
    await load().catch(() => undefined);
  }
}
