/**
 * A version that waits: how it is noticed, and put in place when the leader asks. What has to
 * be done about one before the app is shown stands in update.ts.
 */
import { becomesActive } from './ask-worker.ts';
import { isHubReachable } from './register-worker.ts';
import type { Tabs } from './tabs.ts';

const activationLimitMs = 5_000;
const betweenLooksMs = 3_600_000;

/** True when a version newer than the one in charge has been fetched. */
export const updateWaits = (registration: ServiceWorkerRegistration): boolean =>
  registration.waiting !== null && registration.active !== null;

/** Calls `changed` whenever a worker of this registration moves from one state to the next. */
export function watchWorkers(registration: ServiceWorkerRegistration, changed: () => void): void {
  const follow = (worker: ServiceWorker | null): void => worker?.addEventListener('statechange', changed);
  for (const worker of [registration.installing, registration.waiting, registration.active]) follow(worker);
  registration.addEventListener('updatefound', () => {
    follow(registration.installing);
    changed();
  });
}

/** Puts the waiting version in place and reloads this page; false when a tab is busy or nothing waits. */
export async function applyUpdate(registration: ServiceWorkerRegistration, tabs: Tabs): Promise<boolean> {
  if (!updateWaits(registration) || (await tabs.isAnyBusy())) return false;
  const next = registration.waiting;
  if (!next || tabs.isBusy()) return false;
  next.postMessage({ type: 'SKIP_WAITING' });
  if (!(await becomesActive(next, activationLimitMs)) || tabs.isBusy()) return false;
  location.reload();
  return true;
}

/** Looks for a new version when the page comes to the front and every hour, never during a meeting. */
export function lookForUpdates(registration: ServiceWorkerRegistration, tabs: Tabs): void {
  let lookedAtMs = performance.now();
  const look = async (): Promise<void> => {
    const due = performance.now() - lookedAtMs >= betweenLooksMs;
    if (!due || tabs.isBusy() || document.visibilityState !== 'visible') return;
    lookedAtMs = performance.now();
    if (!(await isHubReachable())) return;
    // Refused when the network goes in between; the next look tries again.
    await registration.update().catch(() => undefined);
  };
  document.addEventListener('visibilitychange', () => void look());
  setInterval(() => void look(), betweenLooksMs / 4);
}
