import type * as later from './later.ts';

/** The parts of the store that come later; rejects with a TypeError when their file cannot be had. */
export const fetchLater = (): Promise<typeof later> => import('./later.ts');
