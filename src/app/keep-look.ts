/** Keeps, applies and follows the look of this device; at the start boot.js has applied it. */
import { lookKey, readLook, type Look } from './look.ts';

/** The ground of each theme, for the browser's own bars. */
const grounds = { paper: '#FAF7F0', dim: '#1F1C18' } as const;

/** Keeps and applies a look. Where the browser keeps nothing, it holds until the page is left. */
export function writeLook(look: Look): void {
  try {
    localStorage.setItem(lookKey, JSON.stringify(look));
  } catch {
    // Private mode or a full storage: the look still applies to this page.
  }
  applyLook(look);
}

/** Sets the attributes that the style sheets go by. */
export function applyLook(look: Look): void {
  const root = document.documentElement;
  const dim = look.theme === 'dim' || (look.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset['theme'] = dim ? 'dim' : 'paper';
  root.dataset['hand'] = look.hand;
  root.style.fontSize = look.textPercent === 100 ? '' : `${String(look.textPercent)}%`;
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', dim ? grounds.dim : grounds.paper);
}

/** Calls when another tab changes the look, or the system goes from light to dark. Returns the way to stop. */
export function onLook(listener: (look: Look) => void): () => void {
  const told = (): void => {
    const look = readLook();
    applyLook(look);
    listener(look);
  };
  const stored = (event: StorageEvent): void => {
    if (event.key === lookKey || event.key === null) told();
  };
  const dark = matchMedia('(prefers-color-scheme: dark)');
  addEventListener('storage', stored);
  dark.addEventListener('change', told);
  return () => {
    removeEventListener('storage', stored);
    dark.removeEventListener('change', told);
  };
}
