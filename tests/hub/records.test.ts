import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareSchema } from '#wire/answers.ts';
import { envelopeHash, parseEnvelope } from '#wire/envelope.ts';
import { encodeFrames, framesType } from '#wire/frames.ts';
import { newDevice, pageOf, type TestDevice } from '#tests/support/hub-members.ts';
import { engines, openDistrict } from './with-hub.ts';

const kindsIn = (frames: readonly Uint8Array[]): string[] => frames.map((frame) => {
  const read = parseEnvelope(frame);
  return read.ok ? read.value.header.kind : 'damaged';
});
const hex = (frames: readonly Uint8Array[]): string[] => frames.map((frame) => Buffer.from(frame).toString('hex'));

describe.each(engines)('records at a hub on %s', (engine) => {
  let hub: Awaited<ReturnType<typeof openDistrict>>;
  let leader: TestDevice;
  beforeAll(async () => {
    hub = await openDistrict(engine);
    leader = await hub.district.admit('leader');
  });
  afterAll(() => hub.close());

  it('come back byte for byte, in the order in which they came, with receipts that name their hash', async () => {
    const { district } = hub;
    const own = await district.admit('leader');
    const records = [1, 2, 3].map(() => district.record(own));
    const { receipts, refused } = await district.push(own, ...records);
    expect(refused).toEqual([]);
    expect(receipts.map(({ sha256, revision }) => [sha256, revision])).toEqual(records.map((record) => [envelopeHash(record), 1]));
    const page = await district.pull(own);
    expect(hex(page.frames)).toEqual(hex(records));
    expect([page.next, page.more]).toEqual([receipts[2]?.seq, false]);
    expect((await district.pull(own, { after: page.next })).frames).toEqual([]);
  });

  it('have their receipts compressed for who takes it so', async () => {
    const { district, server } = hub;
    const own = await district.admit('leader');
    const records = Array.from({ length: 50 }, () => district.record(own));
    const push = (encoding: string) => server.inject({
      method: 'POST', url: '/api/v1/records', payload: Buffer.from(encodeFrames(records)),
      headers: { authorization: own.authorization, 'content-type': framesType, 'accept-encoding': encoding },
    });
    const plain = await push('identity');
    const zipped = await push('gzip, deflate, br');
    expect([plain.headers['content-encoding'], zipped.headers['content-encoding'], zipped.headers['vary']]).toEqual([undefined, 'gzip', 'accept-encoding']);
    expect(gunzipSync(zipped.rawPayload).toString()).toBe(plain.body);
    expect(zipped.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
    expect((await push('gzip;q=0')).body).toBe(plain.body);
  });

  it('pushed again get the same receipt, and are there once', async () => {
    const { district } = hub;
    const own = await district.admit('leader');
    const record = district.record(own);
    const first = await district.push(own, record);
    expect((await district.push(own, record, record)).receipts).toEqual([first.receipts[0], first.receipts[0]]);
    expect((await district.pull(own)).frames).toHaveLength(1);
  });

  it('of a later revision replace, of an earlier one are superseded, of the same with other bytes are refused', async () => {
    const { district } = hub;
    const recordId = randomUUID();
    const at = (revision: number): Uint8Array => district.record(leader, { recordId, revision });
    await district.push(leader, at(2));
    const third = at(3);
    expect((await district.push(leader, third)).receipts[0]).toMatchObject({ revision: 3 });
    expect((await district.push(leader, at(1))).receipts[0]).toMatchObject({ revision: 3, sha256: envelopeHash(third), superseded: true });
    expect((await district.push(leader, at(3))).refused).toMatchObject([{ index: 0, recordId, revision: 3, code: 'revision-taken' }]);
  });

  it('are judged each on its own: what is not fit is refused, all others are taken', async () => {
    const { district } = hub;
    const stranger = newDevice();
    const turned = Uint8Array.from(district.record(leader));
    turned[100] = (turned[100] ?? 0) ^ 1;
    const good = district.record(leader);
    const { receipts, refused } = await district.push(leader, Uint8Array.of(1, 2, 3), district.record({ ...leader, deviceId: stranger.deviceId }), good, turned, district.record({ ...leader, signerKey: stranger.signerKey }));
    expect(receipts.map(({ sha256 }) => sha256)).toEqual([envelopeHash(good)]);
    expect(refused.map(({ index, code }) => [index, code])).toEqual([[0, 'bad-record'], [1, 'not-yours'], [3, 'bad-signature'], [4, 'bad-signature']]);
  });

  it('that were deleted leave a tombstone, on all devices, and do not come back', async () => {
    const { district } = hub;
    const own = await district.admit('leader');
    const second = await district.pair(own);
    const recordId = randomUUID();
    await district.push(own, district.record(own, { recordId }), district.record(own, { recordId, kind: 'draft' }));
    await district.push(second, district.record(second, { recordId }));
    const before = (await district.pull(own)).next;
    const grave = district.record(second, { recordId, kind: 'tombstone' });
    const { receipts } = await district.push(second, grave);
    expect(receipts[0]).toMatchObject({ kind: 'tombstone', sha256: envelopeHash(grave) });
    expect(kindsIn((await district.pull(own)).frames)).toEqual(['tombstone']);
    expect(kindsIn((await district.pull(own, { after: before })).frames)).toEqual(['tombstone']);
    expect((await district.push(own, district.record(own, { recordId, revision: 9 }))).refused).toMatchObject([{ code: 'deleted' }]);
    expect((await district.push(second, grave)).receipts).toEqual(receipts);
  });

  it('and their tombstone in one push leave the tombstone', async () => {
    const { district } = hub;
    const own = await district.admit('leader');
    const recordId = randomUUID();
    const { receipts, refused } = await district.push(own, district.record(own, { recordId }), district.record(own, { recordId, kind: 'tombstone' }), district.record(own, { recordId, revision: 2 }));
    expect([receipts.length, refused.map(({ code }) => code)]).toEqual([2, ['deleted']]);
    expect(kindsIn((await district.pull(own)).frames)).toEqual(['tombstone']);
  });

  it('come in pages, whose cursors leave out and repeat nothing', async () => {
    const { district } = hub;
    const own = await district.admit('leader');
    const records = Array.from({ length: 7 }, () => district.record(own));
    await district.push(own, ...records);
    const seen: string[] = [];
    for (let after = 0, more = true; more;) {
      const page = await district.pull(own, { after, limit: 3 });
      seen.push(...hex(page.frames));
      ({ next: after, more } = page);
    }
    expect(seen).toEqual(hex(records));
  });

  it('of many megabytes come in pages that stay below the limit', async () => {
    const { district } = hub;
    const own = await district.admit('leader');
    for (let at = 0; at < 3; at += 1) await district.push(own, district.record(own, { bytes: 2_300_000 }));
    const page = await district.pull(own);
    expect([page.frames.length, page.more]).toEqual([2, true]);
    expect((await district.pull(own, { after: page.next })).frames).toHaveLength(1);
  });

  it('are read by the district, but for drafts, and by no other leader', async () => {
    const { district, ask } = hub;
    const [own, other, reader] = [await district.admit('leader'), await district.admit('leader'), await district.admit('district')];
    await district.push(own, district.record(own), district.record(own, { kind: 'draft' }), district.record(own, { kind: 'roadmap' }));
    expect(kindsIn((await district.pull(own)).frames)).toEqual(['record', 'draft', 'roadmap']);
    expect(kindsIn((await district.pull(reader, { member: own.memberId })).frames)).toEqual(['record', 'roadmap']);
    const refusedAnswer = await ask('GET', `/records?member=${own.memberId}`, { authorization: other.authorization });
    expect([refusedAnswer.status, refusedAnswer.json()]).toEqual([403, { code: 'not-allowed' }]);
  });

  it('can be compared without their bytes', async () => {
    const { district, ask } = hub;
    const own = await district.admit('leader');
    const records = Array.from({ length: 3 }, () => district.record(own));
    await district.push(own, ...records);
    const pageAt = async (after: number): Promise<ReturnType<typeof compareSchema.parse>> => compareSchema.parse((await ask('GET', `/records/compare?limit=2&after=${String(after)}`, { authorization: own.authorization })).json());
    const first = await pageAt(0);
    const second = await pageAt(first.next ?? 0);
    expect([first.count, first.rows.length, second.rows.length, second.next]).toEqual([3, 2, 1, null]);
    expect([...first.rows, ...second.rows].map((row) => row[4])).toEqual(records.map(envelopeHash));
  });

  it('are asked for anew when the cursor is beyond the hub, or of another epoch', async () => {
    const { ask, store } = hub;
    const beyond = await ask('GET', '/records?after=999999', { authorization: leader.authorization });
    expect([beyond.status, beyond.json()]).toEqual([410, { code: 'resync' }]);
    const epoch = (await store.district()).epoch;
    const same = await ask('GET', `/records?epoch=${epoch}`, { authorization: leader.authorization });
    expect([same.status, same.header('qc-epoch')]).toEqual([200, epoch]);
    await store.beginEpoch(hub.clock.nowMs);
    expect((await ask('GET', `/records?epoch=${epoch}`, { authorization: leader.authorization })).status).toBe(410);
  });

  it('in frames that are torn are refused whole', async () => {
    const { district, server } = hub;
    const own = await district.admit('leader');
    const frame = district.record(own);
    const whole = Buffer.concat([Buffer.from([0, 0, frame.length >> 8, frame.length & 255]), frame]);
    const torn = await server.inject({ method: 'POST', url: '/api/v1/records', headers: { authorization: own.authorization, 'content-type': 'application/vnd.quiet-checkpoint.records' }, payload: Buffer.concat([whole, whole.subarray(0, 50)]) });
    expect([torn.statusCode, torn.json<unknown>()]).toEqual([400, { code: 'bad-frames' }]);
    expect((await district.pull(own)).frames).toEqual([]);
  });

  it('beyond what one push may hold are refused with 413', async () => {
    const big = await hub.ask('POST', '/records', { authorization: leader.authorization, frames: [new Uint8Array(5_300_000)] });
    expect([big.status, big.json()]).toEqual([413, { code: 'too-large' }]);
  });

  it('are written down in the audit, with counts', async () => {
    const { district, ask } = hub;
    const own = await district.admit('leader');
    await district.push(own, district.record(own), district.record(own));
    pageOf(await ask('GET', '/records', { authorization: own.authorization }));
    const lines = (await hub.store.auditPage(null, 1_000)).entries.filter(({ deviceId }) => deviceId === own.deviceId);
    expect(lines.map(({ what, count }) => [what, count]).sort()).toEqual([['joined', null], ['pulled', 2], ['pushed', 2]]);
  });
});
