/** Builds the real shell (worker, device code, boot script, manifest) round an empty page. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

const root = resolve(import.meta.dirname, '../..');
const linked = ['public', 'tests', 'node_modules', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];

export interface ShellBuild {
  readonly dist: string;
  /** Builds again into the same folder, as a release does; `word` makes it another version. */
  release(word: string): void;
  remove(): void;
}

/** `page` is the folder beside this file whose scripts the page runs. */
export function buildShell(word: string, page = 'shell-page'): ShellBuild {
  const folder = mkdtempSync(join(tmpdir(), 'qc-shell-'));
  mkdirSync(join(folder, 'src'));
  for (const name of linked) symlinkSync(join(root, name), join(folder, name));
  for (const layer of readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    symlinkSync(join(root, 'src', layer.name), join(folder, 'src', layer.name));
  }
  cpSync(join(root, 'tests/support/shell-page/index.html'), join(folder, 'index.html'));
  for (const name of readdirSync(join(root, 'tests/support', page)).filter((file) => file.endsWith('.ts'))) {
    cpSync(join(root, 'tests/support', page, name), join(folder, 'src', name));
  }
  const release = (of: string): void => {
    // What the test runner sets would make it a build of the tests.
    const env = { ...process.env, QC_BUILD: of, VITEST: undefined, NODE_ENV: undefined };
    const args = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error', '--outDir', 'next', '--emptyOutDir'];
    const built = spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' });
    if (built.status !== 0) throw new Error(`The build ended with ${String(built.status)}: ${built.stdout}${built.stderr}`);
    // Put in place at once: a page that looks for an update meanwhile must not be given half a worker.
    rmSync(join(folder, 'dist'), { recursive: true, force: true });
    renameSync(join(folder, 'next'), join(folder, 'dist'));
  };
  release(word);
  return {
    dist: join(folder, 'dist'),
    release,
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

/** Waits until the shell of the page says that the offline copy is in this state. */
export async function untilOffline(page: Page, kind: string): Promise<void> {
  await page.waitForFunction((wanted) => window.shell?.state.offline.kind === wanted, kind, { timeout: 20_000 });
}
