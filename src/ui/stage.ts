/**
 * What is on the page: the app, the lock, or what keeps the store shut. The lock takes the
 * place of the screens and they the lock's, without the page being loaded again; what the
 * screens had decrypted goes with them.
 */
import { mount, unmount } from 'svelte';
import type { App, OpenObstacle } from '#app/app.ts';
import type { LockedApp } from '#app/vault/locked-app.ts';
import AppScreens from './App.svelte';
import { loadErased, loadLock, loadObstacle } from './screens.ts';
import Unloaded from './screens/not-here/Unloaded.svelte';

/** Shows an app or a lock on the target, and whatever it becomes later. */
export async function showOn(target: Element, app: App | LockedApp): Promise<void> {
  target.replaceChildren();
  if (app.kind === 'locked') await showLock(target, app);
  else showScreens(target, app);
}

/** Shows what keeps the store shut. */
export async function showObstacle(target: Element, error: OpenObstacle): Promise<void> {
  const Obstacle = await loadObstacle();
  target.replaceChildren();
  if (Obstacle) mount(Obstacle, { target, props: { error } });
  else mount(Unloaded, { target });
}

function showScreens(target: Element, app: App): void {
  const screens = mount(AppScreens, { target, props: { app } });
  const stop = app.vault.onLock((closed) => {
    stop();
    // A field that is being written in stores its words when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    void unmount(screens); // gone at once: nothing fades
    const locked = app.whenLocked(closed);
    if (locked.ways.length === 0) void showErased(target); // nothing is left to open
    else void showOn(target, locked); // its file is there since the start
  });
}

/** Another window erased everything; a new beginning is asked for, never made by itself. */
async function showErased(target: Element): Promise<void> {
  target.replaceChildren();
  mount((await loadErased()) ?? Unloaded, { target });
}

async function showLock(target: Element, locked: LockedApp): Promise<void> {
  const Lock = await loadLock();
  if (Lock === null) {
    mount(Unloaded, { target });
    return;
  }
  const leave = (): void => {
    stop();
    void unmount(lock); // as above
  };
  const again = async (): Promise<void> => {
    const opened = await locked.again();
    leave();
    await (opened.ok ? showOn(target, opened.value) : showObstacle(target, opened.error));
  };
  const stop = locked.onChanged(() => void again());
  const lock = mount(Lock, {
    target,
    props: {
      locked,
      onopen: (app: App) => {
        leave();
        void showOn(target, app); // screens are here already
      },
      onagain: () => void again(),
    },
  });
}
