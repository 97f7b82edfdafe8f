/**
 * Who answers? The first step of every pass: the hub's statement is signed by the pinned root,
 * and nothing that only grows has become less.
 *
 *   | what        | was seen | comes                | then                                     |
 *   | statement   | v        | v + n, signed        | taken; content keys are renewed          |
 *   | statement   | v        | less, none, or other | `StatementRolledBack`, `StatementForged` |
 *   | revocations | s        | s + n, signed, all of before in it | taken; content keys are renewed |
 *   | revocations | s        | less, none, or other | `RevocationsRolledBack`, `RevocationsForged` |
 *   | epoch       | e        | another              | the hub was restored: all is compared anew |
 */
import { err, ok, type Result } from '#domain/result.ts';
import { hubSchema, type HubAnswer } from '#wire/answers.ts';
import { canonicalJson } from '#wire/canonical-json.ts';
import { verify } from '#wire/signed.ts';
import { fingerprintOf, type Revocations, type SignedRevocations, type SignedStatement } from '#wire/statements.ts';
import { askJson } from './ask.ts';
import { distrust, type Circle } from './circle.ts';
import type { Trust } from './membership.ts';
import type { SyncObstacle } from './obstacle.ts';
import type { SyncPorts } from './ports.ts';

/** Asks the hub who it is. `AppTooOld` for a protocol of later. */
export async function askHub(ports: Pick<SyncPorts, 'send' | 'nowMs'>, signal: AbortSignal): Promise<Result<HubAnswer, SyncObstacle>> {
  return askJson(ports, { method: 'GET', path: 'hub', answer: hubSchema }, signal);
}

/** Meets the hub and checks it against the pin and against what was seen before. */
export async function hello(circle: Circle): Promise<Result<void, SyncObstacle>> {
  const hub = await askHub(circle.ports, circle.signal);
  if (!hub.ok) return hub;
  circle.hub = hub.value;
  const { hubId, statement, revocations, epoch } = hub.value;
  if (hubId !== circle.me.hubId) return distrust({ type: 'OtherHub' });
  if (!statement) return circle.trust.statement ? distrust({ type: 'StatementRolledBack' }) : err({ type: 'NotFounded' });
  const checked = statementObstacle(statement, { hubId, pin: circle.me.pin, seen: circle.trust.statement })
    ?? revocationsObstacle(revocations, { hubId, rootSigner: statement.body.rootSigner, seen: circle.trust.revocations });
  if (checked) return err(checked);
  return isNews(circle.trust, { statement, revocations, epoch }) ? circle.learn({ statement, revocations, epoch, ...restoring(circle.trust, epoch), ...renewal(circle, statement, revocations) }) : ok(undefined);
}

interface Expected {
  readonly hubId: string;
  /** The fingerprint of the link. */
  readonly pin: string;
  readonly seen: SignedStatement | null;
}

/** What is wrong with a statement; null when it may be believed. */
export function statementObstacle(statement: SignedStatement, { hubId, pin, seen }: Expected): SyncObstacle | null {
  const { body } = statement;
  if (fingerprintOf(body.rootSigner) !== pin) return { type: 'HubNotTrusted', what: { type: 'PinDiffers' } };
  if (body.hubId !== hubId || !verify('statement', statement, body.rootSigner)) return { type: 'HubNotTrusted', what: { type: 'StatementForged' } };
  if (!seen || body.version > seen.body.version) return null;
  if (body.version < seen.body.version) return { type: 'HubNotTrusted', what: { type: 'StatementRolledBack' } };
  return canonicalJson(body) === canonicalJson(seen.body) ? null : { type: 'HubNotTrusted', what: { type: 'StatementForged' } };
}

function revocationsObstacle(
  revocations: SignedRevocations | null, { hubId, rootSigner, seen }: { readonly hubId: string; readonly rootSigner: string; readonly seen: SignedRevocations | null },
): SyncObstacle | null {
  if (!revocations) return seen ? { type: 'HubNotTrusted', what: { type: 'RevocationsRolledBack' } } : null;
  const { body } = revocations;
  if (body.hubId !== hubId || !verify('revocations', revocations, rootSigner)) return { type: 'HubNotTrusted', what: { type: 'RevocationsForged' } };
  if (!seen) return null;
  if (body.serial < seen.body.serial) return { type: 'HubNotTrusted', what: { type: 'RevocationsRolledBack' } };
  return isGrown(body, seen.body) ? null : { type: 'HubNotTrusted', what: { type: 'RevocationsForged' } };
}

function isGrown(now: Revocations, seen: Revocations): boolean {
  if (now.serial === seen.serial) return canonicalJson(now) === canonicalJson(seen);
  return seen.revoked.every((id) => now.revoked.includes(id));
}

const isNews = (trust: Trust, now: Pick<Trust, 'statement' | 'revocations' | 'epoch'>): boolean =>
  trust.epoch !== now.epoch || trust.statement?.body.version !== now.statement?.body.version || trust.revocations?.body.serial !== now.revocations?.body.serial;

const restoring = (trust: Trust, epoch: string): Partial<Trust> => (trust.epoch !== null && trust.epoch !== epoch ? { restored: true } : {});

/** Whoever was revoked has the content keys of before: from now on there are others. */
function renewal({ trust, ports }: Circle, statement: SignedStatement, revocations: SignedRevocations | null): Partial<Trust> {
  const isFirst = trust.statement === null;
  const recipient = trust.statement?.body.recipient !== statement.body.recipient;
  const revoked = (revocations?.body.serial ?? 0) !== (trust.revocations?.body.serial ?? 0);
  return !isFirst && (recipient || revoked) ? { renewedAtMs: ports.nowMs() } : {};
}

/** True for a member whom the root has revoked. */
export const isRevoked = ({ revocations }: Trust, memberId: string): boolean => revocations?.body.revoked.includes(memberId) ?? false;
