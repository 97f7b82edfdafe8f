/**
 * Throws the offline copy away and fetches it anew. The database is not touched. Without a
 * network nothing is done: an incomplete copy is better than none. `/?reset-shell` does the
 * same without any of the app's code (public/boot.js).
 */
import { isHubReachable } from './register-worker.ts';

export async function repair(): Promise<void> {
  if (!(await isHubReachable())) return;
  if ('serviceWorker' in navigator) {
    const registrations = await navigator.serviceWorker.getRegistrations();
    await Promise.all(registrations.map((registration) => registration.unregister()));
  }
  if ('caches' in self) {
    const names = await caches.keys();
    await Promise.all(names.map((name) => caches.delete(name)));
  }
  location.reload();
}
