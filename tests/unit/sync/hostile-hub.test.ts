/** A hub that turned hostile can withhold. It can neither read, nor forge, nor swap, nor go back in time without being noticed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assert } from '#domain/result.ts';
import { makeMemberKeys, makeRootSigner, publicOf, signingBytes } from '#seal/member-keys.ts';
import { sealRecord } from '#seal/record.ts';
import { makeContentKey } from '#seal/content-key.ts';
import { compare } from '#sync/compare.ts';
import { publish, renewDistrict, revokeMember } from '#sync/district.ts';
import { claimPairing, invite, join, offerPairing, readClaim, takePairing } from '#sync/join.ts';
import { meet } from '#sync/pass.ts';
import { fromBase64Url } from '#wire/base64url.ts';
import { decodeFrames, encodeFrames } from '#wire/frames.ts';
import type { HubRequest, HubResponse } from '#sync/ports.ts';
import { sign } from '#wire/signed.ts';
import { answerOf, expectDone, founder, joined, newMeeting, paired, Tablet, testHub, valueOf, type Road, type TestHub } from '../../support/sync-kit.ts';

let hub: TestHub;
let owner: Tablet;
let district: Tablet;
let leader: Tablet;
const signal = new AbortController().signal;

beforeAll(async () => {
  hub = await testHub();
  owner = await founder(hub);
  district = await joined(hub, owner, 'district');
  leader = await joined(hub, owner, 'leader');
  await finished(leader, 'x');
  for (const tablet of [leader, district]) expectDone(await tablet.pass());
});
afterAll(() => hub.close());

async function finished(tablet: Tablet, text: string): Promise<ReturnType<typeof newMeeting>> {
  const meeting = newMeeting();
  await tablet.notes(meeting, text);
  await tablet.finishes(meeting);
  return meeting;
}

/** The hub's JSON answer to this path, altered at one place: `a.0.b`, `-1` for the last of a list, `*` for each, nothing for the whole. */
const altering = (path: string | RegExp, place: string, value: unknown): Road => async (request, go) => {
  const answer = await go(request);
  if (!isPath(request, path) || answer.status !== 200) return answer;
  const json = altered(JSON.parse(new TextDecoder().decode(answer.body)), place === '' ? [] : place.split('.'), value);
  return answerOf(200, { 'content-type': 'application/json' }, new TextEncoder().encode(JSON.stringify(json)));
};

function altered(json: unknown, [first, ...rest]: readonly string[], value: unknown): unknown {
  if (first === undefined) return typeof value === 'function' ? (value as (old: unknown) => unknown)(json) : value;
  if (Array.isArray(json)) return json.map((one: unknown, at) => (first === '*' || at === (Number(first) + json.length) % json.length ? altered(one, rest, value) : one));
  const fields = json as Readonly<Record<string, unknown>>; // of the hub's
  return { ...fields, [first]: altered(fields[first], rest, value) };
}

const oneMore = (count: unknown): number => Number(count) + 1;
/** Another root, and its statement over what the true one says. */
function underAnotherRoot(body: unknown): object {
  const root = makeRootSigner();
  return sign('statement', { ...(body as { body: object }).body, rootSigner: root.publicKey, version: 99 }, fromBase64Url(root.privateKey) ?? new Uint8Array(32));
}

/** The hub's page of records, altered. */
const alteringPage = (member: string, alter: (frames: Uint8Array[]) => readonly Uint8Array[], headers: Record<string, string> = {}): Road => async (request, go) => {
  const answer = await go(request);
  if (!request.path.startsWith(`records?member=${member}`)) return answer;
  const frames = decodeFrames(answer.body);
  assert(frames.ok, 'the hub sends frames');
  const kept = { 'content-type': answer.header('content-type'), 'qc-next': answer.header('qc-next'), 'qc-more': answer.header('qc-more'), ...headers };
  return answerOf(200, kept, encodeFrames(alter([...frames.value])));
};

const isPath = ({ path }: HubRequest, wanted: string | RegExp): boolean => (typeof wanted === 'string' ? path === wanted : wanted.test(path));

