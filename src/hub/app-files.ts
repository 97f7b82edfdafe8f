/** The built app: its files, and its page for the addresses of screens. */
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Serves `dist` from the root. */
export async function serveApp(server: FastifyInstance, dist: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: dist,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'ignore',
    // The compressed copies are chosen by the request's headers, not by name.
    allowedPath: (path) => !/\.(?:br|gz)$/.test(path),
  });
}

/** The path of a request, without its query. */
export const pathOf = (request: FastifyRequest): string => request.url.split(/[?#]/, 1)[0] ?? '/';

/** Whether it asks for something of the hub rather than of the app. */
export const isApi = (request: FastifyRequest): boolean => /^\/api(?:\/|$)/.test(pathOf(request));

/** Whether it asks for a screen. */
export function isScreen(request: FastifyRequest): boolean {
  const path = pathOf(request);
  return (
    (request.method === 'GET' || request.method === 'HEAD') &&
    (request.headers.accept ?? '').includes('text/html') &&
    !/^\/(?:assets|api|healthz|readyz|metrics)(?:\/|$)/.test(path) &&
    !/\.[^/]*$/.test(path) &&
    !/%(?:2e|2f|5c|00)/i.test(path)
  );
}

const words: Readonly<Record<number, string>> = { 400: 'Bad request', 403: 'Not served', 404: 'Not found', 414: 'Address too long' };

/** A refusal in a few words, for whoever asks with a browser. */
export const plain = (reply: FastifyReply, status: number): FastifyReply =>
  reply.code(status).type('text/plain; charset=utf-8').send(`${words[status] ?? 'The hub could not answer'}\n`);
