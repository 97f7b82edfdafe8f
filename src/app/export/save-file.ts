import { saveFile as saveOnDevice } from '#device/save-file.ts';
import type { ExportedFile } from './exported-file.ts';

/** Hands a file to the browser's download. Call it from the handler of a tap. */
export const saveFile = (file: ExportedFile): void => {
  saveOnDevice(file);
};
