import { tick } from 'svelte';

let first = true;

/**
 * A new screen is read from its top, by eye and by screen reader, or from the place that the
 * address names. The first one of a page load is left to the browser.
 */
export async function readFromTop(): Promise<void> {
  const named = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
  if (first && named === null) {
    first = false;
    return;
  }
  first = false;
  await tick();
  const target = named ?? document.querySelector<HTMLElement>('main h1, main h2, main');
  if (named) named.scrollIntoView();
  else scrollTo(0, 0);
  target?.setAttribute('tabindex', '-1');
  target?.focus({ preventScroll: true });
}
