import type { App } from '../app.ts';

/** How many records wait for the hub, in one line's worth. */
export interface Waiting {
  readonly isMember: boolean;
  readonly waiting: number;
  readonly refused: number;
}

/** Calls at once and whenever any tab changes what waits, or joins or leaves a hub. Returns the way to stop. */
export function watchWaiting({ store }: App, on: (waiting: Waiting) => void): () => void {
  let isMember: boolean | null = null;
  let counts: Omit<Waiting, 'isMember'> | null = null;
  const tell = (): void => {
    if (isMember !== null && counts !== null) on({ isMember, ...counts });
  };
  const stops = [
    store.watchNamed('sync', (ids) => {
      isMember = ids.includes('identity');
      tell();
    }),
    store.watchOutbox((items) => {
      const lines = items.filter(({ kind }) => kind !== 'roadmap');
      const refused = lines.filter(({ state }) => state === 'refused').length;
      counts = { waiting: lines.length - refused, refused };
      tell();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
