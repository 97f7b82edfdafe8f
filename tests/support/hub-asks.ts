/** One way to ask a hub, in the same process or over the network. */
import type { FastifyInstance } from 'fastify';
import { framesType, encodeFrames } from '#wire/frames.ts';

export interface AskMore {
  readonly authorization?: string | undefined;
  readonly json?: unknown;
  readonly frames?: readonly Uint8Array[];
}

export interface Heard {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly bytes: Uint8Array;
  /** The body as JSON; throws when it is none. */
  json(): unknown;
}

export type AskHub = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, more?: AskMore) => Promise<Heard>;

function contentOf({ authorization, json, frames }: AskMore): { headers: Record<string, string>; payload: string | Buffer | undefined } {
  const headers: Record<string, string> = {};
  if (authorization !== undefined) headers['authorization'] = authorization;
  if (json !== undefined) headers['content-type'] = 'application/json';
  if (frames !== undefined) headers['content-type'] = framesType;
  return { headers, payload: frames ? Buffer.from(encodeFrames(frames)) : json === undefined ? undefined : JSON.stringify(json) };
}

/** Asks a server of this process. Paths are under `/api/v1`. */
export const askServer = (server: FastifyInstance): AskHub => async (method, path, more = {}) => {
  const { headers, payload } = contentOf(more);
  const answer = await server.inject({ method, url: `/api/v1${path}`, headers, ...(payload === undefined ? {} : { payload }) });
  return {
    status: answer.statusCode,
    header: (name) => (answer.headers[name] === undefined ? null : String(answer.headers[name])),
    bytes: Uint8Array.from(answer.rawPayload),
    json: () => answer.json<unknown>(),
  };
};

/** Asks a server at an address. Rejects when it can't be reached, or the connection breaks. */
export const askAddress = (address: string): AskHub => async (method, path, more = {}) => {
  const { headers, payload } = contentOf(more);
  const answer = await fetch(`${address}/api/v1${path}`, { method, headers, ...(payload === undefined ? {} : { body: typeof payload === 'string' ? payload : new Uint8Array(payload) }) });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { status: answer.status, header: (name) => answer.headers.get(name), bytes, json: () => JSON.parse(new TextDecoder().decode(bytes)) as unknown };
};
