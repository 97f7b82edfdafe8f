/**
 * Whose keys are whose. The hub hands certificates on; only those that the root signed count,
 * and of each member the newest that was ever seen has to be among them.
 */
import { ok, type Result } from '#domain/result.ts';
import { publicOf } from '#seal/member-keys.ts';
import { membersSchema, type DeviceAnswer, type PendingAnswer } from '#wire/answers.ts';
import type { Role } from '#wire/ids.ts';
import { verify } from '#wire/signed.ts';
import type { Certificate, SignedCertificate } from '#wire/statements.ts';
import { askJson } from './ask.ts';
import { distrust, type Circle } from './circle.ts';
import { isRevoked } from './hello.ts';
import { row } from './membership.ts';
import type { SyncObstacle } from './obstacle.ts';

/** A member whose certificates were checked. */
export interface KnownMember {
  readonly memberId: string;
  readonly role: Role;
  readonly label: string | null;
  /** The newest; null while no owner has signed. */
  readonly certificate: Certificate | null;
  /** Public keys that ever were this member's, base64url: old records bear old signatures. */
  readonly signers: readonly string[];
  readonly isRevoked: boolean;
  readonly devices: readonly DeviceAnswer[];
  readonly head: number;
}

export interface Members {
  readonly members: readonly KnownMember[];
  /** Who used an invitation and waits; for owners. */
  readonly joins: readonly PendingAnswer[];
}

/** Asks for the members that one may see: a leader the own row, district and owners all. */
export async function readMembers(circle: Circle): Promise<Result<Members, SyncObstacle>> {
  const answer = await askJson(circle.ports, { method: 'GET', path: 'members', as: circle.as, answer: membersSchema }, circle.signal);
  if (!answer.ok) return answer;
  const members: KnownMember[] = [];
  const serials: Record<string, number> = { ...circle.trust.serials };
  for (const { memberId, certificates, label, role, devices, head } of answer.value.members) {
    const checked = checkedCertificates(circle, memberId, certificates);
    if (!checked.ok) return checked;
    const certificate = checked.value.at(-1) ?? null;
    if (certificate) serials[memberId] = certificate.serial;
    members.push({
      memberId, label, devices, head, certificate,
      // What the root signed, not what the hub says.
      role: certificate?.role ?? role,
      signers: checked.value.map(({ signer }) => signer),
      isRevoked: isRevoked(circle.trust, memberId),
    });
  }
  const isNews = JSON.stringify(serials) !== JSON.stringify(circle.trust.serials);
  const learned = isNews ? await circle.learn({ serials }) : ok(undefined);
  return learned.ok ? ok({ members, joins: answer.value.joins }) : learned;
}

/** The certificates by serial, each signed by the root for this member at this hub. */
function checkedCertificates({ trust, me }: Circle, memberId: string, signed: readonly SignedCertificate[]): Result<Certificate[], SyncObstacle> {
  const rootSigner = trust.statement?.body.rootSigner ?? '';
  for (const certificate of signed) {
    const { body } = certificate;
    if (body.memberId !== memberId || body.hubId !== me.hubId || !verify('certificate', certificate, rootSigner)) return distrust({ type: 'CertificateForged', memberId });
  }
  const certificates = signed.map(({ body }) => body).toSorted((a, b) => a.serial - b.serial);
  const newest = certificates.at(-1)?.serial ?? 0;
  return newest < (trust.serials[memberId] ?? 0) ? distrust({ type: 'CertificateRolledBack', memberId }) : ok(certificates);
}

/** Learns from the own row whether an owner has signed these very keys, and in which role. */
export async function learnStanding(circle: Circle, { members }: Members): Promise<Result<KnownMember | null, SyncObstacle>> {
  const own = members.find(({ memberId }) => memberId === circle.me.memberId) ?? null;
  if (own?.isRevoked) return { ok: false, error: { type: 'NotAllowed', code: 'revoked' } };
  const keys = await publicOf(circle.me.keys);
  const certificate = own?.certificate ?? null;
  const confirmed = certificate !== null && certificate.signer === keys?.signer && certificate.recipient === keys.recipient;
  const role = confirmed ? certificate.role : circle.me.role;
  if (confirmed === circle.me.confirmed && role === circle.me.role) return ok(own);
  circle.me = { ...circle.me, confirmed, role };
  const kept = await circle.keep({ sync: [row('identity', circle.me)] });
  return kept.ok ? ok(own) : kept;
}
