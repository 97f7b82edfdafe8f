/** The one desk of an app. Its file is fetched when it is first wanted, and shortly after the start. */
import type { App } from '../app.ts';
import type { Desk } from './desk.ts';

const desks = new WeakMap<App, Promise<Desk>>();

/** The desk; the same one for the life of the app. */
export function openDesk(app: App): Promise<Desk> {
  const known = desks.get(app);
  if (known) return known;
  const made = import('./create-desk.ts').then(({ createDesk }) => createDesk(app));
  desks.set(app, made);
  return made;
}

/** Puts another desk in its place. */
export const setDesk = (app: App, desk: Desk): void => {
  desks.set(app, Promise.resolve(desk));
};
