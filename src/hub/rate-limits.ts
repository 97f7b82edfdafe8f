/** How often one may ask, per address and per device, counted in this process. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fastifyRateLimit from '@fastify/rate-limit';

export interface RateConfig {
  readonly perAddress: number;
  readonly perDevice: number;
}

export interface RateLimits {
  /** @returns null when the request may pass, else milliseconds to wait */
  readonly address: (request: FastifyRequest) => Promise<number | null>;
  readonly device: (request: FastifyRequest, deviceId: string) => Promise<number | null>;
}

const minuteMs = 60_000;

/** How many addresses or devices are remembered; the counts of others begin anew. */
const remembered = 10_000;

/** Registers the counters on the server; to be awaited before routes use them. */
export async function createRateLimits(server: FastifyInstance, { perAddress, perDevice }: RateConfig): Promise<RateLimits> {
  await server.register(fastifyRateLimit, { global: false, cache: remembered });
  const keys = new WeakMap<FastifyRequest, string>();
  const address = server.createRateLimit({ max: perAddress, timeWindow: minuteMs, keyGenerator: (request) => `address ${request.ip}` });
  const device = server.createRateLimit({ max: perDevice, timeWindow: minuteMs, keyGenerator: (request) => keys.get(request) ?? '' });
  return {
    address: async (request) => waitOf(await address(request)),
    device: async (request, deviceId) => {
      keys.set(request, `device ${deviceId}`);
      return waitOf(await device(request));
    },
  };
}

type Counted = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>;

const waitOf = (counted: Counted): number | null => (!counted.isAllowed && counted.isExceeded ? Math.max(1_000, counted.ttl) : null);
