/** Sealed records in and out. */
import type { KeyObject } from 'node:crypto';
import { err, ok, type Result } from '#domain/result.ts';
import { z } from '#domain/zod.ts';
import type { PushAnswer, Refused } from '#wire/answers.ts';
import { parseEnvelope } from '#wire/envelope.ts';
import type { ErrorCode, RecordRefusal } from '#wire/error-code.ts';
import { decodeFrames, encodeFrames } from '#wire/frames.ts';
import { idSchema, seqSchema } from '#wire/ids.ts';
import { limits } from '#wire/limits.ts';
import { hashOf, isRecordSigned, keyOf } from '../check-signed.ts';
import type { KnownDevice } from '../store/members.ts';
import type { PullQuery } from '../store/pull.ts';
import type { Incoming } from '../store/push.ts';
import { anyMember, deviceOf, lineBy, route, type AnyRoute, type Ask } from './route.ts';

const pushRoute = route<Uint8Array, never>({
  method: 'POST', path: '/records', who: anyMember, body: 'frames', bodyBytes: limits.batchBytes,
  run: async (ask) => {
    const { hub, body } = ask;
    const device = deviceOf(ask);
    if (device.signer === null) return err('not-yet-countersigned');
    const frames = decodeFrames(body);
    if (!frames.ok) return err('bad-frames');
    const { taken, refused } = inspect(frames.value, { ...device, key: keyOf(device.signer) }, hub.hubId);
    const pushed = await hub.store.push(device.memberId, taken, lineBy(ask, 'pushed'));
    if (pushed === null) return err('revoked');
    const headerOf = new Map(taken.map(({ index, header }) => [index, header]));
    for (const { index, code } of pushed.refused) {
      const header = headerOf.get(index);
      refused.push({ index, recordId: header?.recordId ?? null, deviceId: header?.deviceId ?? null, kind: header?.kind ?? null, revision: header?.revision ?? null, code });
    }
    hub.metrics.pushed(pushed.stored, countBy(refused));
    const json: PushAnswer = { receipts: [...pushed.receipts], refused: refused.sort((a, b) => a.index - b.index) };
    return ok({ json });
  },
});

/** Judges each frame on its own: form, whose it is, signature. */
function inspect(frames: readonly Uint8Array[], device: KnownDevice & { readonly key: KeyObject }, hubId: string): { taken: Incoming[]; refused: Refused[] } {
  const taken: Incoming[] = [];
  const refused: Refused[] = [];
  for (const [index, bytes] of frames.entries()) {
    const envelope = parseEnvelope(bytes);
    if (!envelope.ok) {
      refused.push({ index, recordId: null, deviceId: null, kind: null, revision: null, code: bytes.length > limits.recordBytes ? 'too-large' : 'bad-record' });
      continue;
    }
    const { header } = envelope.value;
    const isOwn = header.memberId === device.memberId && header.deviceId === device.deviceId;
    const code: RecordRefusal | null = !isOwn ? 'not-yours' : isRecordSigned(hubId, envelope.value, device.key) ? null : 'bad-signature';
    if (code === null) taken.push({ index, header, sha256: hashOf(bytes), bytes });
    else refused.push({ index, recordId: header.recordId, deviceId: header.deviceId, kind: header.kind, revision: header.revision, code });
  }
  return { taken, refused };
}

const countBy = (refused: readonly Refused[]): Readonly<Record<string, number>> =>
  refused.reduce<Record<string, number>>((counts, { code }) => ({ ...counts, [code]: (counts[code] ?? 0) + 1 }), {});

const digits = z.string().check(z.regex(/^\d{1,15}$/));
const pageQuery = z.object({ member: z.optional(idSchema), after: z.optional(digits), limit: z.optional(digits), epoch: z.optional(idSchema) });
type PageQuery = z.infer<typeof pageQuery>;

const pullRoute = route({
  method: 'GET', path: '/records', who: anyMember, query: pageQuery,
  run: async (ask) => {
    const { hub, query } = ask;
    const asked = queryOf(ask, limits.batchRecords);
    if (!asked.ok) return asked;
    const { epoch } = await hub.store.district();
    if (query.epoch !== undefined && query.epoch !== epoch) return err('resync');
    const page = await hub.store.pull(asked.value, limits.batchBytes);
    if (!page.ok) return page;
    const { envelopes, next, more } = page.value;
    hub.metrics.pulled(envelopes.length);
    if (envelopes.length > 0) await auditPull(ask, asked.value, { next, count: envelopes.length });
    return ok({ frames: encodeFrames(envelopes), headers: { 'qc-next': String(next), 'qc-more': more ? '1' : '0', 'qc-epoch': epoch } });
  },
});

/** Reading goes on when the audit can't be written: a full disk must not lock a district out of its records. */
async function auditPull(ask: Ask<unknown, PageQuery>, { memberId, after }: PullQuery, { next, count }: { next: number; count: number }): Promise<void> {
  try {
    await ask.hub.store.audit({ ...lineBy(ask, 'pulled', `${memberId} ${String(after)}-${String(next)}`), count });
  } catch {
    ask.hub.metrics.fault('audit'); // counted, so that an operator sees it
  }
}

const compareRoute = route({
  method: 'GET', path: '/records/compare', who: anyMember, query: pageQuery,
  run: async (ask) => {
    const asked = queryOf(ask, limits.pageRows);
    if (!asked.ok) return asked;
    const compared = await ask.hub.store.compare(asked.value);
    return compared.ok ? ok({ json: compared.value }) : compared;
  },
});

/** Leaders ask for themselves; district and owners for anyone, without drafts. */
function queryOf(ask: Ask<unknown, PageQuery>, most: number): Result<PullQuery, ErrorCode> {
  const device = deviceOf(ask);
  const { member = device.memberId, after = '0', limit = String(most) } = ask.query;
  const isOwn = member === device.memberId;
  if (!isOwn && device.role === 'leader') return err('not-allowed');
  const from = seqSchema.safeParse(Number(after));
  if (!from.success) return err('bad-request');
  return ok({ memberId: member, after: from.data, most: Math.max(1, Math.min(most, Number(limit))), withDrafts: isOwn });
}

export const recordRoutes: readonly AnyRoute[] = [pushRoute, pullRoute, compareRoute];
