/** The hub's server: the app, the API, and what operators ask. The caller listens and closes. */
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { isApi, isScreen, pathOf, plain, serveApp } from './app-files.ts';
import { headersFor } from './headers.ts';
import { factsOf } from './log.ts';
import { answerHealth, answerOperators } from './operation.ts';
import { createRateLimits, type RateConfig } from './rate-limits.ts';
import { refusalOf, refuse } from './refusals.ts';
import { allRoutes } from './routes/all-routes.ts';
import { registerRoutes } from './routes/register.ts';
import type { Hub } from './routes/route.ts';

export interface ServerParts {
  /** Folder of the built app. */
  readonly dist: string;
  /** Null serves the app alone. */
  readonly hub: Hub | null;
  readonly rates?: RateConfig;
  readonly metricsToken?: string | undefined;
  readonly trustProxy?: boolean;
  readonly tls?: TlsFiles | undefined;
  readonly patience?: Patience;
}

export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/** Whoever sends a request more slowly is cut off: its headers, and the whole of it. */
export interface Patience {
  readonly headersMs: number;
  readonly requestMs: number;
  /** How often that is looked at. */
  readonly everyMs: number;
}

const defaultPatience: Patience = { headersMs: 15_000, requestMs: 60_000, everyMs: 5_000 };

const defaultRates: RateConfig = { perAddress: 6_000, perDevice: 1_200 };

/** Builds the server. Throws when TLS files can't be read. */
export async function createServer({ dist, hub, rates = defaultRates, metricsToken, trustProxy = false, tls, patience = defaultPatience }: ServerParts): Promise<FastifyInstance> {
  const server = instanceOf({ trustProxy, tls, patience });
  server.addHook('onSend', async (request, reply) => {
    reply.headers(headersFor(pathOf(request), reply.statusCode));
    if (tls !== undefined) void reply.header('strict-transport-security', 'max-age=31536000');
  });
  answerHealth(server);
  server.setNotFoundHandler(answerUnknown);
  server.setErrorHandler((error, request, reply) => answerError(error, request, reply, hub));
  if (hub !== null) {
    answerOperators(server, hub, metricsToken);
    const limits = await createRateLimits(server, rates);
    await server.register((scope, _options, done) => {
      scope.addHook('onResponse', async (request, reply) => { observe(request, reply, hub); });
      registerRoutes(scope, hub, allRoutes, limits);
      done();
    });
  }
  await serveApp(server, dist);
  return server;
}

function instanceOf({ trustProxy, tls, patience }: { trustProxy: boolean; tls: TlsFiles | undefined; patience: Patience }): FastifyInstance {
  const { headersMs: headersTimeout, requestMs: requestTimeout, everyMs: connectionsCheckingInterval } = patience;
  const options = {
    logger: false,
    // One hop: what the proxy before the hub says, and nothing that a client could have written before it.
    trustProxy: trustProxy && ((_address: string, hop: number) => hop === 0),
    requestTimeout,
    keepAliveTimeout: 30_000,
    forceCloseConnections: false,
    routerOptions: { maxParamLength: 2_000 },
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => answerError(error, request, reply, null),
    clientErrorHandler: (error: Error, socket: Socket) => { answerNoise(error, socket); },
  };
  if (tls === undefined) return fastify({ ...options, http: { headersTimeout, connectionsCheckingInterval } });
  return fastify({ ...options, https: { cert: readFileSync(tls.cert), key: readFileSync(tls.key), minVersion: 'TLSv1.2', headersTimeout, connectionsCheckingInterval } });
}

/**
 * Addresses of screens get the app. A file that is not there gets 404, never the app: a
 * page that is given HTML for a script stays white.
 */
function answerUnknown(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (isApi(request)) return refuse(reply, 'not-found');
  return isScreen(request) ? reply.code(200).sendFile('index.html') : plain(reply, 404);
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, hub: Hub | null): FastifyReply {
  const refusal = refusalOf(error);
  if (refusal.status >= 500) {
    hub?.metrics.fault(refusal.code);
    hub?.logs.fault('fault', { route: request.routeOptions.url ?? '', method: request.method, code: refusal.code, ...factsOf(error) });
  }
  return isApi(request) ? refuse(reply, refusal.code, refusal) : plain(reply, refusal.status);
}

/** Bytes that are no HTTP, or came too slowly. */
function answerNoise(error: Error, socket: Socket): void {
  const isSlow = 'code' in error && error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  if (socket.writable) socket.write(isSlow ? answerOf('408 Request Timeout', 'too-slow') : answerOf('400 Bad Request', 'bad-request'));
  socket.destroy();
}

function answerOf(status: string, code: string): string {
  const body = JSON.stringify({ code });
  return `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${String(body.length)}\r\nConnection: close\r\n\r\n${body}`;
}

function observe(request: FastifyRequest, reply: FastifyReply, hub: Hub): void {
  const route = request.routeOptions.url ?? '';
  hub.metrics.requested(route, request.method, reply.statusCode, reply.elapsedTime / 1_000);
  hub.logs.request('request', { route, method: request.method, status: reply.statusCode, ms: Math.round(reply.elapsedTime) });
}
