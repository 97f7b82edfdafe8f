/** The part of a bundler's message that is looked at. */
interface Log {
  readonly code?: string | undefined;
  readonly message: string;
}

type Hand<L> = (level: 'error' | 'warn' | 'info' | 'debug', log: L) => void;

/** Stops the build when files of our own import each other in a circle; libraries may. */
export function noCircles<L extends Log>(level: 'warn' | 'info' | 'debug', log: L, hand: Hand<L>): void {
  if (log.code !== 'CIRCULAR_DEPENDENCY') {
    hand(level, log);
    return;
  }
  // Thrown, as Vite shows a message that is handed on as an error and builds all the same.
  if (/(?:^|\s)src\//.test(log.message)) throw new Error(log.message);
}
