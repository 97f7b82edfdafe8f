import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The form that the integrity attribute and the worker's list use. */
export const integrityOf = (bytes: Uint8Array): string => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/**
 * Adds `integrity` to every script, module preload and stylesheet of index.html. It works
 * on the written files: only then are they what the browser gets.
 */
export function subresourceIntegrity(): Plugin {
  return {
    name: 'subresource-integrity',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler(options) {
        const dist = options.dir ?? 'dist';
        const page = join(dist, 'index.html');
        const read = (path: string): Uint8Array => readFileSync(join(dist, path));
        writeFileSync(page, withIntegrity(readFileSync(page, 'utf8'), read));
      },
    },
  };
}

/** The page with integrity on each element that loads code or style of its own site. */
export function withIntegrity(html: string, read: (path: string) => Uint8Array): string {
  return html.replace(/<(?:script|link)\b[^>]*>/g, (tag) => {
    const path = /\b(?:src|href)="(\/[^"?#]+)"/.exec(tag)?.[1];
    const loadsCode = tag.startsWith('<script') || /\brel="(?:modulepreload|stylesheet)"/.test(tag);
    if (path === undefined || !loadsCode || tag.includes('integrity=')) return tag;
    // Integrity is only checked on responses asked for with CORS.
    const crossorigin = tag.includes('crossorigin') ? '' : ' crossorigin';
    return tag.replace(/\s*\/?>$/, `${crossorigin} integrity="${integrityOf(read(path))}">`);
  });
}
