/**
 * Everything that has to hold, in one command: types, lint, build, then all test projects.
 * Each type check, the lint run and the build count as one test; the closing line is the true sum.
 *
 *   npm test                      everything
 *   npm run check                 types and lint only
 *   npm test -- --only unit,data  some steps or projects
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumPath } from './support/chromium.ts';

interface Sum {
  passed: number;
  failed: number;
  skipped: number;
}

const projects = ['unit', 'component', 'hub', 'data', 'browser'] as const;
const node = process.execPath;
const sum: Sum = { passed: 0, failed: 0, skipped: 0 };
const only = readOnly(process.argv.slice(2));
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

/** Runs the test projects and adds what the runner itself counted; a run that left no count is one failure. */
function tests(chosen: readonly string[]): void {
  const report = '.cache/tests.json';
  rmSync(report, { force: true });
  mkdirSync('.cache', { recursive: true });
  const args = ['run', ...chosen.flatMap((name) => ['--project', name]), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const passed = run(`tests: ${chosen.join(', ')}`, 'node_modules/vitest/vitest.mjs', args);
  if (!existsSync(report)) {
    sum.failed += 1;
    return;
  }
  const counted = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number; numFailedTests: number; numPendingTests: number; numFailedTestSuites: number; numTotalTests: number;
  };
  sum.passed += counted.numPassedTests;
  sum.failed += counted.numFailedTests;
  sum.skipped += counted.numPendingTests;
  // A file that did not load, or an unhandled rejection, counts although no test of its own failed.
  if (!passed && counted.numFailedTests === 0) sum.failed += 1;
  if (counted.numTotalTests === 0) sum.failed += 1;
}

if (wanted('types')) types();
if (wanted('lint')) count('lint', 'node_modules/eslint/bin/eslint.js', ['--config', '.config/eslint.config.js', '--max-warnings', '0', 'src', 'tests', 'vite.config.ts']);
const chosen = projects.filter(wanted);
let built = true;
// Found, or installed, before anything waits for it.
if (chosen.includes('browser') || chosen.includes('data')) chromiumPath();
if (chosen.includes('browser') || chosen.includes('hub')) {
  built = count('build', 'node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn']);
}
if (chosen.length > 0) tests(built ? chosen : chosen.filter((name) => name !== 'browser' && name !== 'hub'));

const skipped = sum.skipped > 0 ? `, ${String(sum.skipped)} skipped` : '';
console.log(`\n${String(sum.passed)} passed, ${String(sum.failed)} failed${skipped}`);
process.exitCode = sum.failed > 0 ? 1 : 0;
