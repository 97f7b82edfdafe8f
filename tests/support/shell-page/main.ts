/** A page with nothing but the real shell, handed to the test. */
import { createShell } from '#device/create-shell.ts';
import type { Shell } from '#device/shell.ts';
import { beforeMount, preloadLazy } from '#device/update.ts';

declare global {
  interface Window {
    shell?: Shell;
    /** Every state that was told, in order. */
    told: Shell['state'][];
    loaded?: string;
  }
}

window.told = [];
await beforeMount();
const shell = createShell();
shell.onState((state) => window.told.push(state));
shell.start();
void preloadLazy([() => import('./part.ts').then(({ part }) => (window.loaded = part))]); // shown by `loaded`
window.shell = shell;
