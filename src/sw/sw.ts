/**
 * Keeps the whole app on the tablet and answers from there. A new version is fetched beside
 * the old one and waits until a page asks for it: it neither skips waiting nor claims pages
 * by itself, so nothing changes under a meeting.
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, getCacheKeyForURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { mendFiles, type Kept } from './mend.ts';
import { isQuestion, type Answer, type Question } from './messages.ts';
import { keepShared, sharePath } from './shared-files.ts';

declare const self: ServiceWorkerGlobalScope;

const files = self.__WB_MANIFEST;

precacheAndRoute(files);
cleanupOutdatedCaches();
// Screens come from the copy alone: a captive portal would answer them with its own page.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api(?:\/|$)/, /^\/healthz$/] }));

registerRoute(({ url }) => url.origin === location.origin && url.pathname === sharePath, ({ request }) => keepShared(request), 'POST');

const kept = (file: (typeof files)[number]): Kept => {
  const { url, integrity } = typeof file === 'string' ? { url: file, integrity: undefined } : file;
  return { url, integrity, cacheKey: getCacheKeyForURL(url) ?? url };
};

let isFirstInstall = false;

self.addEventListener('install', () => {
  isFirstInstall = self.registration.active === null;
});

self.addEventListener('activate', (event) => {
  // The very first page may go offline without a reload. Later pages keep what they began with.
  if (isFirstInstall) event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  const question: unknown = event.data;
  if (isQuestion(question)) event.waitUntil(answer(question, event.ports[0]));
});

/** A network is back: the pages are told, and do what there is to do; the worker has no keys. */
self.addEventListener('sync', (event) => {
  const sync = event as ExtendableEvent & { readonly tag: string }; // not among the types of the platform
  if (sync.tag === 'qc-sync') sync.waitUntil(tellPages());
});

async function tellPages(): Promise<void> {
  for (const page of await self.clients.matchAll({ type: 'window' })) page.postMessage({ type: 'SYNC_NOW' });
}

async function answer(question: Question, port: MessagePort | undefined): Promise<void> {
  const reply = (given: Answer): void => port?.postMessage(given);
  switch (question.type) {
    case 'SKIP_WAITING':
      return self.skipWaiting();
    case 'SKIP_WAITING_IF_ALONE': {
      const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
      const alone = pages.length <= 1;
      reply({ type: 'ALONE', alone });
      return alone ? self.skipWaiting() : undefined;
    }
    case 'MEND_FILES':
      await mendFiles(files.map(kept));
      reply({ type: 'MENDED' });
      return;
    case 'LIST_FILES':
      reply({ type: 'FILES', cacheKeys: files.map((file) => kept(file).cacheKey) });
  }
}
