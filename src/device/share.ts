/**
 * The device's own share sheet. It opens only within a few seconds of a tap and once per
 * tap, so the file is there before (https://www.w3.org/TR/web-share/, transient activation).
 */
import type { SavedFile } from './save-file.ts';

/** How it went. Calling it off is the leader's own choice, and no obstacle. */
export type Shared = 'shared' | 'called-off' | 'refused';

const fileOf = ({ name, mediaType, bytes }: SavedFile): File => new File([bytes], name, { type: mediaType });

/** Whether this device shares files of this name and type. Browsers take only some types. */
export function canShare({ name, mediaType }: Pick<SavedFile, 'name' | 'mediaType'>): boolean {
  if (!('canShare' in navigator) || !('share' in navigator)) return false;
  try {
    return navigator.canShare({ files: [fileOf({ name, mediaType, bytes: new Uint8Array(1) })] });
  } catch (error) {
    if (error instanceof TypeError) return false; // what Firefox says to types that it does not know
    throw error;
  }
}

/** Opens the share sheet. Call it from the handler of a tap. */
export async function shareFile(file: SavedFile): Promise<Shared> {
  try {
    await navigator.share({ files: [fileOf(file)] });
    return 'shared';
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'called-off';
    if (error instanceof DOMException || error instanceof TypeError) return 'refused';
    throw error;
  }
}
