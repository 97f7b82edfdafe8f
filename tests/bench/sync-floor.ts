/** A bare server that keeps batches in one file, on the disk before it answers, and gives them back. */
import { createServer, type ServerResponse } from 'node:http';
import { open } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

const [, , dist = '', file = ''] = process.argv;
const kept = await open(file, 'a+');
const batches: { readonly from: number; readonly length: number }[] = [];
let end = 0;

async function take(request: AsyncIterable<Buffer>): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts);
  await kept.write(body);
  await kept.datasync();
  batches.push({ from: end, length: body.length });
  end += body.length;
}

async function give(at: number, response: ServerResponse): Promise<void> {
  const { from, length } = batches[at] ?? { from: 0, length: 0 };
  const body = Buffer.alloc(length);
  await kept.read(body, 0, length, from);
  response.end(body);
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://floor');
  if (pathname !== '/floor') {
    const path = pathname === '/' ? '/index.html' : normalize(pathname);
    response.setHeader('content-type', path.endsWith('.html') ? 'text/html' : 'text/javascript');
    response.end(readFileSync(join(dist, path)));
  } else if (request.method === 'POST') {
    void take(request as AsyncIterable<Buffer>).then(() => response.end('{}'));
  } else {
    void give(Number(searchParams.get('at')), response);
  }
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`);
});
