/**
 * A file that is dropped beside the place for it would open in place of the app. Outside of a
 * meeting it goes to the screen that brings in files; in a meeting nothing happens.
 */
import { router } from '../router.svelte.ts';
import { offeredFiles } from './offered-files.svelte.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

export function guardDrops(): void {
  addEventListener('dragover', (event) => {
    if (hasFiles(event)) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    if (event.defaultPrevented || !hasFiles(event)) return;
    event.preventDefault();
    if (router.path.startsWith('/meeting/') || router.path === '/welcome') return;
    offeredFiles.add([...(event.dataTransfer?.files ?? [])]);
    router.go('/tablet/bring-in');
  });
}
