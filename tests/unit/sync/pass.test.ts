import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outboxId } from '#domain/sync/outbox-item.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { assert } from '#domain/result.ts';
import { newSigningKey } from '#seal/signer.ts';
import { sealRecord } from '#seal/record.ts';
import { presentKey } from '#seal/content-key.ts';
import { signingBytes } from '#seal/member-keys.ts';
import { compare, queueMissing } from '#sync/compare.ts';
import { publish, revokeMember } from '#sync/district.ts';
import { keyringsSchema, noRings, readRow } from '#sync/membership.ts';
import { meet } from '#sync/pass.ts';
import { decodeFrames, encodeFrames, framesType } from '#wire/frames.ts';
import { answerOf, askServer, expectDone, founder, joined, newMeeting, paired, Tablet, testHub, valueOf, type Road, type TestHub } from '../../support/sync-kit.ts';

let hub: TestHub;
let owner: Tablet;
let district: Tablet;
beforeAll(async () => {
  hub = await testHub();
  owner = await founder(hub);
  district = await joined(hub, owner, 'district');
});
afterAll(() => hub.close());

async function finished(tablet: Tablet, text: string): Promise<ReturnType<typeof newMeeting>> {
  const meeting = newMeeting();
  await tablet.notes(meeting, text);
  await tablet.finishes(meeting);
  return meeting;
}

const items = (tablet: Tablet) => [...tablet.store.synced.outbox.values()];

describe('a pass', () => {
  it('brings a finished record to the district, and a receipt back', async () => {
    const leader = await joined(hub, owner, 'leader');
    const meeting = await finished(leader, 'Él leyó.');
    expect(await leader.pass()).toMatchObject({ obstacle: null, pushed: 1, pulled: 0, refused: 0, nextAtMs: null });
    expect(items(leader)).toEqual([]);
    expect([...leader.store.synced.receipts.values()]).toMatchObject([{ record: meeting, revision: 1 }]);
    expectDone(await district.pass());
    expect(district.sees()).toMatchObject({ [meeting]: ['Él leyó.'] });
    expect(await leader.pass()).toMatchObject({ obstacle: null, pushed: 0 });
    expect(await district.pass()).toMatchObject({ obstacle: null, pulled: 0 });
  });

  it('does not fetch what it has just sent, and misses nothing that another device sent in between', async () => {
    const leader = await joined(hub, owner, 'leader');
    const second = await paired(hub, leader);
    const came: number[] = [];
    const counting: Road = async (request, go) => {
      const answer = await go(request);
      if (request.method === 'GET' && request.path.startsWith('records?')) came.push(valueOf(decodeFrames(answer.body)).length);
      return answer;
    };
    leader.road = counting;
    for (let at = 0; at < 40; at += 1) await finished(leader, `first ${String(at)}`);
    expect(await leader.pass()).toMatchObject({ obstacle: null, pushed: 40 });
    expect(came).toEqual([0]);
    const between = await finished(second, 'from the other one');
    expectDone(await second.pass());
    await finished(leader, 'after it');
    expect(await leader.pass()).toMatchObject({ obstacle: null, pushed: 1 });
    expect(came).toEqual([0, 2]);
    expect(leader.has(between)).toEqual(['from the other one']);
  });

  it('sends only the latest revision, and takes the later one when it is finished again', async () => {
    const leader = await joined(hub, owner, 'leader');
    const meeting = await finished(leader, 'one');
    await leader.notes(meeting, 'two');
    await leader.finishes(meeting);
    expect(items(leader)).toHaveLength(2);
    expect(await leader.pass()).toMatchObject({ pushed: 1 });
    expect(items(leader)).toEqual([]);
    await leader.notes(meeting, 'three');
    await leader.finishes(meeting);
    expectDone(await leader.pass());
    expectDone(await district.pass());
    expect(district.sees()[meeting]).toEqual(['one', 'three', 'two']);
  });

  it('puts a poisoned record aside, and 49 others arrive', async () => {
    const leader = await joined(hub, owner, 'leader');
    const meetings = await Promise.all(Array.from({ length: 50 }, (_, at) => finished(leader, `record ${String(at)}`)));
    const poisoned = meetings[20];
    assert(poisoned, 'there are fifty');
    // Bytes that the hub refuses: signed with another key than the member's.
    leader.road = async (request, go) => {
      const frames = request.path === 'records' && request.body ? decodeFrames(request.body) : null;
      if (!frames?.ok) return go(request);
      const bad = frames.value.map((frame) => (Buffer.from(frame.subarray(21, 37)).toString('hex') === poisoned.replaceAll('-', '') ? Uint8Array.from(frame, (byte, at) => (at === frame.length - 1 ? byte ^ 1 : byte)) : frame));
      return go({ ...request, body: encodeFrames(bad) });
    };
    expect(await leader.pass()).toMatchObject({ obstacle: null, pushed: 49, refused: 1 });
    expect(items(leader)).toMatchObject([{ record: poisoned, state: 'refused', code: 'bad-signature' }]);
    expectDone(await district.pass());
    expect(Object.keys(district.sees()).filter((id) => meetings.some((meeting) => meeting === id))).toHaveLength(49);
    // It stays aside until somebody sends it again.
    leader.road = (request, go) => go(request);
    expect(await leader.pass()).toMatchObject({ pushed: 0, refused: 0 });
    await leader.store.write({ outbox: items(leader).map((item) => ({ ...item, state: 'waiting' as const })) });
    expect(await leader.pass()).toMatchObject({ pushed: 1 });
    expect(items(leader)).toEqual([]);
  });

  it('halves a batch that is refused as a whole', async () => {
    const leader = await joined(hub, owner, 'leader');
    for (let at = 0; at < 9; at += 1) await finished(leader, String(at));
    leader.road = (request, go) => {
      const frames = request.path === 'records' && request.body ? decodeFrames(request.body) : null;
      return frames?.ok && frames.value.length > 2 ? Promise.resolve(answerOf(413, { 'content-type': 'application/json' }, Buffer.from('{"code":"too-large"}'))) : go(request);
    };
    expect(await leader.pass()).toMatchObject({ obstacle: null, pushed: 9 });
  });

  it('changes nothing when the same push comes a hundred times', async () => {
    const leader = await joined(hub, owner, 'leader');
    const meeting = await finished(leader, 'once');
    leader.road = async (request, go) => {
      if (request.path !== 'records') return go(request);
      const answers = [];
      for (let times = 0; times < 100; times += 1) answers.push(await go(request));
      return answers[99] ?? go(request);
    };
    expect(await leader.pass()).toMatchObject({ pushed: 1 });
    const { memberId } = await leader.me();
    const there = valueOf(await compare(await leader.circle()));
    expect(there).toMatchObject({ here: 1, there: 1, same: 1, missing: [], different: [] });
    expectDone(await district.pass());
    expect((await district.store.readReplicas({ member: memberId })).map(({ record }) => record)).toEqual([meeting]);
  });
});