/** What a tablet gets to know by a pass on this road; it stays as trusting as before. */
async function noticed(tablet: Tablet, road: Road): Promise<string> {
  const before = new Map(tablet.store.synced.sync);
  tablet.road = road;
  const { obstacle } = await tablet.pass();
  tablet.road = (request, go) => go(request);
  for (const [id, value] of before) tablet.store.synced.sync.set(id, value);
  return obstacle === null ? 'nothing' : obstacle.type === 'HubNotTrusted' ? obstacle.what.type : obstacle.type;
}

/** What the hub answers to this path at this moment. */
async function heard(tablet: Tablet, path: string | RegExp): Promise<(request: HubRequest, go: (request: HubRequest) => Promise<HubResponse>) => Promise<HubResponse>> {
  let answer: HubResponse | null = null;
  tablet.road = async (request, go) => {
    const now = await go(request);
    if (isPath(request, path)) answer = now;
    return now;
  };
  expectDone(await tablet.pass());
  tablet.road = (request, go) => go(request);
  return (request, go) => (isPath(request, path) && answer ? Promise.resolve(answer) : go(request));
}

describe('a hub that replays', () => {
  it('an earlier statement', async () => {
    const old = await heard(leader, 'hub');
    const circle = await owner.circle();
    valueOf(await renewDistrict(circle, valueOf(await meet(circle)).members));
    for (const tablet of [leader, owner, district]) expectDone(await tablet.pass());
    expect(await noticed(leader, old)).toBe('StatementRolledBack');
  });

  it('an earlier list of the revoked, or none', async () => {
    const gone = await joined(hub, owner, 'leader');
    const old = await heard(leader, 'hub');
    const circle = await owner.circle();
    valueOf(await revokeMember(circle, (await gone.me()).memberId, valueOf(await meet(circle)).members));
    expectDone(await leader.pass());
    expect(await noticed(leader, old)).toBe('RevocationsRolledBack');
    expect(await noticed(leader, altering('hub', 'revocations', null))).toBe('RevocationsRolledBack');
    expect(await noticed(leader, altering('hub', 'revocations.body.revoked', []))).toBe('RevocationsForged');
  });

  it('earlier certificates, keyrings and gifts', async () => {
    const member = await joined(hub, owner, 'leader');
    await finished(member, 'y');
    expectDone(await member.pass());
    const oldKeyrings = await heard(district, new RegExp(`${(await member.me()).memberId}/keyrings$`));
    const oldMembers = await heard(district, 'members');
    valueOf(await publish(await owner.circle(), { settings: { a: 1 } }));
    const oldPublished = await heard(district, 'published');
    const back = await joined(hub, owner, 'leader', (await member.me()).memberId);
    expectDone(await back.pass());
    await finished(back, 'z');
    expectDone(await back.pass());
    valueOf(await publish(await owner.circle(), { settings: { a: 2 } }));
    district.store.synced.sync.delete(`keys:${(await back.me()).memberId}`); // so that it reads the present keyring
    expectDone(await district.pass());
    expect(await noticed(district, oldMembers)).toBe('CertificateRolledBack');
    expect(await noticed(district, oldPublished)).toBe('PublishedRolledBack');
    expect(await noticed(district, altering('published', 'published', null))).toBe('PublishedRolledBack');
    district.store.synced.sync.delete(`keys:${(await back.me()).memberId}`);
    await finished(back, 'more');
    expectDone(await back.pass());
    expect(await noticed(district, oldKeyrings)).toBe('KeyringRolledBack');
  });

  it('an earlier revision of a record, or counts back', async () => {
    const { memberId } = await leader.me();
    const meeting = await finished(leader, 'first');
    expectDone(await leader.pass());
    let old: readonly Uint8Array[] = [];
    district.road = alteringPage(memberId, (frames) => { old = frames.map((frame) => Uint8Array.from(frame)); return frames; });
    expectDone(await district.pass());
    await leader.notes(meeting, 'second');
    await leader.finishes(meeting);
    expectDone(await leader.pass());
    district.road = (request, go) => go(request);
    expectDone(await district.pass());
    await finished(leader, 'third');
    expectDone(await leader.pass());
    expect(await noticed(district, alteringPage(memberId, (frames) => [...frames, ...old]))).toBe('ReplicaRolledBack');
    expect(await noticed(district, alteringPage(memberId, (frames) => frames, { 'qc-next': '0' }))).toBe('SequenceRolledBack');
    expect(await noticed(district, altering('members', 'members.*.head', 0))).toBe('SequenceRolledBack');
    expectDone(await district.pass());
    expect(district.sees()[meeting]).toEqual(['first', 'second']);
  });
});

