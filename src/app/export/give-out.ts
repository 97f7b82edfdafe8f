/** The moment in which something leaves: its line goes to the store first, then the file goes. */
import { saveFile } from '#device/save-file.ts';
import { shareFile } from '#device/share.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import { writeLine } from './log.ts';
import type { ExportObstacle } from './obstacle.ts';
import type { LargeFile } from './exported-file.ts';
import type { Prepared } from './prepare.ts';

/** A file that is ready, of one meeting or of many. */
type Ready = Omit<Prepared, 'file'> & { readonly file: Prepared['file'] | LargeFile };

/** Hands the file to the browser's download. Call it from the handler of a tap. */
export function save(app: App, { file, line }: Ready): void {
  void writeLine(app, { ...line, way: 'saved' }); // see writeLine
  saveFile(file);
}

/**
 * Opens the share sheet with the file. Call it from the handler of a tap, with the file
 * ready. `ShareRefused` when the browser does not open it; called off is no obstacle, and
 * the line stays: whether the file was seen there nobody can tell.
 */
export async function share(app: App, { file, line }: Ready): Promise<Result<'shared' | 'called-off', ExportObstacle>> {
  void writeLine(app, { ...line, way: 'shared' }); // see writeLine
  const how = await shareFile(file);
  return how === 'refused' ? err({ type: 'ShareRefused' }) : ok(how);
}