describe('whatever answers', () => {
  const html = answerOf(200, { 'content-type': 'text/html' }, Buffer.from('<html>Sign in to the Wi-Fi</html>'));
  const refusal = (status: number, code: string, headers: object = {}) => answerOf(status, { 'content-type': 'application/json', ...headers }, Buffer.from(JSON.stringify({ code })));
  const roads: [string, Road, object][] = [
    ['a sign-in page of the Wi-Fi', () => Promise.resolve(html), { type: 'NotTheHub' }],
    ['a redirection', () => Promise.resolve(answerOf(302, { location: 'x' }, new Uint8Array())), { type: 'NotTheHub' }],
    ['no answer', () => Promise.reject(new TypeError('Failed to fetch')), { type: 'HubOutOfReach' }],
    ['garbage for JSON', () => Promise.resolve(answerOf(200, { 'content-type': 'application/json' }, Buffer.from('{"a":'))), { type: 'NotTheHub' }],
    ['JSON of something else', () => Promise.resolve(answerOf(200, { 'content-type': 'application/json' }, Buffer.from('[]'))), { type: 'NotTheHub' }],
    ['401', () => Promise.resolve(refusal(401, 'sign-in-needed')), { type: 'SignInNeeded' }],
    ['a later protocol or another refusal', () => Promise.resolve(refusal(400, 'bad-request')), { type: 'RefusedByHub', code: 'bad-request' }],
    ['429', () => Promise.resolve(refusal(429, 'too-many', { 'retry-after': '30' })), { type: 'HubBusy' }],
    ['503 of a proxy', () => Promise.resolve(answerOf(503, { 'content-type': 'text/html', 'retry-after': '60' }, Buffer.from('x'))), { type: 'HubBusy' }],
    ['a full disk', () => Promise.resolve(refusal(503, 'storage-full')), { type: 'HubFull' }],
    ['500', () => Promise.resolve(answerOf(500, {}, new Uint8Array())), { type: 'NotTheHub' }],
  ];

  it.each(roads)('%s: all waits on, and arrives afterwards', async (_, road, obstacle) => {
    const leader = await joined(hub, owner, 'leader');
    await finished(leader, 'waits');
    // Once at the door, once with the push itself.
    for (const only of ['', 'records']) {
      leader.road = (request, go) => (only === '' || request.path === only ? road(request, go) : go(request));
      const report = await leader.pass();
      expect(report.obstacle).toMatchObject(only === 'records' && 'code' in obstacle ? {} : obstacle);
      if (only === '') expect(items(leader)).toHaveLength(1);
    }
    leader.road = (request, go) => go(request);
    await leader.store.write({ outbox: items(leader).map((item) => ({ ...item, state: 'waiting' as const })) });
    expectDone(await leader.pass());
    expect(items(leader)).toEqual([]);
  });

  it('waits longer after each failure, and as long as it is asked to', async () => {
    const leader = await joined(hub, owner, 'leader');
    leader.road = () => Promise.reject(new TypeError('Failed to fetch'));
    const waits: number[] = [];
    for (let times = 0; times < 12; times += 1) waits.push(((await leader.pass()).nextAtMs ?? 0) - leader.clock.nowMs);
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 150_000, 150_000, 150_000]);
    leader.road = () => Promise.resolve(refusal(429, 'too-many', { 'retry-after': '600' }));
    expect(((await leader.pass()).nextAtMs ?? 0) - leader.clock.nowMs).toBe(750_000);
  });
});

