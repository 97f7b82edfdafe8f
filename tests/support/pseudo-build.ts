/**
 * Builds the app with the words of `pseudo-words.ts` in the place of the Spanish ones:
 * `node tests/support/pseudo-build.ts <folder>`. A program of its own, since the build's
 * configuration knows when it runs under the tests.
 */
import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say into which folder.');

const inPlaceOfSpanish: Plugin = {
  name: 'pseudo-words',
  enforce: 'pre',
  resolveId: (source) => (source.endsWith('/es/all.ts') ? resolve(import.meta.dirname, 'pseudo-all.ts') : null),
};

await build({ logLevel: 'error', plugins: [inPlaceOfSpanish], build: { outDir: resolve(folder), emptyOutDir: true } });
