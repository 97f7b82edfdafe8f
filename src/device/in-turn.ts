/**
 * Does `work` when all earlier work of the same name is over, in this tab and in others (Web
 * Locks). Names are seen by the browser only; they hold random ids, never words. Where there
 * are no locks it is done at once.
 */
export const inTurn = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  ('locks' in navigator ? navigator.locks.request(name, work) : work());
