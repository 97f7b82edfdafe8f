import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeMeeting } from '#app/meeting/remove-meeting.ts';
import { loadSample } from '#app/meeting/sample.ts';
import { beginPlan } from '#app/meeting/begin-plan.ts';
import { beginDraft } from '#app/roadmap/drafts.ts';
import { useForNewMeetings } from '#app/roadmap/in-use.ts';
import { readRoadmaps } from '#app/roadmap/list.ts';
import { publishDraft } from '#app/roadmap/publish-draft.ts';
import { districtSettings, limitFrom } from '#app/sync/district-settings.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { carriedOut } from '#domain/roadmap/draft.ts';
import { meetingOf, replicaOf } from '#domain/merge.ts';
import { limitDaysOf } from '#domain/meeting/plan.ts';
import type { HubResponse } from '#sync/ports.ts';
import { testHub, answerOf, type TestHub } from '../../support/sync-kit.ts';
import { desked, finishes, founder, had, member, noteEdit, ownerLinkOf, plans, told, until, type Desked } from './desks.ts';

let hub: TestHub;
let owner: Desked;
beforeAll(async () => { hub = await testHub(); owner = await founder(hub); });
afterAll(() => hub.close());

describe('joining', () => {
  it('founds once: the owner link is spent after it', async () => {
    expect(owner.desk.state.membership).toMatchObject({ role: 'owner', confirmed: true });
    const other = await desked(hub);
    expect(await other.desk.join(ownerLinkOf(hub), 'Office')).toMatchObject({ ok: false, error: { type: 'LinkSpent' } });
  });

  it('takes a link of this address alone, whole or typed', async () => {
    const tablet = await desked(hub);
    expect(tablet.desk.readLink('https://other.example.org/join#i.a.b.c')).toMatchObject({ error: { type: 'LinkUnreadable' } });
    const { link } = had(await owner.desk.invite('leader'));
    expect(tablet.desk.readLink((link ?? '').replace('hub.example', 'other.example'))).toMatchObject({ error: { type: 'OtherHub', host: 'other.example.org' } });
    expect(tablet.desk.readLink(link ?? '')).toMatchObject({ value: { kind: 'invitation', fingerprint: owner.desk.state.membership?.fingerprint } });
  });

  it('goes on where it was when the answer of the hub was lost', async () => {
    const { link } = had(await owner.desk.invite('leader'));
    const tablet = await desked(hub);
    tablet.road = async (request, go) => {
      const answer = await go(request);
      if (request.path === 'join' && request.method === 'POST') throw new TypeError('torn');
      return answer;
    };
    expect(await tablet.desk.join(link ?? '', 'North')).toMatchObject({ error: { type: 'HubOutOfReach' } });
    expect(tablet.desk.state.membership).toBe(null);
    tablet.road = (request, go) => go(request);
    had(await tablet.desk.join(link ?? '', 'North'));
    expect(tablet.desk.state.membership).toMatchObject({ role: 'leader', confirmed: false });
  });

  it('asks about what was finished before, and sends none of it unasked', async () => {
    const { link } = had(await owner.desk.invite('leader'));
    const tablet = await desked(hub);
    const id = await plans(tablet, 'B-01');
    await finishes(tablet, id);
    await loadSample(tablet.app);
    expect(await tablet.store.readOutbox()).toEqual([]);
    had(await tablet.desk.join(link ?? '', 'North'));
    expect(await tablet.desk.earlier()).toBe(1);
    await tablet.desk.sendEarlier(false);
    await owner.desk.sendNow();
    await tablet.desk.sendNow();
    expect(tablet.desk.state.arrived.count).toBe(0);
    await finishes(tablet, await plans(tablet, 'B-02'));
    await tablet.desk.sendNow();
    await told();
    expect(tablet.desk.state.arrived).toMatchObject({ count: 1, codes: ['B-02'] });
  });
});