describe('devices of one member', () => {
  it('bring each other’s records into their journals, entry by entry', async () => {
    const one = await joined(hub, owner, 'leader');
    const meeting = await finished(one, 'from the first');
    expectDone(await one.pass());
    const two = await paired(hub, one);
    expectDone(await two.pass());
    expect(two.has(meeting)).toEqual(['from the first']);
    expect((await two.store.readMeeting(meeting))?.open).toBe(false);
    two.clock.pass(1_000);
    await two.notes(meeting, 'from the second');
    await two.finishes(meeting);
    await one.notes(meeting, 'meanwhile');
    await one.finishes(meeting);
    for (const tablet of [two, one, two]) expectDone(await tablet.pass());
    expect(one.has(meeting)).toEqual(['from the first', 'from the second', 'meanwhile']);
    expect(two.has(meeting)).toEqual(one.has(meeting));
    expectDone(await district.pass());
    expect(district.sees()[meeting]).toEqual(one.has(meeting));
  });

  it('send and take drafts where that was chosen, which the district cannot have', async () => {
    const one = await joined(hub, owner, 'leader');
    const meeting = newMeeting();
    await one.notes(meeting, 'half of it');
    await one.store.write({ outbox: [{ record: meeting, kind: 'draft', revision: 1, queuedAtMs: 1, state: 'waiting' }] });
    expect(await one.pass(true)).toMatchObject({ obstacle: null, pushed: 1 });
    const two = await paired(hub, one);
    expectDone(await two.pass(true));
    expect(two.has(meeting)).toEqual(['half of it']);
    expect((await two.store.readMeeting(meeting))?.open).toBe(true);
    expectDone(await district.pass());
    expect(district.sees()[meeting]).toBeUndefined();
  });

  it('a record that was removed on one is gone for all readers, and does not come back', async () => {
    const one = await joined(hub, owner, 'leader');
    const meeting = await finished(one, 'to be removed');
    expectDone(await one.pass());
    const two = await paired(hub, one);
    expectDone(await two.pass());
    expectDone(await district.pass());
    await one.removes(meeting);
    await two.notes(meeting, 'written on');
    await two.finishes(meeting);
    expectDone(await one.pass());
    expect(await two.pass()).toMatchObject({ obstacle: null, refused: 1 });
    expect(items(two)).toMatchObject([{ state: 'refused', code: 'deleted' }]);
    expect(two.has(meeting)).toEqual(['to be removed', 'written on']);
    expectDone(await one.pass());
    expectDone(await district.pass());
    expect(one.has(meeting)).toEqual([]);
    expect(district.sees()[meeting]).toBeUndefined();
  });

  it('a tablet that was restored from an earlier backup loses nothing of what it had sent', async () => {
    const one = await joined(hub, owner, 'leader');
    const meeting = await finished(one, 'first');
    expectDone(await one.pass());
    await one.notes(meeting, 'after the backup');
    const before = { changes: [...one.store.changes].slice(0, -1), records: [...one.store.records], sync: new Map(one.store.synced.sync) };
    await one.finishes(meeting);
    expectDone(await one.pass());
    // The same tablet, as the backup has it: no receipts, no cursors.
    const again = new Tablet(hub);
    again.clock.pass(60_000);
    again.store.changes.push(...before.changes);
    again.store.records.push(...before.records);
    for (const [id, value] of before.sync) if (['identity', 'keyrings', 'trust'].includes(id)) again.store.synced.sync.set(id, value);
    await again.notes(meeting, 'written after the restore');
    await again.finishes(meeting);
    expectDone(await again.pass());
    expect(again.has(meeting)).toEqual(['after the backup', 'first', 'written after the restore']);
    expectDone(await district.pass());
    expect(district.sees()[meeting]).toEqual(again.has(meeting));
    expect(items(again)).toEqual([]);
  });
});

