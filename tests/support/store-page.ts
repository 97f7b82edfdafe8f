/** Builds the page that is the store alone, and serves it under the hub's policy to any engine. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';
import { headersFor } from '#hub/headers.ts';
import type { Told } from './store-page/told.ts';

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.wasm': 'application/wasm' };

export interface StorePage {
  remove(): void;
  /** A place of its own for one browser: address and what its page has told so far. */
  stand(): Promise<Stand>;
}

export interface Stand {
  readonly told: Told[];
  /** Where the page reads and writes which meetings. From then on only that page is listened to, from the start. */
  at(options: { read?: readonly string[]; write?: string; pause?: number }): string;
  /** Until the page has told something that fits; rejects when it tells that it broke. */
  until<T>(find: () => T | undefined, what: string, withinMs?: number): Promise<T>;
  close(): Promise<void>;
}

export async function buildStorePage(): Promise<StorePage> {
  const dist = mkdtempSync(join(tmpdir(), 'qc-store-page-'));
  await build({
    root: join(import.meta.dirname, 'store-page'), configFile: false, logLevel: 'error',
    define: { __APP_VERSION__: '"0.0.0+test"' },
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.min.mjs' } },
    worker: { format: 'es' },
    build: { outDir: dist, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: ['safari16.4', 'chrome111', 'firefox115'] },
  });
  return {
    remove: () => { rmSync(dist, { recursive: true }); },
    stand: () => standFor(dist),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8') as AsyncIterable<string>) text += part;
  return text;
}

function send(dist: string, path: string, response: ServerResponse): void {
  const file = normalize(path === '/' ? '/index.html' : path);
  let body: Buffer;
  try {
    body = readFileSync(join(dist, file));
  } catch {
    response.writeHead(404, headersFor(path, 404)).end();
    return;
  }
  response.writeHead(200, { ...headersFor(path, 200), 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(body);
}

async function standFor(dist: string): Promise<Stand> {
  const told: Told[] = [];
  let listensTo = '';
  let look: () => void = () => undefined;
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://stand');
    if (request.method !== 'POST') {
      send(dist, pathname, response);
      return;
    }
    void bodyOf(request).then((text) => {
      // What a killed browser had sent off may arrive when the next one is running.
      if (search === listensTo) told.push(JSON.parse(text) as Told);
      response.writeHead(204).end();
      look();
    }, () => { response.destroy(); }); // Killed while it told: then it was not told.
  });
  await new Promise<void>((open) => { server.listen(0, '127.0.0.1', open); });
  const address = server.address();
  const origin = `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`;
  return {
    told,
    at: ({ read = [], write = '', pause = 10 }) => {
      told.length = 0;
      listensTo = `?${new URLSearchParams({ read: read.join(','), write, pause: String(pause) }).toString()}`;
      return `${origin}/${listensTo}`;
    },
    until: (find, what, withinMs = 120_000) => new Promise((done, failed) => {
      const timer = setTimeout(() => { failed(new Error(`Not within ${String(withinMs)} ms: ${what}`)); }, withinMs);
      look = () => {
        const broken = told.find((one) => one.what === 'broken');
        const here = find();
        if (broken?.what === 'broken') failed(new Error(broken.why));
        else if (here !== undefined) done(here);
        else return;
        clearTimeout(timer);
      };
      look();
    }),
    close: () => new Promise((closed) => {
      server.close(() => { closed(); });
      server.closeAllConnections();
    }),
  };
}