describe('a hub that swaps and forges', () => {
  it('the root, the statement, the hub', async () => {
    expect(await noticed(leader, altering('hub', 'statement', underAnotherRoot))).toBe('PinDiffers');
    expect(await noticed(leader, altering('hub', 'statement.body.version', 99))).toBe('StatementForged');
    expect(await noticed(leader, altering('hub', 'hubId', crypto.randomUUID()))).toBe('OtherHub');
    expect(await noticed(leader, altering('hub', 'statement', null))).toBe('StatementRolledBack');
  });

  it('the keys of members', async () => {
    const keys = await publicOf(await makeMemberKeys());
    expect(await noticed(district, altering('members', 'members.-1.certificates.0.body.signer', keys?.signer))).toBe('CertificateForged');
    expect(await noticed(district, altering('members', 'members.0.certificates.0.body.memberId', crypto.randomUUID()))).toBe('CertificateForged');
    expect(await noticed(leader, altering('members', 'members.0.certificates.0.body.role', 'owner'))).toBe('CertificateForged');
  });

  it('the keys of somebody who joins', async () => {
    const tablet = new Tablet(hub);
    const { link } = valueOf(await invite(await owner.circle(), { role: 'leader' }));
    valueOf(await join(tablet.ports, link, { signal }));
    const keys = await publicOf(await makeMemberKeys());
    expect(await noticed(owner, altering('members', 'joins.0.keys', keys))).toBe('JoinForged');
    expect(await noticed(owner, altering('members', 'joins.0.memberId', crypto.randomUUID()))).toBe('JoinForged');
    expect((await tablet.pass()).obstacle).toMatchObject({ type: 'NotAllowed', code: 'not-yet-countersigned' });
    expectDone(await owner.pass());
    expectDone(await tablet.pass());
  });

  it('the hub at the door: another root than the link names', async () => {
    const tablet = new Tablet(hub);
    const { link } = valueOf(await invite(await owner.circle(), { role: 'leader' }));
    tablet.road = altering('hub', 'statement', underAnotherRoot);
    expect(await join(tablet.ports, link, { signal })).toMatchObject({ error: { type: 'HubNotTrusted', what: { type: 'PinDiffers' } } });
    expect(tablet.store.synced.sync.has('identity')).toBe(false);
  });

  it('keyrings, grants and gifts', async () => {
    const fresh = await joined(hub, owner, 'district');
    const { memberId } = await leader.me();
    const without = (members: unknown): unknown => (members as { memberId: string }[]).map((member) => (member.memberId === memberId ? { ...member, certificates: [] } : member));
    expect(await noticed(await joined(hub, owner, 'district'), altering('members', 'members', without))).toBe('UnknownMember');
    expect(await noticed(fresh, altering(/\/grant$/, 'blob', (blob: unknown) => String(blob).replace(/....$/, 'AAAA')))).toBe('GrantForged');
    expect(await noticed(fresh, altering(/\/keyrings$/, 'keyrings.*.version', oneMore))).toBe('KeyringForged');
    const others = new RegExp(`${(await leader.me()).memberId}/keyrings$`);
    expect(await noticed(fresh, altering(others, 'keyrings', []))).toBe('KeyWithheld');
    expect(await noticed(fresh, altering('published', 'published.body.version', oneMore))).toBe('PublishedForged');
  });

  it('receipts', async () => {
    await finished(leader, 'to be acknowledged');
    expect(await noticed(leader, altering('records', 'receipts.0.sha256', 'A'.repeat(43)))).toBe('ReceiptDiffers');
    expect(leader.store.synced.outbox.size).toBe(1);
    // It is there; the next pass says so.
    expectDone(await leader.pass());
    expect(leader.store.synced.outbox.size).toBe(0);
  });

  it('records: altered, of another member, moved, made up', async () => {
    const other = await joined(hub, owner, 'leader');
    await finished(other, 'other');
    expectDone(await other.pass());
    await finished(leader, 'more');
    expectDone(await leader.pass());
    const me = await leader.me();
    const made = await sealRecord(
      { hubId: me.hubId, kind: 'record', memberId: me.memberId, recordId: newMeeting(), deviceId: me.deviceId, revision: 1 }, { made: 'up' },
      { contentKey: makeContentKey('record', crypto.randomUUID(), 1), signingKey: signingBytes(await makeMemberKeys()) },
    );
    const flip = (at: number) => (frames: Uint8Array[]) => frames.map((frame) => Uint8Array.from(frame, (byte, place) => (place === at ? byte ^ 1 : byte)));
    for (const alter of [flip(100), flip(30), flip(50), flip(56), (frames: Uint8Array[]) => [...frames, made]]) {
      expect(await noticed(district, alteringPage(me.memberId, alter))).toBe('RecordForged');
    }
    expect(await noticed(district, alteringPage(me.memberId, flip(0)))).toBe('RecordForged');
    // Pages of two members, the one for the other.
    let first: HubResponse | null = null;
    expect(await noticed(district, async (request, go) => {
      if (!request.path.startsWith('records?')) return go(request);
      first ??= await go(request);
      return first;
    })).toMatch(/RecordForged|SequenceRolledBack/);
    expectDone(await district.pass());
  });

  it('a pairing: its own device in the place of the other', async () => {
    const circle = await leader.circle();
    const offer = valueOf(await offerPairing(circle));
    const tablet = new Tablet(hub);
    const claiming = valueOf(await claimPairing(tablet.ports, offer.link, { signal }));
    const hubs = await publicOf(await makeMemberKeys());
    leader.road = altering(/^pairings\//, 'claim.recipient', hubs?.recipient);
    expect(await readClaim(circle, offer)).toMatchObject({ error: { type: 'PairingEnded' } });
    leader.road = (request, go) => go(request);
    expect(valueOf(await readClaim(circle, offer))?.code).toBe(claiming.code);
    tablet.road = () => Promise.resolve(answerOf(200, { 'content-type': 'application/json' }, new TextEncoder().encode(JSON.stringify({ memberId: claiming.deviceId, blob: 'AAAA', mac: 'A'.repeat(43) }))));
    expect(await takePairing(tablet.ports, claiming, signal)).toMatchObject({ error: { type: 'PairingEnded' } });
  });
});

describe('a hub that drops', () => {
  it('receipts: the records wait on', async () => {
    await finished(leader, 'silent');
    expect(await noticed(leader, altering('records', '', { receipts: [], refused: [] }))).toBe('nothing');
    expect(leader.store.synced.outbox.size).toBe(1);
    expectDone(await leader.pass());
  });

  it('records: comparing finds them', async () => {
    leader.road = altering(/^records\/compare/, 'rows', (rows: unknown) => (Array.isArray(rows) ? rows.slice(1) as unknown : rows));
    expect(valueOf(await compare(await leader.circle())).missing).toHaveLength(1);
    leader.road = altering(/^records\/compare/, 'rows.0.4', 'A'.repeat(43));
    expect(valueOf(await compare(await leader.circle())).different).toHaveLength(1);
    leader.road = (request, go) => go(request);
  });

  it('a roadmap that records name', async () => {
    const member = await joined(hub, owner, 'leader');
    member.roadmap = { ...member.roadmap, id: 'ours' };
    await finished(member, 'x');
    expectDone(await member.pass());
    const second = await paired(hub, member);
    expect(await noticed(second, alteringPage((await member.me()).memberId, (frames) => frames.filter((frame) => frame[4] !== 3)))).toBe('RoadmapWithheld');
    expectDone(await second.pass());
  });
});
