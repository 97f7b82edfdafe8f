/**
 * The headers of each answer, by its path. `Clear-Site-Data` is never among them: its
 * "storage" would erase the meetings on the tablet.
 */
import { documentPolicy, workerPolicy } from './policy.ts';

const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), web-share=(self), screen-wake-lock=(self)',
};

/** `/sw.js`, and built workers such as `/assets/kdf.worker-B1x.js`. */
const isWorker = (path: string): boolean => path === '/sw.js' || /\/[^/]*worker[^/]*\.js$/.test(path);

/** Names under /assets carry a hash of their content; everything else is asked for anew. */
function caching(path: string, status: number): string {
  if (status >= 400) return 'no-store';
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

export function headersFor(path: string, status: number): Record<string, string> {
  return {
    ...always,
    'content-security-policy': isWorker(path) ? workerPolicy : documentPolicy,
    'cache-control': caching(path, status),
  };
}
