/** Serves the floor page: the bare page that all ratios stand against. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';

const folder = join(import.meta.dirname, 'floor');
const files: Readonly<Record<string, readonly [string, string]>> = {
  '/': ['index.html', 'text/html'],
  '/floor.js': ['floor.js', 'text/javascript'],
  '/sw.js': ['sw.js', 'text/javascript'],
};

export interface Floor {
  readonly address: string;
  stop(): Promise<void>;
}

export function serveFloor(): Promise<Floor> {
  const server = createServer((request, response) => {
    const file = files[new URL(request.url ?? '/', 'http://127.0.0.1').pathname];
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': file[1], 'cache-control': 'no-store' }).end(readFileSync(join(folder, file[0])));
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      done({
        address: `http://127.0.0.1:${String(port)}`,
        stop: () => new Promise((stopped) => {
          server.close(() => { stopped(); });
          server.closeAllConnections();
        }),
      });
    });
  });
}
