/**
 * What is on the page: the app, the lock, or what keeps the store shut. The lock takes the
 * place of the screens and they the lock's, without the page being loaded again; what the
 * screens had decrypted goes with them.
 */
import { mount, unmount } from 'svelte';
import type { App, OpenObstacle } from '#app/app.ts';
import type { LockedApp } from '#app/vault/locked-app.ts';
import AppScreens from './App.svelte';
import Lock from './screens/lock/Lock.svelte';
import Obstacle from './screens/not-here/Obstacle.svelte';

/** Shows an app or a lock on the target, and whatever it becomes later. */
export function showOn(target: Element, app: App | LockedApp): void {
  target.replaceChildren();
  if (app.kind === 'locked') showLock(target, app);
  else showScreens(target, app);
}

/** Shows what keeps the store shut. */
export function showObstacle(target: Element, error: OpenObstacle): void {
  target.replaceChildren();
  mount(Obstacle, { target, props: { error } });
}

function showScreens(target: Element, app: App): void {
  const screens = mount(AppScreens, { target, props: { app } });
  const stop = app.vault.onLock((closed) => {
    stop();
    // A field that is being written in stores its words when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    void unmount(screens); // gone at once: nothing fades
    showOn(target, app.whenLocked(closed));
  });
}

function showLock(target: Element, locked: LockedApp): void {
  const leave = (): void => {
    stop();
    void unmount(lock); // as above
  };
  const again = async (): Promise<void> => {
    const opened = await locked.again();
    leave();
    if (opened.ok) showOn(target, opened.value);
    else showObstacle(target, opened.error);
  };
  const stop = locked.onChanged(() => void again());
  const lock = mount(Lock, {
    target,
    props: {
      locked,
      onopen: (app: App) => {
        leave();
        showOn(target, app);
      },
      onagain: () => void again(),
    },
  });
}
