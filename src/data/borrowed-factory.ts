/**
 * IndexedDB of a hidden frame. When WebKit's database process has died, this window's
 * `indexedDB` is dead until a reload (webkit.org/b/201483), while that of a new same-origin
 * `about:blank` frame works: measured with WebKitGTK 2.50, 2026-11.
 */
import type { Factory } from './database.ts';

/** A frame's database factory, and the way to give it back. */
export interface Borrowed extends Factory {
  readonly giveBack: () => void;
}

/** Puts a hidden frame into the page; null where there is no page or the frame has no database. */
export function borrowFactory(): Borrowed | null {
  if (typeof document === 'undefined') return null;
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = '';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  document.body.append(frame);
  const view = frame.contentDocument?.defaultView;
  if (view) return { indexedDB: view.indexedDB, IDBKeyRange: view.IDBKeyRange, giveBack: () => { frame.remove(); } };
  frame.remove();
  return null;
}
