import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { appVersion } from './src/build/app-version.ts';
import { checkRoadmap } from './src/build/check-roadmap.ts';
import { checkWords } from './src/build/check-words.ts';
import { chunkOf } from './src/build/chunks.ts';
import { contentSecurityMeta } from './src/build/content-security-meta.ts';
import { iconSprite } from './src/build/icon-sprite.ts';
import { installedApp } from './src/build/installed-app.ts';
import { noCircles } from './src/build/no-circles.ts';
import { pdfInBrowser } from './src/build/pdf-in-browser.ts';
import { precompress } from './src/build/precompress.ts';
import { smallBoot } from './src/build/small-boot.ts';
import { subresourceIntegrity } from './src/build/subresource-integrity.ts';
import { chromiumArgs, chromiumPath } from './tests/support/chromium.ts';
import { engine } from './tests/support/engine-provider.ts';
import { hasEngine, otherEngines } from './tests/support/engines.ts';

const underTest = process.env['VITEST'] !== undefined;
// A fixed zone without daylight saving, far from UTC: what mistakes zones for days shows at once.
const env = { TZ: 'America/Phoenix' };
if (underTest) Object.assign(process.env, env);

type Test = NonNullable<TestProjectInlineConfiguration['test']>;
const project = (test: Test): TestProjectInlineConfiguration => ({ extends: true, test: { env, expect: { poll: { timeout: 10_000 } }, ...test } });

export default defineConfig({
  // Order matters at the end of a build: the last change of a file, integrity, then the worker with its list, then compression.
  plugins: [
    svelte({ configFile: false }),
    ...(underTest
      ? []
      : [checkRoadmap(), checkWords(), iconSprite(), pdfInBrowser(), contentSecurityMeta(), smallBoot(), subresourceIntegrity(), ...installedApp(), precompress()]),
  ],
  define: { __APP_VERSION__: JSON.stringify(underTest ? '0.0.0+test' : appVersion(import.meta.dirname)) },
  build: {
    target: ['safari16.4', 'chrome111', 'firefox115'],
    // Neither inline scripts nor data: addresses, so that the policy needs no exception.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      checks: { circularDependency: true },
      onLog: noCircles,
      // Classes of svelte that only some screens use, or none: reactive collections, sizes, custom elements.
      treeshake: { moduleSideEffects: [{ test: /[\\/]svelte[\\/]src[\\/](?:.*[\\/](?:custom-element|bindings[\\/]\w+)|reactivity[\\/][\w-]+)\.js$/, sideEffects: false }] },
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ debugName: 'parts', name: chunkOf }] } },
    },
  },
  // The package's entry is its ES5 build; the modern one is smaller and the same otherwise.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.min.mjs' } },
  // Workers are known by their names: src/hub/headers.ts gives each its policy.
  worker: { format: 'es', rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].js' } } },
  // Known beforehand, or the first run of tests in browsers is torn by a reload.
  optimizeDeps: {
    include: ['@noble/curves/ed25519.js', '@noble/hashes/sha2.js', '@noble/hashes/hkdf.js', '@noble/hashes/hmac.js', '@noble/hashes/utils.js', 'age-encryption'],
    rolldownOptions: { plugins: [pdfInBrowser()] },
  },
  server: { host: '127.0.0.1' },
  test: {
    // Most of a test's time is waiting, so the second core is used too; the runner alone would leave it idle.
    maxWorkers: 2,
    projects: [
      project({ name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts', 'tests/*.test.ts'], testTimeout: 60_000 }),
      {
        ...project({ name: 'component', environment: 'jsdom', include: ['tests/component/**/*.test.ts'], setupFiles: ['tests/support/patience.ts'], testTimeout: 30_000 }),
        plugins: [svelteTesting()],
        resolve: { conditions: ['browser'] },
      },
      project({
        name: 'data',
        include: ['tests/data/**/*.test.ts'],
        testTimeout: 60_000,
        browser: {
          enabled: true,
          headless: true,
          screenshotFailures: false,
          provider: playwright({ launchOptions: { executablePath: underTest ? chromiumPath() : '', args: chromiumArgs } }),
          instances: [{ browser: 'chromium' }],
        },
      }),
      ...otherEngines.filter((name) => underTest && hasEngine(name)).map((name) =>
        project({
          name: `data in ${name}`,
          include: ['tests/data/**/*.test.ts'],
          testTimeout: 180_000,
          browser: { enabled: true, headless: true, screenshotFailures: false, provider: engine(name), instances: [{ browser: name, name: `data in ${name}` }] },
        })),
      project({
        name: 'browser',
        environment: 'node',
        include: ['tests/browser/**/*.test.ts'],
        globalSetup: ['tests/support/browser-setup.ts'],
        testTimeout: 180_000,
        hookTimeout: 180_000,
      }),
      project({ name: 'engines', environment: 'node', include: ['tests/engines/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 180_000 }),
      project({ name: 'hub', environment: 'node', include: ['tests/hub/**/*.test.ts'], globalSetup: ['tests/support/hub-setup.ts'], testTimeout: 60_000, hookTimeout: 60_000 }),
    ],
  },
});
