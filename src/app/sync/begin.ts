/** Lets the hub be met by itself: at the start, and at every occasion after it. */
import { askForWaking, watchOccasions } from '#device/occasions.ts';
import type { App } from '../app.ts';
import { openDesk } from './open-desk.ts';

/** Fetches the desk's file, so that it is there offline. */
export const fetchDesk = (): Promise<unknown> => import('./create-desk.ts');

/** After a finish others may follow at once; they go together. */
const gatherMs = 2_000;

/**
 * Meets the hub now and at every occasion, without a hub not at all. While `isInMeeting` is
 * true nothing is begun: what waits can wait. Returns the way to stop.
 */
export function begin(app: App, isInMeeting: () => boolean): () => void {
  let stopped = false;
  let isMember = false;
  let waits = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const meet = async (): Promise<void> => {
    if (stopped || !isMember || isInMeeting()) return;
    const desk = await openDesk(app);
    if (!isGone()) await desk.meet();
  };
  const isGone = (): boolean => stopped; // may have changed while the file was fetched
  const soon = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void meet(), ms); // its outcome is in the desk's state
  };
  const stops = [
    app.store.watchNamed('sync', (ids) => {
      const now = ids.includes('identity');
      if (now && !isMember) soon(0);
      isMember = now;
    }),
    app.store.watchOutbox((items) => {
      const now = items.filter(({ state }) => state === 'waiting').length;
      if (now > waits && isMember) {
        soon(gatherMs);
        void askForWaking(); // a bonus where the browser has it
      }
      waits = now;
    }),
    watchOccasions((what) => {
      if (what === 'occasion' || waits > 0) soon(0);
    }),
  ];
  return () => {
    stopped = true;
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
