/** How the hub says no: a status, `{ code, retryAfterMs? }`, and `Retry-After` in seconds. */
import type { FastifyReply } from 'fastify';
import { errorCodes, type ErrorCode, type Refusal } from '#wire/error-code.ts';
import { StoreFault } from './store/faults.ts';

const statuses = new Map(Object.entries(errorCodes).flatMap(([status, codes]) => codes.map((code): [ErrorCode, number] => [code, Number(status)])));
// Some codes stand under several statuses; these are the ones that the hub's own refusals bear.
statuses.set('bad-request', 400).set('too-large', 413);

/** The HTTP status of a code. */
export const statusOf = (code: ErrorCode): number => statuses.get(code) ?? 500;

/** When to come back after a fault of the store: soon for what passes by itself, later for a full disk. */
const patienceMs = { busy: 2_000, 'storage-full': 60_000 } as const;

/** Refuses with a code. */
export function refuse(reply: FastifyReply, code: ErrorCode, more: { readonly status?: number; readonly retryAfterMs?: number } = {}): FastifyReply {
  const { retryAfterMs } = more;
  if (retryAfterMs !== undefined) void reply.header('retry-after', String(Math.max(1, Math.ceil(retryAfterMs / 1_000))));
  const body: Refusal = { code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  return reply.code(more.status ?? statusOf(code)).type('application/json; charset=utf-8').send(body);
}

/** The refusal for whatever was thrown while a request was read or answered. */
export function refusalOf(error: unknown): { readonly code: ErrorCode; readonly status: number; readonly retryAfterMs?: number } {
  if (error instanceof StoreFault) return { code: error.reason, status: 503, retryAfterMs: patienceMs[error.reason] };
  const status = statusIn(error);
  if (status === 503) return { code: 'busy', status, retryAfterMs: patienceMs.busy };
  const code = status === 413 || status === 414 || status === 431 ? 'too-large' : status === 415 ? 'wrong-type' : status === 408 ? 'too-slow' : status < 500 ? 'bad-request' : 'hub-fault';
  return { code, status: status >= 500 ? 500 : status };
}

function statusIn(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