describe('the queue', () => {
  it('has a finished meeting from its own transaction on, and the district reads it', async () => {
    const leader = await member(hub, owner, 'leader');
    const id = await plans(leader, 'Q-01', [noteEdit('Read aloud.')]);
    await finishes(leader, id);
    await told();
    expect(leader.desk.state.waiting).toMatchObject([{ meeting: id, kind: 'record', revision: 1, about: { code: 'Q-01' } }]);
    await leader.desk.sendNow();
    await told();
    expect(leader.desk.state).toMatchObject({ waiting: [], arrived: { count: 1, codes: ['Q-01'] }, reach: { kind: 'met' } });
    await owner.desk.sendNow();
    expect((await owner.desk.districtRecords()).latest.map(({ code }) => code)).toContain('Q-01');
  });

  it('tells the hub of a meeting that was removed, but not of one that it never had', async () => {
    const leader = await member(hub, owner, 'leader');
    const [sent, unsent] = [await plans(leader, 'Q-02'), await plans(leader, 'Q-03')];
    await finishes(leader, sent);
    await leader.desk.sendNow();
    await removeMeeting(leader.app, unsent);
    expect(await leader.store.readOutbox()).toEqual([]);
    await removeMeeting(leader.app, sent);
    expect(await leader.store.readOutbox()).toMatchObject([{ record: sent, kind: 'tombstone', revision: 2 }]);
    await leader.desk.sendNow();
    await owner.desk.sendNow();
    expect((await owner.desk.districtRecords()).latest.map(({ code }) => code)).not.toContain('Q-02');
  });

  it('keeps a refused record in the tray: tried again, or back to draft', async () => {
    const leader = await member(hub, owner, 'leader');
    const id = await plans(leader, 'Q-04');
    await finishes(leader, id);
    await told();
    const [item] = await leader.store.readOutbox();
    if (!item) throw new Error('it waits');
    await leader.store.write({ outbox: [{ ...item, state: 'refused', code: 'too-large', refusedAtMs: 1 }] });
    await told();
    const [line] = leader.desk.state.refused;
    expect(line).toMatchObject({ refusedBecause: 'too-large', about: { code: 'Q-04' } });
    await leader.desk.tryAgain(line?.id ?? '');
    await told();
    expect(leader.desk.state).toMatchObject({ refused: [], waiting: [{ meeting: id }] });
    await leader.desk.backToDraft(line?.id ?? '');
    await told();
    expect(leader.desk.state).toMatchObject({ refused: [], waiting: [] });
    expect(await leader.store.readMeeting(id)).toMatchObject({ open: true });
  });

  it('sends unfinished meetings only where that was chosen, for this member alone', async () => {
    const leader = await member(hub, owner, 'leader');
    const id = await plans(leader, 'Q-05');
    await leader.desk.sendNow();
    expect(await leader.store.readReceipts()).toEqual([]);
    await leader.desk.sendDrafts(true);
    await leader.desk.sendNow();
    expect((await leader.store.readReceipts()).filter(({ record }) => record === id)).toMatchObject([{ kind: 'draft', revision: 1 }]);
    await leader.desk.sendNow();
    expect((await leader.store.readReceipts()).filter(({ record }) => record === id)).toMatchObject([{ kind: 'draft', revision: 1 }]);
    await owner.desk.sendNow();
    expect((await owner.desk.districtRecords()).latest.map(({ code }) => code)).not.toContain('Q-05');
  });

  it('compares, and lets wait again what the hub lost', async () => {
    const leader = await member(hub, owner, 'leader');
    await finishes(leader, await plans(leader, 'Q-06'));
    await leader.desk.sendNow();
    expect(had(await leader.desk.compare())).toMatchObject({ here: 1, there: 1, same: 1, missing: [], different: [] });
    leader.road = async (request, go) => {
      const answer = await go(request);
      if (!request.path.startsWith('records/compare')) return answer;
      const empty = new TextEncoder().encode(JSON.stringify({ count: 0, seq: 0, rows: [], next: null }));
      return answerOf(200, { 'content-type': 'application/json' }, empty);
    };
    expect(had(await leader.desk.compare()).missing).toHaveLength(1);
    expect(await leader.store.readOutbox()).toHaveLength(1);
    leader.road = (request, go) => go(request);
    await leader.desk.sendNow();
    expect(await leader.store.readOutbox()).toEqual([]);
  });
});

describe('two devices of one leader', () => {
  it('pairs by a code that both screens show, and brings every record over', async () => {
    const first = await member(hub, owner, 'leader');
    const id = await plans(first, 'P-01', [noteEdit('From the first.')]);
    await finishes(first, id);
    await first.desk.sendNow();
    const offered = had(await first.desk.offerPairing());
    const second = await desked(hub);
    expect(second.desk.readLink(offered.typed ?? '')).toMatchObject({ value: { kind: 'pairing' } });
    const claimed = had(await second.desk.pairByLink(offered.link ?? '', 'Phone'));
    const [here, there] = [await until(offered, 'code'), await until(claimed, 'code')];
    expect(here).toEqual(there);
    expect(second.desk.state.membership).toBe(null);
    await offered.confirm();
    await until(claimed, 'done');
    await second.desk.sendNow();
    expect(await second.store.readMeeting(id)).toMatchObject({ digest: { code: 'P-01', state: 'finished' } });
    expect(had(await first.desk.devices()).map(({ label, isThis }) => [label, isThis])).toEqual([['North', true], ['Phone', false]]);
    const other = had(await first.desk.devices()).find(({ isThis }) => !isThis);
    had(await first.desk.removeDevice(other?.id ?? ''));
    await second.desk.sendNow();
    expect(second.desk.state.reach).toMatchObject({ kind: 'obstacle', obstacle: { type: expect.stringMatching(/SignInNeeded|NotAllowed/) as string } });
  });

  it('hands nothing over when it is called off', async () => {
    const first = await member(hub, owner, 'leader');
    const offered = had(await first.desk.offerPairing());
    const second = await desked(hub);
    const claimed = had(await second.desk.pairByLink(offered.link ?? '', 'Phone'));
    await until(offered, 'code');
    offered.callOff();
    await offered.confirm();
    claimed.callOff();
    expect(second.desk.state.membership).toBe(null);
  });
});

