import { err, ok, type Result } from '#domain/result.ts';
import type { ExportObstacle } from './obstacle.ts';

export type WriterMissing = Extract<ExportObstacle, { readonly type: 'WriterMissing' }>;

/** A part of the app that is loaded on demand; `WriterMissing` when it is neither stored nor to be had. */
export async function fetchWriter<T>(load: () => Promise<T>): Promise<Result<T, WriterMissing>> {
  try {
    return ok(await load());
  } catch (error) {
    // Vite and all engines tell a file that could not be had as a TypeError; all else is a bug.
    if (error instanceof TypeError || (error instanceof Error && error.message.startsWith('Unable to preload'))) return err({ type: 'WriterMissing' });
    throw error;
  }
}
