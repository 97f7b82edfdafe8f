/** PouchDB's own server on LevelDB, beside the page of the bench. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';

const [, , dist = '', folder = ''] = process.argv;
const load = createRequire(import.meta.url);
interface PouchClass { defaults(options: object): PouchClass }
const PouchDB = load('pouchdb') as PouchClass;
const express = load('express') as () => RequestListener & { use(path: string, app: RequestListener): void };
const expressPouch = load('express-pouchdb') as (of: PouchClass, options: object) => RequestListener;

process.chdir(folder);
const app = express();
app.use('/db', expressPouch(PouchDB.defaults({ prefix: `${folder}/` }), { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: join(folder, 'log.txt') }));
const server = createServer((request, response) => {
  const path = request.url ?? '/';
  if (path.startsWith('/db')) {
    app(request, response);
    return;
  }
  const file = path === '/pouchdb.min.js' ? load.resolve('pouchdb/dist/pouchdb.min.js') : join(dist, path === '/' ? 'index.html' : path);
  response.setHeader('content-type', path === '/' ? 'text/html' : 'text/javascript');
  response.end(readFileSync(file));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`);
});
