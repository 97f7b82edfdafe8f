/**
 * The version that the app shows and that tells two builds apart: package.json's, then a
 * short hash of everything that goes into the build. `QC_BUILD` adds a word of its own, so
 * that a test can make a second version from the same sources.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const inputs = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

export function appVersion(root: string): string {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap((input) => filesUnder(join(root, input))).sort()) {
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  hash.update(process.env['QC_BUILD'] ?? '');
  return `${packageVersion(root)}+${hash.digest('hex').slice(0, 8)}`;
}

function filesUnder(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function packageVersion(root: string): string {
  const description: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (typeof description === 'object' && description !== null && 'version' in description && typeof description.version === 'string') {
    return description.version;
  }
  throw new Error('package.json has no version');
}
