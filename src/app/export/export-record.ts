import { allNotes } from '#domain/record/chosen-notes.ts';
import { ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import type { ExportedFile } from './exported-file.ts';
import { writeLine } from './log.ts';
import type { ExportObstacle } from './obstacle.ts';
import { prepareRecord, type Opened } from './prepare.ts';

export type { ExportedFile } from './exported-file.ts';
export type { ExportObstacle } from './obstacle.ts';

/**
 * The meeting as a JSON record in one step, which another device can bring in; always
 * identified, with every note that may leave. As it stands now, finished or not, so that
 * it can be kept when the tablet is full.
 *
 * `ReasonMissing` without a reason; `RecordRefused` when it would not be read back;
 * `WriterMissing`. The log line is handed to the store before the file is given out; on a
 * full tablet it waits in memory.
 */
export async function exportRecord(app: App, opened: Opened, { reason }: { readonly reason: string }): Promise<Result<ExportedFile, ExportObstacle>> {
  const prepared = await prepareRecord(app, opened, { form: 'record-json', identified: true, reason, seal: null, notes: allNotes, names: true, readMe: null });
  if (!prepared.ok) return prepared;
  void writeLine(app, { ...prepared.value.line, way: 'saved' }); // see writeLine
  return ok(prepared.value.file);
}
