/** The one place where the parts are put together and the compiler proves that they fit. */
import { openStore } from '#data/open-store.ts';
import type { OpenObstacle } from '#data/store.ts';
import { createShell } from '#device/create-shell.ts';
import { deviceId, randomNodeId, randomUuid } from '#device/ids.ts';
import type { Shell } from '#device/shell.ts';
import { ok, type Result } from '#domain/result.ts';
import type { App } from './app.ts';

/**
 * Opens the store and starts what surrounds it.
 * The obstacle is told on a page of its own; nothing on the device has been touched then.
 */
export async function composeApp(shell: Shell = createShell()): Promise<Result<App, OpenObstacle>> {
  const nowMs = (): number => Date.now();
  const store = await openStore({ nowMs });
  if (!store.ok) return store;
  shell.start();
  return ok({
    nowMs,
    newId: randomUuid,
    device: deviceId(),
    node: randomNodeId(),
    saved: () => store.value.saved,
    onSaved: (listener) => store.value.onSaved(listener),
    store: store.value,
    shell,
  });
}
