/** The district as a whole: what the hub is, its founding, its statement, what it publishes. */
import { err, ok } from '#domain/result.ts';
import { z } from '#domain/zod.ts';
import type { HubAnswer } from '#wire/answers.ts';
import { protocol } from '#wire/ids.ts';
import { limits } from '#wire/limits.ts';
import { foundSchema, publishedRequestSchema, statementRequestSchema } from '#wire/requests.ts';
import { verify } from '#wire/signed.ts';
import { anyMember, done, lineBy, route, type AnyRoute } from './route.ts';

const hubRoute = route({
  method: 'GET', path: '/hub', who: ['anyone'],
  run: async ({ hub }) => {
    const { hubId, epoch, statement, revocations } = await hub.store.district();
    const { batchBytes, batchRecords, recordBytes } = limits;
    const json: HubAnswer = { hubId, protocol, epoch, statement, revocations, limits: { batchBytes, batchRecords, recordBytes }, nowMs: hub.nowMs() };
    return ok({ json });
  },
});

const foundRoute = route({
  method: 'POST', path: '/found', who: ['owner-link'], body: foundSchema,
  run: async ({ hub, body }) => {
    const { statement, certificate, memberId, keys, deviceId } = body;
    const root = statement.body.rootSigner;
    if (!verify('statement', statement, root) || !verify('certificate', certificate, root)) return err('bad-signature');
    const { body: about } = certificate;
    const isOwn = about.memberId === memberId && about.role === 'owner' && about.signer === keys.signer && about.recipient === keys.recipient;
    if (!isOwn || about.hubId !== hub.hubId || statement.body.hubId !== hub.hubId) return err('bad-request');
    const founded = await hub.store.found(body, { what: 'founded', atMs: hub.nowMs(), memberId, deviceId });
    return founded.ok ? ok(done) : founded;
  },
});

const statementRoute = route({
  method: 'PUT', path: '/statement', who: ['owner'], body: statementRequestSchema,
  run: async (ask) => {
    const { hub, body: { statement } } = ask;
    const before = (await hub.store.district()).statement;
    if (before === null) return err('not-founded');
    // The root stays for ever: it is the pin in every link and on every device.
    if (statement.body.rootSigner !== before.body.rootSigner || statement.body.hubId !== hub.hubId) return err('bad-request');
    if (!verify('statement', statement, before.body.rootSigner)) return err('bad-signature');
    const renewed = await hub.store.renewStatement(statement, lineBy(ask, 'statement renewed', String(statement.body.version)));
    return renewed.ok ? ok(done) : renewed;
  },
});

const publishedRoute = route({
  method: 'GET', path: '/published', who: anyMember,
  run: async ({ hub }) => ok({ json: { published: await hub.store.published() } }),
});

const publishRoute = route({
  method: 'PUT', path: '/published', who: ['owner'], body: publishedRequestSchema, bodyBytes: limits.publishedBytes,
  run: async (ask) => {
    const { hub, body: { published } } = ask;
    const { statement } = await hub.store.district();
    if (statement === null) return err('not-founded');
    if (published.body.hubId !== hub.hubId) return err('bad-request');
    if (!verify('published', published, statement.body.rootSigner)) return err('bad-signature');
    const put = await hub.store.publish(published, lineBy(ask, 'published', String(published.body.version)));
    return put.ok ? ok(done) : put;
  },
});

const auditQuery = z.object({ after: z.optional(z.string().check(z.maxLength(100))) });

const auditRoute = route({
  method: 'GET', path: '/audit', who: ['owner'], query: auditQuery,
  run: async ({ hub, query }) => ok({ json: await hub.store.auditPage(query.after ?? null, limits.pageRows) }),
});

export const districtRoutes: readonly AnyRoute[] = [hubRoute, foundRoute, statementRoute, publishedRoute, publishRoute, auditRoute];
