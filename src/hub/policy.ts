/**
 * What a page of this app may do (Content Security Policy Level 3, Trusted Types).
 *
 * The service worker's script gets a policy of its own without Trusted Types: with it, a
 * worker that imports scripts stays empty and still reports that it is active.
 * `svelte-trusted-html` is made by Svelte for its own templates, `app-sw` by src/device,
 * `app-kdf` and `app-patterns` by src/seal/start-worker.ts.
 */
const page = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html app-sw app-kdf app-patterns',
];

/** For the header of pages and everything that they load. */
export const documentPolicy = [...page, "frame-ancestors 'none'"].join('; ');

/** For a meta element, where `frame-ancestors` is not allowed. */
export const metaPolicy = page.join('; ');

/** For the scripts of workers. */
export const workerPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'";

/**
 * For the worker that turns a passphrase into a key: the only place where WebAssembly may be
 * compiled. It may fetch nothing at all.
 */
export const kdfWorkerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
