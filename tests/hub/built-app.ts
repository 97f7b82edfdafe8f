import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { createServer } from '#hub/server.ts';

/** A folder like the build's, small enough to see through, beside a file that must not be served. */
export function builtApp(): { readonly dist: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'qc-hub-'));
  const dist = join(folder, 'dist');
  mkdirSync(join(dist, 'assets'), { recursive: true });
  const write = (path: string, text: string): void => {
    writeFileSync(join(dist, path), text);
  };
  write('index.html', '<!doctype html><title>app</title>');
  write('sw.js', 'self.x = 1;');
  write('manifest.webmanifest', '{}');
  write('assets/index-abc.js', 'export {};'.repeat(100));
  write('assets/kdf.worker-abc.js', 'export {};');
  writeFileSync(join(dist, 'assets/index-abc.js.br'), brotliCompressSync('export {};'.repeat(100)));
  write('.env', 'inside');
  writeFileSync(join(folder, 'outside.txt'), 'outside');
  return {
    dist,
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

/** A server of such a folder for one test file; both are taken down again. Call at the top of the file. */
export function hubOfBuiltApp(): { readonly dist: string; readonly server: () => FastifyInstance } {
  const app = builtApp();
  let server: FastifyInstance;
  beforeAll(async () => {
    server = await createServer({ dist: app.dist, hub: null });
  });
  afterAll(async () => {
    await server.close();
    app.remove();
  });
  return { dist: app.dist, server: () => server };
}
