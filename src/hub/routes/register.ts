/** Puts the routes on the server: limit, authenticate, authorise, parse, run, answer; the same for each. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { err, ok, type Result } from '#domain/result.ts';
import { isUuid } from '#domain/ids.ts';
import type { ErrorCode } from '#wire/error-code.ts';
import { framesType } from '#wire/frames.ts';
import { scopes } from '#wire/ids.ts';
import { limits } from '#wire/limits.ts';
import { authenticate, type Caller } from '../caller.ts';
import { refuse } from '../refusals.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { AnyRoute, Hub, Who } from './route.ts';

/** Where the API lives. */
export const prefix = '/api/v1';

/** A device is written down as seen at most this often. */
const seenEveryMs = 10 * 60 * 1_000;

/** Adds the routes to `server`, which has to be a scope of its own: it takes JSON and frames, nothing else. */
export function registerRoutes(server: FastifyInstance, hub: Hub, routes: readonly AnyRoute[], rates: RateLimits): void {
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser(framesType, { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  for (const route of routes) {
    server.route({
      method: route.method,
      url: `${prefix}${route.path}`,
      bodyLimit: route.bodyBytes ?? limits.jsonBytes,
      // Before the body is read: nobody uploads megabytes to be told no.
      onRequest: async (request, reply) => {
        const checked = await admit(request, hub, route, rates);
        if (!checked.ok) return refuse(reply, checked.error.code, checked.error);
        callers.set(request, checked.value);
        return undefined;
      },
      handler: (request, reply) => answer(request, reply, hub, route),
    });
  }
}

const callers = new WeakMap<FastifyRequest, Caller>();

interface Turned { readonly code: ErrorCode; readonly retryAfterMs?: number }

async function admit(request: FastifyRequest, hub: Hub, route: AnyRoute, rates: RateLimits): Promise<Result<Caller, Turned>> {
  const waitMs = await rates.address(request);
  if (waitMs !== null) return err({ code: 'too-many', retryAfterMs: waitMs });
  if (route.who.includes('anyone')) return ok({ kind: 'anyone' });
  const caller = await authenticate(hub.store, request.headers.authorization, hub.nowMs());
  if (!caller.ok) return err({ code: caller.error });
  const who = whoIs(caller.value);
  if (!route.who.includes(who)) return err({ code: who === 'pending' ? 'not-yet-countersigned' : 'not-allowed' });
  if (caller.value.kind === 'device') {
    const { device } = caller.value;
    const deviceWaitMs = await rates.device(request, device.deviceId);
    if (deviceWaitMs !== null) return err({ code: 'too-many', retryAfterMs: deviceWaitMs });
    if (hub.nowMs() - (device.seenAtMs ?? 0) > seenEveryMs) await hub.store.seen(device.deviceId, hub.nowMs()).catch(() => { hub.metrics.fault('seen'); });
  }
  return caller;
}

function whoIs(caller: Caller): Who {
  if (caller.kind !== 'device') return caller.kind;
  return caller.device.isIn ? caller.device.role : 'pending';
}

async function answer(request: FastifyRequest, reply: FastifyReply, hub: Hub, route: AnyRoute): Promise<FastifyReply> {
  const params = paramsOf(request);
  if (!areKnown(params)) return refuse(reply, 'not-found');
  const body = bodyOf(request, route);
  if (!body.ok) return refuse(reply, body.error);
  const query = route.query?.safeParse(request.query);
  if (query?.success === false) return refuse(reply, 'bad-request');
  const caller = callers.get(request) ?? { kind: 'anyone' };
  const outcome = await route.run({ hub, caller, body: body.value, query: query?.data, param: (name) => params[name] ?? '' });
  if (!outcome.ok) return refuse(reply, outcome.error);
  if ('json' in outcome.value) return answerJson(request, reply, JSON.stringify(outcome.value.json));
  return reply.code(200).type(framesType).headers(outcome.value.headers).send(Buffer.from(outcome.value.frames.buffer, outcome.value.frames.byteOffset, outcome.value.frames.byteLength));
}

/** Less does not become smaller. */
const leastZippedBytes = 1_024;
const zipped = promisify(gzip);

/** Long answers are compressed: a receipt for each of five hundred records is a tenth of what they weigh. */
async function answerJson(request: FastifyRequest, reply: FastifyReply, text: string): Promise<FastifyReply> {
  void reply.code(200).type('application/json; charset=utf-8').header('vary', 'accept-encoding');
  const isAsked = /\bgzip\b(?!;\s*q=0)/.test(request.headers['accept-encoding']?.toString() ?? '');
  if (!isAsked || text.length < leastZippedBytes) return reply.send(text);
  return reply.header('content-encoding', 'gzip').send(await zipped(text));
}

function paramsOf(request: FastifyRequest): Readonly<Record<string, string>> {
  const { params } = request;
  if (typeof params !== 'object' || params === null) return {};
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
}

const areKnown = (params: Readonly<Record<string, string>>): boolean =>
  Object.entries(params).every(([name, value]) => (name === 'scope' ? scopes.some((scope) => scope === value) : isUuid(value)));

function bodyOf(request: FastifyRequest, route: AnyRoute): Result<unknown, ErrorCode> {
  if (route.body === undefined) return ok(null);
  const isFrames = request.body instanceof Uint8Array;
  if (route.body === 'frames') return isFrames ? ok(request.body) : err('wrong-type');
  if (isFrames) return err('wrong-type');
  const parsed = route.body.safeParse(request.body);
  return parsed.success ? ok(parsed.data) : err('bad-request');
}
