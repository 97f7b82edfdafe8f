import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimPairing, found, invite, join, leave, linkOfInvite, offerPairing, readInvitations, readLink, takePairing, withdrawInvitation } from '#sync/join.ts';
import { readIdentity } from '#sync/membership.ts';
import { formatFragment, formatTyped } from '#wire/link.ts';
import { expectDone, founder, joined, paired, Tablet, testHub, valueOf, type TestHub } from '../../support/sync-kit.ts';

const signal = new AbortController().signal;
let hub: TestHub;
let owner: Tablet;
beforeAll(async () => { hub = await testHub(); owner = await founder(hub); });
afterAll(() => hub.close());

/** The hub does what it is asked, and its answer is lost. */
const losing = (path: string): Tablet['road'] => async (request, go) => {
  const answer = await go(request);
  if (request.path === path) throw new TypeError('Failed to fetch');
  return answer;
};

describe('joining', () => {
  it('founds once, also when the answer to it is lost', async () => {
    const fresh = await testHub();
    const tablet = new Tablet(fresh);
    tablet.road = losing('found');
    expect(await found(tablet.ports, fresh.ownerLink, { signal })).toMatchObject({ error: { type: 'HubOutOfReach' } });
    expect(await readIdentity(tablet.ports)).toBeNull();
    tablet.road = (request, go) => go(request);
    const me = valueOf(await found(tablet.ports, fresh.ownerLink, { signal }));
    expectDone(await tablet.pass());
    expect(await tablet.me()).toEqual(me);
    expect(await found(new Tablet(fresh).ports, fresh.ownerLink, { signal })).toMatchObject({ error: { type: 'LinkSpent' } });
    expect(await found(tablet.ports, fresh.ownerLink, { signal })).toMatchObject({ error: { type: 'AlreadyJoined' } });
    await fresh.close();
  });

  it('joins by an invitation once, pasted or typed, also when the answer to it is lost', async () => {
    const { link } = valueOf(await invite(await owner.circle(), { role: 'leader', label: 'Room 4' }));
    const tablet = new Tablet(hub);
    tablet.road = losing('join');
    expect(await join(tablet.ports, valueOf(readLink(`https://hub.example/join#${formatFragment(link)}`)), { signal })).toMatchObject({ ok: false });
    tablet.road = (request, go) => go(request);
    valueOf(await join(tablet.ports, valueOf(readLink(formatTyped(link))), { signal }));
    expect((await tablet.pass()).obstacle).toMatchObject({ type: 'NotAllowed', code: 'not-yet-countersigned' });
    expectDone(await owner.pass());
    expectDone(await tablet.pass());
    expect(await tablet.me()).toMatchObject({ role: 'leader', confirmed: true });
    expect(await join(new Tablet(hub).ports, link, { signal })).toMatchObject({ error: { type: 'LinkSpent' } });
  });

  it('reads no link in other text, and takes each for what it is', async () => {
    expect(readLink('https://hub.example/join#i.abc')).toMatchObject({ error: { type: 'LinkUnreadable' } });
    expect(await join(new Tablet(hub).ports, hub.ownerLink, { signal })).toMatchObject({ error: { type: 'LinkUnreadable' } });
    const empty = await testHub();
    const { link } = valueOf(await invite(await owner.circle(), { role: 'leader' }));
    expect(await join(new Tablet(empty).ports, link, { signal })).toMatchObject({ error: { type: 'NotFounded' } });
    await empty.close();
  });

  it('lists invitations, gives the link again, and calls one off', async () => {
    const circle = await owner.circle();
    const { link } = valueOf(await invite(circle, { role: 'district' }));
    expect(valueOf(await readInvitations(circle)).map(({ inviteId }) => inviteId)).toContain(link.id);
    expect(await linkOfInvite(circle, link.id)).toEqual(link);
    valueOf(await withdrawInvitation(circle, link.id));
    expect(await linkOfInvite(circle, link.id)).toBeNull();
    expect(await join(new Tablet(hub).ports, link, { signal })).toMatchObject({ ok: false });
  });

  it('makes the second owner one who can countersign too', async () => {
    const second = await joined(hub, owner, 'owner');
    expectDone(await second.pass());
    const { link } = valueOf(await invite(await second.circle(), { role: 'leader' }));
    const tablet = new Tablet(hub);
    valueOf(await join(tablet.ports, link, { signal }));
    expectDone(await owner.pass());
    expect((await tablet.pass()).obstacle).toMatchObject({ code: 'not-yet-countersigned' });
    expectDone(await second.pass());
    expectDone(await tablet.pass());
  });

  it('pairs a second device; one that was not answered is nobody', async () => {
    const leader = await joined(hub, owner, 'leader');
    const second = await paired(hub, leader);
    expectDone(await second.pass());
    expect((await second.me()).memberId).toBe((await leader.me()).memberId);
    expect((await second.me()).deviceId).not.toBe((await leader.me()).deviceId);
    const offer = valueOf(await offerPairing(await leader.circle()));
    const stranger = new Tablet(hub);
    const claiming = valueOf(await claimPairing(stranger.ports, offer.link, { signal }));
    expect(await takePairing(stranger.ports, claiming, signal)).toEqual({ ok: true, value: null });
    hub.clock.pass(11 * 60_000);
    expect(await takePairing(stranger.ports, claiming, signal)).toMatchObject({ ok: false });
    expect(await readIdentity(stranger.ports)).toBeNull();
  });

  it('leaves, and everything but the membership stays', async () => {
    const leader = await joined(hub, owner, 'leader');
    valueOf(await leave(leader.ports));
    expect(await readIdentity(leader.ports)).toBeNull();
    expect(await leader.pass()).toMatchObject({ obstacle: { type: 'NotJoined' } });
  });
});
