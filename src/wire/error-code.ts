/**
 * How the hub refuses. Every refusal is `{ code, retryAfterMs? }`; a client that does not know
 * the code, or gets no such body, takes the answer for not the hub's and keeps its outbox.
 */
import { z } from '#domain/zod.ts';

/** Codes of whole requests, by HTTP status. */
export const errorCodes = {
  400: ['bad-request', 'bad-frames', 'bad-signature'],
  401: ['sign-in-needed'],
  403: ['not-allowed', 'not-yet-countersigned', 'revoked'],
  404: ['not-found', 'not-yet'],
  405: ['bad-request'],
  408: ['too-slow'],
  409: ['version-taken', 'already-there', 'already-founded', 'not-founded'],
  410: ['resync', 'link-spent'],
  413: ['too-large'],
  414: ['too-large'],
  415: ['wrong-type'],
  429: ['too-many'],
  431: ['too-large'],
  500: ['hub-fault'],
  503: ['busy', 'storage-full'],
} as const;

type Codes = typeof errorCodes;
export type ErrorStatus = keyof Codes;
export type ErrorCode = Codes[ErrorStatus][number];

const codes = [...new Set(Object.values(errorCodes).flat())];

/** The body of every refusal. */
export const refusalSchema = z.object({
  code: z.enum(codes),
  /** Not before so many milliseconds; the header `Retry-After` says the same in seconds. */
  retryAfterMs: z.optional(z.number().check(z.int(), z.gte(0))),
});
export type Refusal = z.infer<typeof refusalSchema>;

/**
 * Why one record of a push was not taken, while the others were.
 * - `revision-taken`: this revision is there with other bytes
 * - `deleted`: a tombstone stands for the record
 * - `not-yours`: the header names another member or device than the token
 * - `bad-record`, `bad-signature`, `too-large`: it will never be taken as it is
 */
export const recordRefusals = ['revision-taken', 'deleted', 'not-yours', 'bad-record', 'bad-signature', 'too-large'] as const;
export type RecordRefusal = (typeof recordRefusals)[number];
