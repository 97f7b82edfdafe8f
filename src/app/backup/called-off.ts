import { err, type Result } from '#domain/result.ts';

/** What `work` gives, or `CalledOff` when it was broken off by its signal. */
export async function unlessCalledOff<T, E>(work: () => Promise<Result<T, E>>): Promise<Result<T, E | { readonly type: 'CalledOff' }>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return err({ type: 'CalledOff' });
    throw error;
  }
}
