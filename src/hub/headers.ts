/**
 * The headers of each answer, by its path. `Clear-Site-Data` is never among them: its
 * "storage" would erase the meetings on the tablet.
 */
import { documentPolicy, kdfWorkerPolicy, workerPolicy } from './policy.ts';

const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), screen-wake-lock=(self)',
};

/**
 * Workers take their policy from the answer that brings their script, also when the offline
 * copy gives that answer: headers are kept with it. The build names the worker's file by its
 * source's name and a hash: `/assets/kdf.worker-B1x.js`.
 */
function policyFor(path: string): string {
  if (/^\/assets\/kdf\.worker-[^/]*\.js$/.test(path)) return kdfWorkerPolicy;
  return path === '/sw.js' || /\/[^/]*worker[^/]*\.js$/.test(path) ? workerPolicy : documentPolicy;
}

/** Names under /assets carry a hash of their content; everything else is asked for anew. */
function caching(path: string, status: number): string {
  if (status >= 400) return 'no-store';
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

export function headersFor(path: string, status: number): Record<string, string> {
  return {
    ...always,
    'content-security-policy': policyFor(path),
    'cache-control': caching(path, status),
  };
}
