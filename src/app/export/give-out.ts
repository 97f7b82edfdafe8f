/** The moment in which something leaves: its line goes to the store first, then the file goes. */
import { saveFile } from '#device/save-file.ts';
import { shareFile } from '#device/share.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import { writeLine } from './log.ts';
import type { ExportObstacle } from './obstacle.ts';
import type { Prepared } from './prepare.ts';

/** Hands the file to the browser's download. Call it from the handler of a tap. */
export function save(app: App, { file, line }: Prepared): void {
  void writeLine(app, { ...line, way: 'saved' }); // see writeLine
  saveFile(file);
}

/**
 * Opens the share sheet with the file. Call it from the handler of a tap, with the file
 * ready. `ShareRefused` when the browser does not open it; called off is no obstacle, and
 * the line stays: whether the file was seen there nobody can tell.
 */
export async function share(app: App, { file, line }: Prepared): Promise<Result<'shared' | 'called-off', ExportObstacle>> {
  void writeLine(app, { ...line, way: 'shared' }); // see writeLine
  const how = await shareFile(file);
  return how === 'refused' ? err({ type: 'ShareRefused' }) : ok(how);
}
