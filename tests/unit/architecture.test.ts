/** The fences of .config/eslint.config.js are only worth something if they bite: each bad snippet has to be refused. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint({
  overrideConfigFile: '.config/eslint.config.js',
  // Snippets are no files of a project; what needs types is not what is tried here.
  overrideConfig: {
    files: ['**/*.ts', '**/*.svelte'],
    languageOptions: { parserOptions: { projectService: false, project: null, program: null } },
    rules: tseslint.configs.disableTypeChecked.rules ?? {},
  },
});

async function rulesBroken(filePath: string, code: string): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath });
  return results.flatMap((result) => result.messages.map((message) => message.ruleId ?? message.message));
}

const fence = '@typescript-eslint/no-restricted-imports';
const syntax = 'no-restricted-syntax';

// Lint with types takes seconds for the first snippet of a layer.
describe('the layers', { timeout: 60_000 }, () => {
  it.each([
    ['domain reaches no store', 'src/domain/bad.ts', "export { openStore } from '#data/open-store.ts';", fence],
    ['domain uses no Dexie', 'src/domain/bad.ts', "import Dexie from 'dexie'; export const d = Dexie;", fence],
    ['domain uses no Svelte', 'src/domain/bad.ts', "import { mount } from 'svelte'; export const m = mount;", fence],
    ['domain types reach no upper layer', 'src/domain/bad.ts', "import type { App } from '#app/app.ts'; export type A = App;", fence],
    ['domain does not ask for the time', 'src/domain/bad.ts', 'export const now = (): number => Date.now();', syntax],
    ['domain does not ask for today', 'src/domain/bad.ts', 'export const now = (): Date => new Date();', syntax],
    ['domain throws no dice', 'src/domain/bad.ts', 'export const chance = (): number => Math.random();', syntax],
    ['domain does not wait', 'src/domain/bad.ts', 'export async function f(p: Promise<number>): Promise<number> { return await p; }', syntax],
    ['domain does not load on demand', 'src/domain/bad.ts', "export const f = () => import('#data/open-store.ts');", syntax],
    ['a type cannot be smuggled', 'src/domain/bad.ts', "export type S = import('#data/store.ts').Store;", syntax],
    ['a relative path is no way round', 'src/domain/bad.ts', "import { x } from '../data/store.ts'; export const y = x;", fence],
    ['wire reaches no seal', 'src/wire/bad.ts', "export { sealRow } from '#seal/row.ts';", fence],
    ['wire does not ask for the time', 'src/wire/bad.ts', 'export const now = (): number => Date.now();', syntax],
    ['wire does not wait', 'src/wire/bad.ts', 'export async function f(p: Promise<number>): Promise<number> { return await p; }', syntax],
    ['sync reaches no store', 'src/sync/bad.ts', "import type { Store } from '#data/store.ts'; export type S = Store;", fence],
    ['sync uses no package', 'src/sync/bad.ts', "import Dexie from 'dexie'; export const d = Dexie;", fence],
    ['screens do not reach the wire', 'src/ui/state/bad.ts', "import { limits } from '#wire/limits.ts'; export const l = limits;", fence],
    ['seal reaches no store', 'src/seal/bad.ts', "import type { Store } from '#data/store.ts'; export type S = Store;", fence],
    ['screens reach no store', 'src/ui/state/bad.ts', "import type { Store } from '#data/store.ts'; export type S = Store;", fence],
    ['screens reach no device', 'src/ui/state/bad.ts', "import { randomUuid } from '#device/ids.ts'; export const r = randomUuid;", fence],
    ['components reach no store', 'src/ui/parts/Bad.svelte', "<script lang=\"ts\">import type { Store } from '#data/store.ts'; let s: Store;</script>{s}", fence],
    ['the hub imports no verbs', 'src/hub/bad.ts', "import { composeApp } from '#app/compose.ts'; export const c = composeApp;", fence],
    ['sources import no tests', 'src/app/bad.ts', "import { chromiumPath } from '#tests/support/chromium.ts'; export const c = chromiumPath;", fence],
  ])('%s', async (_name, file, code, rule) => {
    expect(await rulesBroken(file, code)).toContain(rule);
  });

  it.each([
    ['domain may import itself', 'src/domain/good.ts', "import { ok } from '#domain/result.ts'; export const o = ok(1);"],
    ['screens may import verbs', 'src/ui/state/good.ts', "import { planMeeting } from '#app/meeting/plan-meeting.ts'; export const p = planMeeting;"],
    ['data may use Dexie', 'src/data/good.ts', "import { Dexie } from 'dexie'; export const d = Dexie;"],
    ['sync may use the wire', 'src/sync/good.ts', "import { limits } from '#wire/limits.ts'; export const l = limits;"],
    ['the hub may use the wire', 'src/hub/good.ts', "import { limits } from '#wire/limits.ts'; export const l = limits;"],
    ['the hub may use Node', 'src/hub/good.ts', "import { createServer } from 'node:http'; export const c = createServer;"],
  ])('%s', async (_name, file, code) => {
    expect(await rulesBroken(file, code)).toEqual([]);
  });
});

describe('markup', () => {
  it('never takes data for markup', async () => {
    expect(await rulesBroken('src/ui/parts/Bad.svelte', '<script lang="ts">let t = "x";</script>{@html t}')).toContain('svelte/no-at-html-tags');
  });

  it('carries no static style attribute, which the policy would drop', async () => {
    expect(await rulesBroken('src/ui/parts/Bad.svelte', '<p style="color: red">x</p>')).toContain(syntax);
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

describe('the tree', () => {
  const sources = filesUnder('src').filter((path) => /\.(ts|svelte|css)$/.test(path));

  it('names no drawer', () => {
    const drawers = /(^|\/)(utils?|helpers?|common|shared|misc|lib)(\/|\.ts$)/;
    expect(sources.filter((path) => drawers.test(path))).toEqual([]);
  });

  it('contacts nobody: no address of another host stands in the sources', () => {
    const address = /https?:\/\/(?!127\.0\.0\.1|localhost|www\.w3\.org\/|schemas\.openxmlformats\.org\/|json-schema\.org\/)[a-z]/;
    // Those three are names of vocabularies, which nothing fetches. Sources of local time limits are shown as words for the leader's counsel; nothing links to or loads them.
    const named = sources.filter((path) => path !== 'src/domain/meeting/time-limits.ts').filter((path) => {
      const code = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
      return address.test(code);
    });
    expect(named).toEqual([]);
  });

  it('keeps the top level short', () => {
    const allowed = ['src', 'public', 'tests', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json', 'README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'LICENSE', 'deploy', 'node_modules', 'dist'];
    expect(readdirSync('.').filter((name) => !name.startsWith('.') && !allowed.includes(name))).toEqual([]);
  });

  it('has every file and test that ARCHITECTURE.md names', () => {
    const files = ['src', 'tests', 'public'].flatMap((top) => readdirSync(top, { recursive: true, encoding: 'utf8' }).map((path) => `${top}/${path}`));
    const isThere = (name: string): boolean => files.some((path) => path.startsWith(name) || path.includes(`/${name}`)) || readdirSync('.').includes(name);
    const named = [...readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/`([\w./-]+)`/g)].map(([, name = '']) => name);
    const paths = named.filter((name) => /^(?:src|tests)\/|\/$|\.(?:ts|svelte|css|json|js|html)$/.test(name)).filter((name) => !/^[./]/.test(name));
    expect(paths.length).toBeGreaterThan(50);
    expect(paths.filter((name) => !isThere(name))).toEqual([]);
  });

  it('has a README in each layer', () => {
    const layers = readdirSync('src').filter((name) => statSync(join('src', name)).isDirectory());
    expect(layers.filter((layer) => !readdirSync(join('src', layer)).includes('README.md'))).toEqual([]);
  });
});
