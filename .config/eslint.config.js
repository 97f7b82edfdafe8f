/**
 * The fences. The table of layers stands here once; ARCHITECTURE.md prints it, and
 * tests/unit/architecture.test.ts proves that each fence bites.
 */
import { dirname } from 'node:path';
import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';

/** Who may import whom, and which packages. Value and type imports alike. */
export const layers = {
  domain: { layers: [], packages: [] },
  wire: { layers: ['domain'], packages: ['@noble/curves', '@noble/hashes'] },
  seal: { layers: ['domain', 'wire'], packages: ['hash-wasm', '@noble/curves', '@noble/hashes', 'age-encryption'] },
  data: { layers: ['domain', 'seal'], packages: ['dexie'] },
  sync: { layers: ['domain', 'wire', 'seal'], packages: [] },
  export: { layers: ['domain', 'seal'], packages: ['fflate', 'age-encryption', 'pdfkit', 'docx'] },
  intake: { layers: ['domain', 'wire', 'seal'], packages: ['fflate', 'age-encryption', 'ical.js'] },
  device: { layers: ['domain'], packages: ['workbox-window'] },
  app: { layers: ['domain', 'wire', 'seal', 'data', 'sync', 'export', 'intake', 'device'], packages: [] },
  ui: { layers: ['domain', 'app'], packages: ['svelte', 'lean-qr'] },
  sw: { layers: [], packages: ['workbox-precaching', 'workbox-routing', 'workbox-core'] },
  hub: { layers: ['domain', 'wire'], packages: ['fastify', '@fastify/static', '@fastify/rate-limit', 'kysely', 'better-sqlite3', 'pg', 'prom-client'] },
  'open-record': { layers: ['domain', 'wire', 'seal'], packages: [] },
};

const all = Object.keys(layers);
const names = (list) => list.map((name) => name.replace('/', '\\/')).join('|');

/** An import pattern that matches every package but the allowed ones. A regex: `group` patterns take `#` for a comment. */
const otherPackages = (allowed, node) => `^(?![#.]|virtual:${node ? '|node:' : ''})(?!(?:${names(allowed) || '$^'})(?:$|\\/))`;

function fence(name) {
  const { layers: allowed, packages } = layers[name];
  const barred = all.filter((other) => other !== name && !allowed.includes(other));
  const patterns = [
    { regex: `^#(?:${barred.join('|')})/`, message: `${name} may import: ${allowed.join(', ') || 'no other layer'}.` },
    { regex: `^(?:\\.\\./)+(?:${all.filter((other) => other !== name).join('|')})/`, message: 'Other layers by #name/.' },
    { regex: otherPackages([...packages, ...(name === 'domain' ? ['zod/mini'] : [])], ['hub', 'open-record'].includes(name)), message: `${name} may use: ${packages.join(', ') || 'no package'}.` },
    { regex: '^#(?:tests|build)/', message: 'Sources never import tests or build plugins.' },
  ];
  return {
    files: [`src/${name}/**/*.{ts,svelte}`, `src/${name}/**/*.svelte.ts`],
    rules: {
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
      'no-restricted-syntax': ['error', ...syntaxOf(name, barred)],
    },
  };
}

const dynamic = (barred) => ({
  selector: `ImportExpression[source.value=/^#(?:${barred.join('|')})\\u002f/]`,
  message: 'This layer may not reach that one, also not by import().',
});
const typeImport = (barred) => ({
  selector: `TSImportType[source.value=/^#(?:${barred.join('|')})\\u002f/]`,
  message: 'This layer may not reach that one, also not by an import type.',
});
const impure = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time is an argument here.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is an argument here.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Chance is an argument here.' },
  { selector: 'AwaitExpression', message: 'Domain and wire do not wait.' },
];
const markup = [
  { selector: 'SvelteMustacheTag[kind="raw"]', message: 'No {@html}: data is never markup.' },
  { selector: 'SvelteAttribute[key.name="style"] > SvelteLiteral', message: 'The policy drops static style attributes; use a class or style:prop.' },
];

function syntaxOf(name, barred) {
  return [dynamic(barred), typeImport(barred), ...(name === 'domain' || name === 'wire' ? impure : []), ...(name === 'ui' ? markup : [])];
}

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'public/**', '.config/**', 'coverage/**'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.svelte', '**/*.svelte.ts'] })),
  ...svelte.configs.recommended,
  {
    files: ['**/*.ts', '**/*.svelte', '**/*.svelte.ts'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['vite.config.ts'], defaultProject: 'src/build/tsconfig.json' }, tsconfigRootDir: dirname(import.meta.dirname), extraFileExtensions: ['.svelte'] } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-console': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: { 'max-lines': ['error', { max: 250, skipBlankLines: true }], 'svelte/no-at-html-tags': 'error' },
  },
  ...all.map(fence),
  {
    files: ['tests/**/*.ts', 'src/build/**/*.ts', 'src/hub/**/*.ts', 'src/open-record/**/*.ts', 'vite.config.ts'],
    rules: { 'no-console': 'off', 'max-lines-per-function': 'off', 'max-lines': ['error', { max: 500, skipBlankLines: true }] },
  },
);
