/** Stops the build when files of our own import each other in a circle; libraries may. */
interface Log {
  readonly code?: string | undefined;
  readonly message: string;
}

export function noCircles<L extends Log>(level: 'warn' | 'info' | 'debug', log: L, hand: (level: 'error' | 'warn' | 'info' | 'debug', log: L) => void): void {
  const ours = log.code === 'CIRCULAR_DEPENDENCY' && /(?:^|\s)src\//.test(log.message);
  if (log.code === 'CIRCULAR_DEPENDENCY' && !ours) return;
  hand(ours ? 'error' : level, log);
}
