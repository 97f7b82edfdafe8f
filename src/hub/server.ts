import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { headersFor } from './headers.ts';

/** A server of the built app in `dist`; the caller listens and closes. */
export async function createServer(dist: string): Promise<FastifyInstance> {
  const server = fastify({ logger: false, forceCloseConnections: true, routerOptions: { maxParamLength: 2_000 } });
  server.addHook('onSend', async (request, reply) => {
    reply.headers(headersFor(pathOf(request), reply.statusCode));
  });
  server.get('/healthz', async (_request, reply) => reply.type('text/plain; charset=utf-8').send('ok\n'));
  await server.register(fastifyStatic, {
    root: dist,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'ignore',
    // The compressed copies are chosen by the request's headers, not by name.
    allowedPath: (path) => !/\.(?:br|gz)$/.test(path),
  });
  server.setNotFoundHandler(answerUnknown);
  server.setErrorHandler((error, _request, reply) => plain(reply, statusOf(error)));
  return server;
}

const pathOf = (request: FastifyRequest): string => request.url.split(/[?#]/, 1)[0] ?? '/';

/**
 * Addresses of screens get the app. A file that is not there gets 404, never the app: a
 * page that is given HTML for a script stays white.
 */
function answerUnknown(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return isScreen(request) ? reply.code(200).sendFile('index.html') : plain(reply, 404);
}

function isScreen(request: FastifyRequest): boolean {
  const path = pathOf(request);
  return (
    (request.method === 'GET' || request.method === 'HEAD') &&
    (request.headers.accept ?? '').includes('text/html') &&
    !/^\/(?:assets|api|healthz)(?:\/|$)/.test(path) &&
    !/\.[^/]*$/.test(path) &&
    !/%(?:2e|2f|5c|00)/i.test(path)
  );
}

const words: Readonly<Record<number, string>> = { 400: 'Bad request', 403: 'Not served', 404: 'Not found', 414: 'Address too long' };

const plain = (reply: FastifyReply, status: number): FastifyReply =>
  reply.code(status).type('text/plain; charset=utf-8').send(`${words[status] ?? 'The hub could not answer'}\n`);

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 ? status : 500;
}