describe('members', () => {
  it('brings a wiped device back with new keys and every record', async () => {
    const leader = await member(hub, owner, 'leader');
    const id = await plans(leader, 'M-01', [noteEdit('Not lost.')]);
    await finishes(leader, id);
    await leader.desk.sendNow();
    const memberId = leader.desk.state.membership?.memberId ?? '';
    const again = await member(hub, owner, 'leader', memberId);
    expect(again.desk.state.membership).toMatchObject({ memberId, confirmed: true });
    expect(await again.store.readMeeting(id)).toMatchObject({ digest: { code: 'M-01' } });
  });

  it('lists them, and removes one for good: what was finished waits, nothing is lost', async () => {
    const leader = await member(hub, owner, 'leader');
    const memberId = leader.desk.state.membership?.memberId ?? '';
    expect(had(await owner.desk.members()).find(({ id }) => id === memberId)).toMatchObject({ standing: 'confirmed', role: 'leader', devices: 1 });
    had(await owner.desk.removeMember(memberId));
    await finishes(leader, await plans(leader, 'M-02'));
    await leader.desk.sendNow();
    await told();
    expect(leader.desk.state.reach.kind).toBe('obstacle');
    expect(leader.desk.state.waiting).toHaveLength(1);
    expect(had(await owner.desk.members()).find(({ id }) => id === memberId)).toMatchObject({ standing: 'removed' });
  });

  it('calls an invitation off', async () => {
    const made = had(await owner.desk.invite('district'));
    expect(had(await owner.desk.invitations()).map(({ id }) => id)).toContain(made.id);
    had(await owner.desk.callOffInvitation(made.id));
    const tablet = await desked(hub);
    expect(await tablet.desk.join(made.link ?? '', 'Late')).toMatchObject({ ok: false });
  });

  it('a leader may neither invite nor see others', async () => {
    const leader = await member(hub, owner, 'leader');
    expect(await leader.desk.invite('leader')).toMatchObject({ error: { type: 'NotAllowed' } });
    expect(had(await leader.desk.members())).toHaveLength(1);
  });
});

describe('what the district gives to all', () => {
  it('is taken over by a leader’s device: limits stand in the next plan', async () => {
    const leader = await member(hub, owner, 'leader');
    had(await owner.desk.publish({ purpose: 'For learning.', codePattern: '[A-Z]-[0-9]+', timeLimits: { 'notice-sent': 10 } }, true));
    await leader.desk.sendNow();
    expect(await leader.desk.published()).toMatchObject({ settings: { purpose: 'For learning.', codePattern: '[A-Z]-[0-9]+' }, roadmap: { version: expect.any(String) as string } });
    const id = await beginPlan(leader.app);
    expect(limitDaysOf(meetingOf(replicaOf((await leader.store.readJournal(id)).changes)))).toEqual({ 'notice-sent': 10 });
  });
});

