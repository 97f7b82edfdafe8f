/** A second device of a member. The hub carries claim and answer, and can make neither. */
import { assert, err, ok, type Result } from '#domain/result.ts';
import type { PairingState } from '#wire/answers.ts';
import type { ErrorCode } from '#wire/error-code.ts';
import { limits } from '#wire/limits.ts';
import { answerSchema, claimSchema, pairingSchema } from '#wire/requests.ts';
import type { Pairing } from '../store/pairings.ts';
import { anyMember, deviceOf, done, lineBy, route, type AnyRoute, type Ask } from './route.ts';

const beginRoute = route({
  method: 'POST', path: '/pairings', who: anyMember, body: pairingSchema,
  run: async (ask) => {
    const { hub, body } = ask;
    const nowMs = hub.nowMs();
    const begun = await hub.store.beginPairing({ ...body, memberId: deviceOf(ask).memberId, expiresAtMs: nowMs + limits.pairingMs }, nowMs);
    return begun.ok ? ok(done) : begun;
  },
});

const stateRoute = route({
  method: 'GET', path: '/pairings/:id', who: [...anyMember, 'pairing'],
  run: async (ask) => {
    const pairing = await pairingOf(ask);
    if (!pairing.ok) return pairing;
    const { expiresAtMs, claim, answer } = pairing.value;
    const json: PairingState = { expiresAtMs, claim, answered: answer !== null };
    return ok({ json });
  },
});

const claimRoute = route({
  method: 'POST', path: '/pairings/:id/claim', who: ['pairing'], body: claimSchema,
  run: async (ask) => {
    const pairing = await pairingOf(ask);
    if (!pairing.ok) return pairing;
    const claimed = await ask.hub.store.claimPairing(pairing.value.pairingId, ask.body);
    return claimed.ok ? ok(done) : claimed;
  },
});

const answerRoute = route({
  method: 'PUT', path: '/pairings/:id/answer', who: anyMember, body: answerSchema, bodyBytes: Math.ceil((limits.blobBytes * 4) / 3) + 4_096,
  run: async (ask) => {
    const pairing = await pairingOf(ask);
    if (!pairing.ok) return pairing;
    const answered = await ask.hub.store.answerPairing(pairing.value.pairingId, ask.body, lineBy(ask, 'paired'));
    return answered.ok ? ok(done) : answered;
  },
});

const takeRoute = route({
  method: 'GET', path: '/pairings/:id/answer', who: ['pairing'],
  run: async (ask) => {
    const pairing = await pairingOf(ask);
    if (!pairing.ok) return pairing;
    const { answer, memberId } = pairing.value;
    return answer === null ? err('not-yet') : ok({ json: { memberId, ...answer } });
  },
});

/** The pairing of the path: by its own secret for that one alone, or for devices of the member who began it. */
async function pairingOf({ caller, hub, param }: Ask<unknown, unknown>): Promise<Result<Pairing, ErrorCode>> {
  if (caller.kind === 'pairing') return caller.pairing.pairingId === param('id') ? ok(caller.pairing) : err('not-found');
  assert(caller.kind === 'device', 'a pairing is asked for by its secret or a device');
  const pairing = await hub.store.pairing(param('id'));
  if (!pairing || pairing.memberId !== caller.device.memberId) return err('not-found');
  return pairing.expiresAtMs < hub.nowMs() ? err('link-spent') : ok(pairing);
}

export const pairingRoutes: readonly AnyRoute[] = [beginRoute, stateRoute, claimRoute, answerRoute, takeRoute];