describe('the district', () => {
  it('sends its roadmap along once, and reads records that use it', async () => {
    const leader = await joined(hub, owner, 'leader');
    leader.roadmap = { ...defaultRoadmap(), id: 'ours', title: 'Ours' };
    const [a, b] = [await finished(leader, 'a'), await finished(leader, 'b')];
    let frames = 0;
    leader.road = async (request, go) => {
      const sent = request.path === 'records' && request.body ? decodeFrames(request.body) : null;
      if (sent?.ok) frames += sent.value.length;
      return go(request);
    };
    expect(await leader.pass()).toMatchObject({ pushed: 2 });
    expect(frames).toBe(3);
    const two = await paired(hub, leader);
    two.roadmap = leader.roadmap;
    expectDone(await two.pass());
    expect([two.has(a), two.has(b)]).toEqual([['a'], ['b']]);
    expect(two.store.roadmaps.map(({ id }) => id)).toContain('ours');
    await finished(leader, 'c');
    expect(await leader.pass()).toMatchObject({ pushed: 1 });
    expect(frames).toBe(4);
    expectDone(await district.pass());
  });

  it('gives out settings and a roadmap, signed', async () => {
    const leader = await joined(hub, owner, 'leader');
    valueOf(await publish(await owner.circle(), { settings: { purpose: 'For growth' } }));
    expectDone(await leader.pass());
    expect(await leader.store.readNamed('sync', 'published')).toMatchObject({ body: { settings: { purpose: 'For growth' } } });
  });

  it('seals by new keys after somebody was revoked, whom it does not hear any more', async () => {
    const [leader, reader] = [await joined(hub, owner, 'leader'), await joined(hub, owner, 'district')];
    const before = await finished(leader, 'before');
    expectDone(await leader.pass());
    expectDone(await reader.pass());
    expect(reader.sees()[before]).toEqual(['before']);
    const circle = await owner.circle();
    const { members } = valueOf(await meet(circle));
    valueOf(await revokeMember(circle, (await reader.me()).memberId, members));
    const oldKeys = (await readRow(leader.ports, 'keyrings', keyringsSchema, noRings)).record.keys;
    leader.clock.pass(1_000);
    const after = await finished(leader, 'after');
    expectDone(await leader.pass());
    expect((await reader.pass()).obstacle).toMatchObject({ type: 'NotAllowed', code: 'revoked' });
    const newKeys = (await readRow(leader.ports, 'keyrings', keyringsSchema, noRings)).record.keys;
    expect(newKeys).toHaveLength(oldKeys.length + 1);
    expectDone(await district.pass());
    expect(district.sees()).toMatchObject({ [before]: ['before'], [after]: ['after'] });
    expectDone(await owner.pass());
    expect(owner.sees()).toMatchObject({ [after]: ['after'] });
  });

  it('brings a wiped device back with all of its records', async () => {
    const lost = await joined(hub, owner, 'leader');
    const meeting = await finished(lost, 'before the wipe');
    expectDone(await lost.pass());
    const back = await joined(hub, owner, 'leader', (await lost.me()).memberId);
    expectDone(await back.pass());
    expect(back.has(meeting)).toEqual(['before the wipe']);
    await back.notes(meeting, 'and after');
    await back.finishes(meeting);
    expectDone(await back.pass());
    expectDone(await district.pass());
    expect(district.sees()[meeting]).toEqual(['and after', 'before the wipe']);
    expect((await lost.pass()).obstacle).toMatchObject({ type: expect.stringMatching(/NotAllowed|SignInNeeded/) as string });
  });

  it('finds what the hub lost, and sends it again', async () => {
    const leader = await joined(hub, owner, 'leader');
    const meeting = await finished(leader, 'there');
    expectDone(await leader.pass());
    await leader.store.write({ receipts: [{ record: newMeeting(), kind: 'record', revision: 1, sha256: 'x'.repeat(43), seq: 9, atMs: 1 }] });
    const circle = await leader.circle();
    const found = valueOf(await compare(circle));
    expect(found).toMatchObject({ here: 2, there: 1, same: 1, different: [] });
    expect(found.missing).toHaveLength(1);
    expect(valueOf(await queueMissing(circle, { ...found, missing: [meeting] }))).toBe(1);
    expect(await leader.pass()).toMatchObject({ obstacle: null });
  });

  it('was restored from a backup: all is compared anew, and what it forgot is sent again', async () => {
    const leader = await joined(hub, owner, 'leader');
    const meeting = await finished(leader, 'forgotten by the hub');
    expectDone(await leader.pass());
    const epoch = crypto.randomUUID();
    let asked = 0;
    let pushes = 0;
    leader.road = async (request, go) => {
      const answer = await go(request);
      pushes += request.path === 'records' ? 1 : 0;
      const json = (change: object): ReturnType<typeof answerOf> => answerOf(200, { 'content-type': 'application/json' }, Buffer.from(JSON.stringify({ ...(JSON.parse(Buffer.from(answer.body).toString()) as object), ...change })));
      if (request.path === 'hub') return json({ epoch });
      if (request.path.startsWith('records/compare') && (asked += 1) === 1) return json({ rows: [], count: 0 });
      return answer;
    };
    expect(await leader.pass()).toMatchObject({ obstacle: null, pushed: 1 });
    expect(pushes).toBe(1);
    expect(items(leader)).toEqual([]);
    expect(leader.has(meeting)).toEqual(['forgotten by the hub']);
    expect(await leader.pass()).toMatchObject({ obstacle: null, pushed: 0 });
    expect(pushes).toBe(1);
  });

  it('passes over a record that its own member sealed as nonsense, and reads on', async () => {
    const leader = await joined(hub, owner, 'leader');
    await finished(leader, 'x');
    expectDone(await leader.pass());
    const me = await leader.me();
    const key = presentKey((await readRow(leader.ports, 'keyrings', keyringsSchema, noRings)).record.keys, 'record');
    assert(key, 'it has sealed');
    const bytes = await sealRecord({ hubId: me.hubId, kind: 'record', memberId: me.memberId, recordId: newMeeting(), deviceId: me.deviceId, revision: 1 }, { no: 'record' }, { contentKey: key, signingKey: signingBytes(me.keys) });
    await askServer(hub.server, { method: 'POST', path: 'records', headers: { authorization: `Bearer ${me.deviceId}.${me.token}`, 'content-type': framesType }, body: encodeFrames([bytes]) });
    const after = await finished(leader, 'after');
    expectDone(await leader.pass());
    const report = expectDone(await district.pass());
    expect(report.unreadable).toMatchObject([{ because: 'inside', memberId: me.memberId }]);
    expect(district.sees()[after]).toEqual(['after']);
    expect(newSigningKey()).toHaveLength(32);
    expect(items(leader).map(outboxId)).toEqual([]);
  });
});