describe('a roadmap of the district’s own', () => {
  it('is given out as the owner uses it, and begins the plans of a leader, limits and all', async () => {
    const leader = await member(hub, owner, 'leader');
    const { id, draft } = await beginDraft(owner.app, { from: defaultRoadmap(), asCopy: true });
    const named = carriedOut(draft, { type: 'set-district', change: { purpose: 'From the roadmap', timeLimits: { 'pwn-sent': { days: 5, source: 'Policy 4' }, 'notice-sent': { days: 3 } } } }, 'none');
    const published = await publishDraft(owner.app, id, carriedOut(named, { type: 'set-title', title: 'Our own' }, 'none'));
    if (!published.ok) throw new Error('it can be published');
    await useForNewMeetings(owner.app, published.value);
    had(await owner.desk.publish({ purpose: '', codePattern: '', timeLimits: { 'notice-sent': 10 } }, true));
    await leader.desk.sendNow();
    expect(await leader.desk.published()).toMatchObject({ roadmap: { title: 'Our own', version: '1' } });
    const plan = await beginPlan(leader.app);
    expect(limitDaysOf(meetingOf(replicaOf((await leader.store.readJournal(plan)).changes)))).toEqual({ 'notice-sent': 10, 'pwn-sent': 5 });
    expect(await leader.store.readMeeting(plan)).toMatchObject({ digest: { roadmap: { id: published.value.id, version: '1' } } });
    const settings = await districtSettings(leader.app);
    expect(settings).toMatchObject({ purpose: 'From the roadmap', limitSources: { 'pwn-sent': 'Policy 4' } });
    expect(limitFrom(settings, 'pwn-sent', 5)).toEqual({ by: 'roadmap', source: 'Policy 4' });
    expect(limitFrom(settings, 'notice-sent', 10)).toEqual({ by: 'hub' });
    expect(limitFrom(settings, 'pwn-sent', 6)).toBeNull();
    expect(await readRoadmaps(leader.app)).toMatchObject({ inUse: { by: 'district' }, versions: [{ from: 'district', meetings: 1, inUse: true }, { from: 'shipped' }] });
  });
});

describe('leaving', () => {
  it('forgets the hub and keeps the meetings', async () => {
    const leader = await member(hub, owner, 'leader');
    const id = await plans(leader, 'L-01');
    await finishes(leader, id);
    await leader.desk.sendNow();
    had(await leader.desk.leave());
    expect(leader.desk.state.membership).toBe(null);
    expect([...leader.store.synced.sync.keys(), ...leader.store.synced.receipts.keys(), ...leader.store.synced.outbox.keys()]).toEqual([]);
    expect(await leader.store.readMeeting(id)).toMatchObject({ digest: { code: 'L-01' } });
  });
});

describe('whatever answers instead of the hub', () => {
  const page = new TextEncoder().encode('<!doctype html><title>Sign in</title>');
  const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
  const cases: readonly [string, string, () => Promise<HubResponse>][] = [
    ['a sign-in page', 'NotTheHub', () => Promise.resolve(answerOf(200, { 'content-type': 'text/html' }, page))],
    ['a redirect', 'NotTheHub', () => Promise.resolve(answerOf(302, {}, new Uint8Array(0)))],
    ['garbage', 'NotTheHub', () => Promise.resolve(answerOf(200, { 'content-type': 'application/json' }, new TextEncoder().encode('{"hubId":')))],
    ['401', 'SignInNeeded', () => Promise.resolve(answerOf(401, { 'content-type': 'application/json' }, json({ code: 'sign-in-needed' })))],
    ['413', 'TooLargeForHub', () => Promise.resolve(answerOf(413, { 'content-type': 'application/json' }, json({ code: 'too-large' })))],
    ['429', 'HubBusy', () => Promise.resolve(answerOf(429, { 'content-type': 'application/json', 'retry-after': '30' }, json({ code: 'too-many', retryAfterMs: 30_000 })))],
    ['503', 'HubBusy', () => Promise.resolve(answerOf(503, {}, new Uint8Array(0)))],
    ['nothing', 'HubOutOfReach', () => Promise.reject(new TypeError('no network'))],
  ];

  it.each(cases)('%s: %s, everything waits, and leaves once when the hub is back', async (_name, type, answer) => {
    const leader = await member(hub, owner, 'leader');
    await finishes(leader, await plans(leader, 'W-01'));
    leader.road = answer;
    await leader.desk.sendNow();
    await told();
    expect(leader.desk.state.reach).toMatchObject({ kind: 'obstacle', obstacle: { type } });
    expect(leader.desk.state.waiting).toHaveLength(1);
    leader.road = (request, go) => go(request);
    await leader.desk.sendNow();
    await told();
    expect(leader.desk.state).toMatchObject({ waiting: [], arrived: { count: 1 }, reach: { kind: 'met' } });
  });

  it('waits as long as the hub asked, unless somebody presses', async () => {
    const leader = await member(hub, owner, 'leader');
    await finishes(leader, await plans(leader, 'W-02'));
    let asked = 0;
    leader.road = () => {
      asked += 1;
      return Promise.resolve(answerOf(429, { 'content-type': 'application/json', 'retry-after': '30' }, json({ code: 'too-many' })));
    };
    await leader.desk.sendNow();
    await leader.desk.meet();
    expect(asked).toBe(1);
    leader.clock.pass(120_000);
    await leader.desk.meet();
    expect(asked).toBe(2);
  });
});
