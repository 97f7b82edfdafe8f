/** Members, devices and invitations: listed, made, removed. */
import { ok, type Result } from '#domain/result.ts';
import { askJson } from '#sync/ask.ts';
import { revokeDevice, revokeMember } from '#sync/district.ts';
import { invite as makeInvitation, linkOfInvite, readInvitations, withdrawInvitation } from '#sync/join.ts';
import type { KnownMember } from '#sync/members.ts';
import { meSchema } from '#wire/answers.ts';
import { formatLink } from '#wire/link.ts';
import type { Device, Invitation, Member, Role } from './desk.ts';
import { errand, errandWithMembers, type Hub } from './hub.ts';
import type { SyncObstacle } from './obstacle.ts';

type Told<T> = Promise<Result<T, SyncObstacle>>;

/** This member's devices that are in. */
export const devices = (hub: Hub): Told<readonly Device[]> =>
  errand(hub, async (circle) => {
    const answer = await askJson(circle.ports, { method: 'GET', path: 'me', as: circle.as, answer: meSchema }, circle.signal);
    if (!answer.ok) return answer;
    return ok(answer.value.devices.filter(({ revokedAtMs }) => revokedAtMs === null).map(({ deviceId, label, createdAtMs, seenAtMs }) => ({
      id: deviceId, isThis: deviceId === circle.me.deviceId, label: label ?? 'Another device', joinedAtMs: createdAtMs, seenAtMs,
    })));
  });

/** A device of this member sends and fetches nothing from here on. */
export const removeDevice = (hub: Hub, deviceId: string): Told<void> => errand(hub, (circle) => revokeDevice(circle, deviceId));

/** Everybody in the district, and those who wait for their keys to be confirmed. */
export const members = (hub: Hub): Told<readonly Member[]> =>
  errandWithMembers(hub, (circle, { members: known, joins }) => {
    const ids = new Set(known.map(({ memberId }) => memberId));
    const waiting = joins.filter(({ memberId }) => !ids.has(memberId)).map(({ memberId, role, label, joinedAtMs }): Member =>
      ({ id: memberId, isMe: false, role, label: label ?? 'A new member', joinedAtMs, standing: 'waits', devices: 1, sealed: 0 }));
    return Promise.resolve(ok([...known.map((member) => memberOf(member, circle.me.memberId)), ...waiting]));
  });

function memberOf({ memberId, role, label, certificate, isRevoked, devices: all, head }: KnownMember, myId: string): Member {
  const present = all.filter(({ revokedAtMs }) => revokedAtMs === null);
  return {
    id: memberId, isMe: memberId === myId, role, label: label ?? present[0]?.label ?? 'A member', joinedAtMs: all[0]?.createdAtMs ?? 0,
    standing: isRevoked ? 'removed' : certificate === null ? 'waits' : 'confirmed', devices: present.length, sealed: head,
  };
}

/** Removes a member for good: the root signs a longer list of the removed, which no hub can take back. */
export const removeMember = (hub: Hub, memberId: string): Told<void> =>
  errandWithMembers(hub, (circle, { members: known }) => revokeMember(circle, memberId, known));

/** Makes a link for one new member, or for a wiped device of the member `recovers`. Good for a week, once. */
export const invite = (hub: Hub, role: Role, recovers?: string): Told<Invitation> =>
  errand(hub, async (circle) => {
    const made = await makeInvitation(circle, { role, ...(recovers === undefined ? {} : { recovers }) });
    if (!made.ok) return made;
    const { link, expiresAtMs } = made.value;
    return ok({ id: link.id, role, recovers: recovers ?? null, endsAtMs: expiresAtMs, link: formatLink(hub.origin, link) });
  });

/** Those that can still be used, of all owners; with their links where this device made them. */
export const invitations = (hub: Hub): Told<readonly Invitation[]> =>
  errand(hub, async (circle) => {
    const all = await readInvitations(circle);
    if (!all.ok) return all;
    const open = all.value.filter(({ usedAtMs, expiresAtMs }) => usedAtMs === null && expiresAtMs > hub.app.nowMs());
    return ok(await Promise.all(open.map(async ({ inviteId, role, recovers, expiresAtMs }) => {
      const link = await linkOfInvite(circle, inviteId);
      return { id: inviteId, role, recovers, endsAtMs: expiresAtMs, link: link && formatLink(hub.origin, link) };
    })));
  });

/** Nobody can use it any more. */
export const callOffInvitation = (hub: Hub, id: string): Told<void> => errand(hub, (circle) => withdrawInvitation(circle, id));
