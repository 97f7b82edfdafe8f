/**
 * The manifest, and the service worker with its list of files. The worker is bundled into
 * one file and registered by our own code (src/device): the plugin's registration reloads
 * every tab on an update and is refused under Trusted Types.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { VitePWA, type ManifestOptions, type VitePWAOptions } from 'vite-plugin-pwa';
import { integrityOf } from './subresource-integrity.ts';

// The colours of paper (design tokens); the dim room is set by public/boot.js.
const paper = '#FAF7F0';

/** Browsers that do not know localized members yet pass over them: https://w3c.github.io/manifest/#localized-members */
interface Localized {
  readonly description_localized: Readonly<Record<string, string>>;
}

const manifest: Partial<ManifestOptions> & Localized = {
  id: '/',
  name: 'Quiet Checkpoint',
  short_name: 'Checkpoint',
  description: 'Observe an IEP team meeting quietly, without a network.',
  description_localized: { es: 'Observe una reunión del PEI (IEP) con discreción y sin red.' },
  lang: 'en',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: paper,
  theme_color: paper,
  categories: ['education', 'productivity'],
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
  ],
};

/** Files that this app reads, by media type; what has none of its own is told by how its name ends. */
const readable = { 'application/json': ['.json'], 'application/zip': ['.zip'], 'text/calendar': ['.ics'], 'application/octet-stream': ['.age'] };

/** Handing files over: the page that shows them opens, in a window of its own, so that no meeting is left. */
const handedOver: Partial<ManifestOptions> = {
  file_handlers: [{ action: '/tablet/bring-in', accept: readable }],
  launch_handler: { client_mode: 'navigate-new' },
  share_target: {
    action: '/shared-files', method: 'POST', enctype: 'multipart/form-data',
    params: { files: [{ name: 'files', accept: Object.entries(readable).flat(2) }] },
  },
};

type InjectManifest = VitePWAOptions['injectManifest'];

/** Files that the worker keeps: all that the page can ask for, lazily loaded parts and workers too. */
const precache = (dist: () => string): Partial<InjectManifest> => ({
  rollupFormat: 'iife',
  minify: true,
  globPatterns: ['**/*.{html,js,css,svg,png,woff,woff2,json,webmanifest,wasm,md}'],
  // The schema of the record is for other programs.
  globIgnores: ['sw.js', 'schema/**'],
  maximumFileSizeToCacheInBytes: 4_000_000,
  manifestTransforms: [
    // With integrity, workbox refuses a file that was tampered with and mends one that is gone.
    (entries) => ({
      manifest: entries.map((entry) => ({ ...entry, integrity: integrityOf(readFileSync(join(dist(), entry.url))) })),
      warnings: [],
    }),
  ],
});

export function installedApp(): Plugin[] {
  let dist = 'dist';
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/sw',
    filename: 'sw.ts',
    injectRegister: false,
    includeManifestIcons: false,
    manifest: { ...manifest, ...handedOver },
    injectManifest: precache(() => dist),
    integration: {
      beforeBuildServiceWorker(options) {
        dist = options.injectManifest.globDirectory;
        // The manifest file is found by the pattern above; named here as well it would lack its integrity.
        options.injectManifest.additionalManifestEntries = [];
      },
    },
  });
}
