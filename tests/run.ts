/**
 * Everything that has to hold, in one command: types, lint, build, then all test projects.
 * Each type check, the lint run and the build count as one test; the closing line is the true sum.
 *
 *   npm test                      everything
 *   npm run check                 types and lint only
 *   npm test -- --only unit,data  some steps or projects
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumPath } from './support/chromium.ts';
import { missingEngines, otherEngines, type OtherEngine } from './support/engines.ts';

interface Sum {
  passed: number;
  failed: number;
  skipped: number;
}

const projects = ['unit', 'component', 'hub', 'data', 'engines', 'browser'] as const;
const node = process.execPath;
const sum: Sum = { passed: 0, failed: 0, skipped: 0 };
const only = readOnly(process.argv.slice(2));
let missing: readonly OtherEngine[] = [];
const wanted = (name: string): boolean => only === null || only.has(name);

function readOnly(args: readonly string[]): ReadonlySet<string> | null {
  const at = args.indexOf('--only');
  const list = at < 0 ? undefined : args[at + 1];
  return list === undefined ? null : new Set(list.split(','));
}

function run(title: string, script: string, args: readonly string[]): boolean {
  const begunMs = Date.now();
  console.log(`\n--- ${title}`);
  const outcome = spawnSync(node, [script, ...args], { stdio: 'inherit', env: { ...process.env, TZ: 'America/Phoenix' } });
  console.log(`--- ${title}: ${outcome.status === 0 ? 'passed' : 'failed'} in ${String(Math.round((Date.now() - begunMs) / 1000))} s`);
  return outcome.status === 0;
}

function count(title: string, script: string, args: readonly string[]): boolean {
  const passed = run(title, script, args);
  sum[passed ? 'passed' : 'failed'] += 1;
  return passed;
}

function types(): void {
  const configs = [...readdirSync('src').map((layer) => join('src', layer, 'tsconfig.json')), 'tests/tsconfig.json'];
  for (const config of configs.filter((path) => existsSync(path))) {
    if (config.startsWith(join('src', 'ui'))) {
      count('types of the screens', 'node_modules/svelte-check/bin/svelte-check', ['--tsconfig', config, '--fail-on-warnings', '--output', 'human']);
    } else {
      count(`types of ${config.replace('/tsconfig.json', '')}`, 'node_modules/typescript/bin/tsc', ['-p', config]);
    }
  }
}

/** The runner's projects of a name: the store's tests run once more in each other engine that is there. */
const projectsOf = (name: string): string[] =>
  (name === 'engines' ? [name, ...otherEngines.filter((engine) => !missing.includes(engine)).map((engine) => `data in ${engine}`)] : [name]);

interface FileResult { readonly name: string; readonly assertionResults: readonly unknown[] }

/** The store's tests that did not run because an engine is not there: as many as one of the others ran. */
function skippedStoreTests(results: readonly FileResult[], ran: readonly string[]): number {
  const runs = ran.filter((name) => name.startsWith('data')).length;
  const counts = results.filter(({ name }) => name.includes('/tests/data/')).map(({ assertionResults }) => assertionResults.length);
  const each = runs > 0 ? counts.reduce((total, count) => total + count, 0) / runs : readdirSync('tests/data').filter((name) => name.endsWith('.test.ts')).length;
  return missing.length * Math.round(each);
}

/** Runs the test projects and adds what the runner itself counted; a run that left no count is one failure. */
function tests(chosen: readonly string[]): void {
  const report = '.cache/tests.json';
  rmSync(report, { force: true });
  mkdirSync('.cache', { recursive: true });
  const named = chosen.flatMap(projectsOf);
  const args = ['run', ...named.flatMap((name) => ['--project', name]), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const passed = run(`tests: ${chosen.join(', ')}`, 'node_modules/vitest/vitest.mjs', args);
  if (!existsSync(report)) {
    sum.failed += 1;
    return;
  }
  const counted = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number; numFailedTests: number; numPendingTests: number; numFailedTestSuites: number; numTotalTests: number;
    testResults: readonly FileResult[];
  };
  sum.passed += counted.numPassedTests;
  sum.failed += counted.numFailedTests;
  sum.skipped += counted.numPendingTests;
  if (chosen.includes('engines')) sum.skipped += skippedStoreTests(counted.testResults, named);
  // A file that did not load, or an unhandled rejection, counts although no test of its own failed.
  if (!passed && counted.numFailedTests === 0) sum.failed += 1;
  if (counted.numTotalTests === 0) sum.failed += 1;
}

/** Lint, on the other core while the types are checked; what it said comes when it ends. */
function lint(): Promise<void> {
  const begunMs = Date.now();
  const program = spawn(node, ['node_modules/eslint/bin/eslint.js', '--config', '.config/eslint.config.js', '--max-warnings', '0', 'src', 'tests', 'vite.config.ts']);
  let said = '';
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (part: Buffer) => { said += part.toString(); });
  return new Promise((done) => {
    program.once('close', (code) => {
      sum[code === 0 ? 'passed' : 'failed'] += 1;
      console.log(`\n${said}--- lint: ${code === 0 ? 'passed' : 'failed'} in ${String(Math.round((Date.now() - begunMs) / 1000))} s`);
      done();
    });
  });
}

const linted = wanted('lint') ? lint() : Promise.resolve();
if (wanted('types')) types();
await linted;
const chosen = projects.filter(wanted);
let built = true;
// Found, or installed, before anything waits for it.
if (chosen.includes('browser') || chosen.includes('data') || chosen.includes('engines')) chromiumPath();
if (chosen.includes('engines')) missing = missingEngines();
if (chosen.includes('browser') || chosen.includes('hub')) {
  built = count('build', 'node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn']);
}
if (chosen.length > 0) tests(built ? chosen : chosen.filter((name) => name !== 'browser' && name !== 'hub'));

const skipped = sum.skipped > 0 ? `, ${String(sum.skipped)} skipped` : '';
console.log(`\n${missing.length > 0 ? `NOT INSTALLED, so not tested in: ${missing.join(', ')}\n` : ''}${String(sum.passed)} passed, ${String(sum.failed)} failed${skipped}`);
process.exitCode = sum.failed > 0 ? 1 : 0;
