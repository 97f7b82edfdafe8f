import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { envelopeHash } from '#wire/envelope.ts';
import { askAddress, type AskHub } from '#tests/support/hub-asks.ts';
import { pageOf, TestDistrict, type TestDevice } from '#tests/support/hub-members.ts';
import { newDatabaseAt } from '#tests/support/postgres.ts';
import { serve, type Served } from '#tests/support/serve.ts';
import { builtApp } from './built-app.ts';

const app = builtApp();
let hubs: Served[];
let asks: AskHub[];
let district: TestDistrict;

beforeAll(async () => {
  const database = await newDatabaseAt(inject('postgres'));
  // All at once on an empty database: each would make the schema.
  hubs = await Promise.all([1, 2, 3, 4].map(() => serve(app.dist, 0, { data: app.dist, args: ['--log', 'faults', '--rate-device', '1000000', '--rate-address', '1000000'], env: { DATABASE_URL: database } })));
  asks = hubs.map(({ address }) => askAddress(address));
  // Whoever printed the owner link printed it after its address.
  await vi.waitFor(() => { expect(hubs.filter(({ ownerLink }) => ownerLink !== null)).toHaveLength(1); });
  district = await TestDistrict.found(asks[0] ?? askAddress(''), hubs.find(({ ownerLink }) => ownerLink !== null)?.ownerLink ?? '');
});
afterAll(async () => {
  await Promise.all(hubs.map((hub) => hub.stop()));
  app.remove();
});

const ask = (at: number): AskHub => asks[at % asks.length] ?? askAddress('');

/** Reads a member's records by cursor, from another hub each time, until `isOver` and nothing more comes. */
async function follow(reader: TestDevice, member: string, isOver: () => boolean): Promise<string[]> {
  const seen: string[] = [];
  for (let after = 0, turn = 0; ; turn += 1) {
    const wasOver = isOver();
    const page = pageOf(await ask(turn)('GET', `/records?member=${member}&after=${String(after)}&limit=20`, { authorization: reader.authorization }));
    seen.push(...page.frames.map(envelopeHash));
    if (wasOver && page.frames.length === 0) return seen;
    after = page.next;
  }
}

describe('four hubs on one database', () => {
  it('that start at once make one schema, one hub id and one owner link', async () => {
    const ids = await Promise.all(asks.map(async (one) => (await one('GET', '/hub')).json()));
    expect(new Set(ids.map((answer) => JSON.stringify({ ...(answer as object), nowMs: 0 }))).size).toBe(1);
    expect(hubs.map((hub) => hub.read().err).join('')).toBe('');
  });

  it('push and pull side by side, and no cursor skips a row that commits late', { timeout: 60_000 }, async () => {
    const first = await district.admit('leader');
    const devices = [first, ...await Promise.all([1, 2, 3].map(() => district.pair(first)))];
    const reader = await district.admit('district');
    const pushed: string[] = [];
    const endMs = Date.now() + 4_000;
    let writing = devices.length;
    const push = async (device: TestDevice, at: number): Promise<void> => {
      for (let round = 0; Date.now() < endMs; round += 1) {
        const records = Array.from({ length: 1 + (round % 7) }, () => district.record(device));
        const answer = await ask(at)('POST', '/records', { authorization: device.authorization, frames: records });
        if (answer.status !== 200) throw new Error(String(answer.status));
        pushed.push(...records.map(envelopeHash));
      }
      writing -= 1;
    };
    const [seenByReader, seenByFirst] = await Promise.all([
      follow(reader, first.memberId, () => writing === 0), follow(first, first.memberId, () => writing === 0), ...devices.map(push),
    ]);
    expect(pushed.length).toBeGreaterThan(200);
    for (const seen of [seenByReader, seenByFirst]) {
      expect(seen.length).toBe(new Set(seen).size);
      expect([...seen].sort()).toEqual([...pushed].sort());
    }
  });

  it('take one of two statements of one version, whichever hub they come by', async () => {
    const put = (at: number): Promise<number> => ask(at)('PUT', '/keyrings/record', { authorization: district.owner.authorization, json: district.blob(district.owner.memberId, 'record', { version: 1, key: district.owner.signerKey }) }).then(({ status }) => status);
    expect((await Promise.all([0, 1, 2, 3].map(put))).sort()).toEqual([200, 409, 409, 409]);
  });
});
