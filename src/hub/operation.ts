/** What operators and their machines ask: is it alive, can it work, how much has it done. */
import { timingSafeEqual, createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isLoopback } from './config.ts';
import { plain } from './app-files.ts';
import type { Hub } from './routes/route.ts';

const text = 'text/plain; charset=utf-8';

/** `/healthz`: the process answers. */
export function answerHealth(server: FastifyInstance): void {
  server.get('/healthz', async (_request, reply) => reply.type(text).send('ok\n'));
}

/** `/readyz`: the database answers and has this version's schema. `/metrics`: for this computer, or by the token. */
export function answerOperators(server: FastifyInstance, hub: Hub, metricsToken: string | undefined): void {
  server.get('/readyz', async (_request, reply) => {
    const isReady = await hub.store.isReady().catch(() => false);
    return reply.code(isReady ? 200 : 503).type(text).send(isReady ? 'ready\n' : 'not ready\n');
  });
  server.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(request, metricsToken)) return plain(reply, 404);
    return reply.type(hub.metrics.contentType).send(await hub.metrics.text());
  });
}

function mayReadMetrics({ headers, socket }: FastifyRequest, token: string | undefined): boolean {
  const given = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (token !== undefined && given !== undefined) return timingSafeEqual(hashed(given), hashed(token));
  // A proxy on this computer also comes from here; it says for whom.
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined || headers['x-real-ip'] !== undefined;
  return isLoopback(socket.remoteAddress ?? '') && !isForwarded;
}

const hashed = (word: string): Buffer => createHash('sha256').update(word).digest();
