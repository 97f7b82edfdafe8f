/** What a route is: who may, what it takes, and one thing that it does. `register.ts` puts it on the server. */
import { assert, type Result } from '#domain/result.ts';
import type { z } from '#domain/zod.ts';
import type { ErrorCode } from '#wire/error-code.ts';
import { roles, type Role } from '#wire/ids.ts';
import type { Caller } from '../caller.ts';
import type { Logs } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Store } from '../store/store.ts';
import type { KnownDevice } from '../store/members.ts';
import type { AuditLine, AuditWhat } from '../store/audit.ts';

/** What all routes stand on. */
export interface Hub {
  readonly hubId: string;
  readonly store: Store;
  readonly nowMs: () => number;
  readonly logs: Logs;
  readonly metrics: Metrics;
}

/** Who may use a route. A device counts by its role once an owner has countersigned it, as `pending` before. */
export type Who = 'anyone' | 'pending' | Role | 'owner-link' | 'invitation' | 'pairing';

/** Devices of all roles that are in. */
export const anyMember: readonly Who[] = roles;

export type Answer =
  | { readonly json: unknown }
  | { readonly frames: Uint8Array; readonly headers: Readonly<Record<string, string>> };

export interface Ask<Body, Query> {
  readonly hub: Hub;
  readonly caller: Caller;
  readonly body: Body;
  readonly query: Query;
  /** A part of the path; ids were checked to be ids. */
  readonly param: (name: string) => string;
}

export interface Route<Body = never, Query = never> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Under `/api/v1`; `:id` is an id, `:scope` a keyring's scope. */
  readonly path: string;
  readonly who: readonly Who[];
  /** The schema of a JSON body, or `frames` for bytes. */
  readonly body?: z.ZodMiniType<Body> | 'frames';
  /** Bytes of body; 64 KiB where nothing is said. */
  readonly bodyBytes?: number;
  readonly query?: z.ZodMiniType<Query>;
  readonly run: (ask: Ask<Body, Query>) => Promise<Result<Answer, ErrorCode>>;
}

/** A route whose types of body and query are closed up in it. */
export type AnyRoute = Route<unknown, unknown>;

/** Closes a route's types: `register.ts` hands `run` only what its own schemas have parsed. */
export const route = <Body, Query>(definition: Route<Body, Query>): AnyRoute => definition as unknown as AnyRoute;

/** The answer of routes with nothing else to say. */
export const done: Answer = { json: { done: true } };

/** The device that asks; routes that are for devices alone use it. */
export function deviceOf({ caller }: { readonly caller: Caller }): KnownDevice {
  assert(caller.kind === 'device', 'only devices may use this route');
  return caller.device;
}

/** A line of the audit about what the asking device does. */
export function lineBy({ caller, hub }: Pick<Ask<unknown, unknown>, 'caller' | 'hub'>, what: AuditWhat, about?: string): AuditLine {
  const device = caller.kind === 'device' ? { memberId: caller.device.memberId, deviceId: caller.device.deviceId } : {};
  return { what, atMs: hub.nowMs(), ...device, about };
}
