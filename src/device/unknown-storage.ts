import type { StorageState } from './shell.ts';

/** Before anything was asked. */
export const unknownStorage = (): StorageState => ({
  persisted: null,
  usedBytes: null,
  quotaBytes: null,
  installed: isInstalled(),
  evictsTabs: evictsTabs(),
});

function isInstalled(): boolean {
  const fromHomeScreen = 'standalone' in navigator && navigator.standalone === true;
  return fromHomeScreen || matchMedia('(display-mode: standalone)').matches;
}

/**
 * WebKit removes what a site's tab has stored after seven days of use without it; home
 * screen apps are exempt (https://webkit.org/blog/10218/). All browsers on iOS say Apple.
 */
const evictsTabs = (): boolean => navigator.vendor.startsWith('Apple') && !isInstalled();
