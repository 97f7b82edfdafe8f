/** How long the store waits for what, in milliseconds. */
export interface Timing {
  /** Before the first, second, ... retry; the last one holds for all that follow. */
  readonly retryMs: readonly number[];
  /** After this, a transaction or a read that has not answered counts as lost. */
  readonly answerMs: number;
  /** What a transaction has on top of it for each row: a large file must not be broken off for ever. */
  readonly rowMs: number;
  /** Between closing a lost connection and opening a new one. */
  readonly reopenMs: number;
  /** For opening the database at the start. */
  readonly openMs: number;
}

/**
 * WebKit may hang instead of failing; 5 s is beyond any honest transaction of a few rows. A row
 * takes 0.1 to 0.2 ms in Chromium on a desk, and perhaps ten times that on an old tablet.
 */
export const usualTiming: Timing = { retryMs: [200, 500, 1_000, 2_000, 5_000], answerMs: 5_000, rowMs: 5, reopenMs: 200, openMs: 8_000 };

/** Resolves after `ms`. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The promise, or a rejection with `TimeoutError` after `ms`; `onTimeout` is called first. */
export function within<T>(ms: number, promise: PromiseLike<T>, onTimeout: () => void = () => undefined): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      onTimeout();
      reject(new DOMException('No answer in time', 'TimeoutError'));
    }, ms);
  });
  return Promise.race([promise, late]).finally(() => { clearTimeout(timer); });
}
