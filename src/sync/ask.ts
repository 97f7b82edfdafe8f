/** One question to the hub and its answer, or what is in the way. Whatever answers, nothing is thrown but an abort. */
import { err, ok, type Result } from '#domain/result.ts';
import type { z } from '#domain/zod.ts';
import { authorizationOf, type Credential } from '#wire/auth-key.ts';
import { refusalSchema } from '#wire/error-code.ts';
import { retryAfterMs } from './backoff.ts';
import type { SyncObstacle } from './obstacle.ts';
import type { HubRequest, HubResponse, SyncPorts } from './ports.ts';

export interface Question {
  readonly method: HubRequest['method'];
  readonly path: string;
  readonly as?: Credential;
  /** A JSON value, or bytes of `type`. */
  readonly json?: unknown;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly type?: string;
}

/** Sends a question; the answer when the hub said yes. */
export async function ask(ports: Pick<SyncPorts, 'send' | 'nowMs'>, question: Question, signal: AbortSignal): Promise<Result<HubResponse, SyncObstacle>> {
  let response: HubResponse;
  try {
    response = await ports.send(requestOf(question), signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Error) return err({ type: 'HubOutOfReach' }); // TypeError, TimeoutError, AbortError: by platform
    throw error;
  }
  if (response.status === 200 || response.status === 201 || response.status === 204) return ok(response);
  return err(obstacleOf(response, ports.nowMs()));
}

/** The same, with an answer in JSON that fits the schema. */
export async function askJson<T>(
  ports: Pick<SyncPorts, 'send' | 'nowMs'>, question: Question & { readonly answer: z.ZodMiniType<T> }, signal: AbortSignal,
): Promise<Result<T, SyncObstacle>> {
  const response = await ask(ports, question, signal);
  if (!response.ok) return response;
  const answer = question.answer.safeParse(jsonOf(response.value));
  return answer.success ? ok(answer.data) : err({ type: 'NotTheHub' });
}

function requestOf({ method, path, as, json, bytes, type }: Question): HubRequest {
  const body = bytes ?? (json === undefined ? undefined : new TextEncoder().encode(JSON.stringify(json)));
  return {
    method, path,
    headers: {
      ...(as ? { authorization: authorizationOf(as) } : {}),
      ...(body ? { 'content-type': type ?? 'application/json' } : {}),
    },
    ...(body ? { body } : {}),
  };
}

/** The JSON of an answer; undefined for anything else. */
function jsonOf({ body, header }: HubResponse): unknown {
  if (!(header('content-type') ?? '').startsWith('application/json')) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function obstacleOf(response: HubResponse, nowMs: number): SyncObstacle {
  const refusal = refusalSchema.safeParse(jsonOf(response));
  const askedMs = retryAfterMs(response.header('retry-after'), nowMs) ?? (refusal.success ? refusal.data.retryAfterMs ?? null : null);
  const retryAtMs = askedMs === null ? null : nowMs + askedMs;
  // Something on the way may ask to wait as well, in words of its own.
  if (!refusal.success) return response.status === 429 || response.status === 503 ? { type: 'HubBusy', retryAtMs } : { type: 'NotTheHub' };
  const { code } = refusal.data;
  switch (code) {
    case 'sign-in-needed': return { type: 'SignInNeeded' };
    case 'not-allowed': case 'not-yet-countersigned': case 'revoked': return { type: 'NotAllowed', code };
    case 'too-many': case 'busy': case 'hub-fault': case 'too-slow': return { type: 'HubBusy', retryAtMs };
    case 'storage-full': return { type: 'HubFull', retryAtMs };
    case 'too-large': return { type: 'TooLargeForHub' };
    case 'link-spent': return { type: 'LinkSpent' };
    case 'not-founded': return { type: 'NotFounded' };
    case 'already-founded': case 'already-there': case 'bad-frames': case 'bad-request': case 'bad-signature':
    case 'not-found': case 'not-yet': case 'resync': case 'version-taken': case 'wrong-type': return { type: 'RefusedByHub', code };
  }
}
