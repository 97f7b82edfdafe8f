/** Invitations, and those who use them. */
import { assert, err, ok } from '#domain/result.ts';
import type { InvitedAnswer } from '#wire/answers.ts';
import { limits } from '#wire/limits.ts';
import { certificateRequestSchema, invitationSchema, joinSchema } from '#wire/requests.ts';
import { verify } from '#wire/signed.ts';
import type { Caller } from '../caller.ts';
import type { Invitation } from '../store/invitations.ts';
import { done, lineBy, route, type AnyRoute } from './route.ts';

function invitationOf(caller: Caller): Invitation {
  assert(caller.kind === 'invitation', 'only an invitation may use this route');
  return caller.invitation;
}

const inviteRoute = route({
  method: 'POST', path: '/invitations', who: ['owner'], body: invitationSchema,
  run: async (ask) => {
    const { hub, body } = ask;
    const latestMs = hub.nowMs() + limits.invitationMs;
    const expiresAtMs = Math.min(body.expiresAtMs ?? latestMs, latestMs);
    const invited = await hub.store.invite({ ...body, expiresAtMs }, lineBy(ask, 'invited', body.inviteId));
    return invited.ok ? ok(done) : invited;
  },
});

const invitationsRoute = route({
  method: 'GET', path: '/invitations', who: ['owner'],
  run: async ({ hub }) => ok({ json: { invitations: await hub.store.invitations() } }),
});

const withdrawRoute = route({
  method: 'DELETE', path: '/invitations/:id', who: ['owner'],
  run: async (ask) => {
    const withdrawn = await ask.hub.store.withdraw(ask.param('id'), lineBy(ask, 'invitation withdrawn', ask.param('id')));
    return withdrawn.ok ? ok(done) : withdrawn;
  },
});

const invitedRoute = route({
  method: 'GET', path: '/join', who: ['invitation'],
  run: async ({ hub, caller }) => {
    const { inviteId, role, recovers, expiresAtMs, usedBy } = invitationOf(caller);
    if (usedBy !== null) return err('link-spent');
    const { statement } = await hub.store.district();
    if (statement === null) return err('not-founded');
    const json: InvitedAnswer = { inviteId, role, recovers, expiresAtMs, statement };
    return ok({ json });
  },
});

const joinRoute = route({
  method: 'POST', path: '/join', who: ['invitation'], body: joinSchema,
  run: async ({ hub, caller, body }) => {
    const { inviteId } = invitationOf(caller);
    const joined = await hub.store.join(inviteId, body, { what: 'joined', atMs: hub.nowMs(), memberId: body.memberId, deviceId: body.deviceId, about: inviteId });
    return joined.ok ? ok(done) : joined;
  },
});

const certificateRoute = route({
  method: 'PUT', path: '/members/:id/certificate', who: ['owner'], body: certificateRequestSchema,
  run: async (ask) => {
    const { hub, body: { certificate } } = ask;
    const { statement } = await hub.store.district();
    if (statement === null) return err('not-founded');
    if (certificate.body.memberId !== ask.param('id') || certificate.body.hubId !== hub.hubId) return err('bad-request');
    if (!verify('certificate', certificate, statement.body.rootSigner)) return err('bad-signature');
    const signed = await hub.store.countersign(certificate, lineBy(ask, 'countersigned', ask.param('id')));
    return signed.ok ? ok(done) : signed;
  },
});

export const joiningRoutes: readonly AnyRoute[] = [inviteRoute, invitationsRoute, withdrawRoute, invitedRoute, joinRoute, certificateRoute];
