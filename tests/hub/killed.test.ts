import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { envelopeHash } from '#wire/envelope.ts';
import { askAddress } from '#tests/support/hub-asks.ts';
import { pageOf, TestDistrict, type TestDevice } from '#tests/support/hub-members.ts';
import { runHub, serve, type Served } from '#tests/support/serve.ts';
import { builtApp } from './built-app.ts';

const app = builtApp();
const folder = mkdtempSync(join(tmpdir(), 'qc-killed-'));
afterAll(() => {
  app.remove();
  rmSync(folder, { recursive: true, force: true });
});

const start = (data: string, port = 0): Promise<Served> => serve(app.dist, port, { data, args: ['--log', 'off'] });

async function all(served: Served, device: TestDevice): Promise<string[]> {
  const seen: string[] = [];
  for (let after = 0, more = true; more;) {
    const page = pageOf(await askAddress(served.address)('GET', `/records?after=${String(after)}`, { authorization: device.authorization }));
    seen.push(...page.frames.map(envelopeHash));
    ({ next: after, more } = page);
  }
  return seen;
}

async function districtAt(served: Served): Promise<{ district: TestDistrict; leader: TestDevice }> {
  await expect.poll(() => served.ownerLink).not.toBeNull();
  const district = await TestDistrict.found(askAddress(served.address), served.ownerLink ?? '');
  return { district, leader: await district.admit('leader') };
}

describe('a hub on SQLite', () => {
  it('that is killed in the middle of pushes has all that it acknowledged, once', { timeout: 60_000 }, async () => {
    const data = join(folder, 'killed');
    let served = await start(data);
    const { port } = served;
    const { district, leader } = await districtAt(served);
    const acknowledged = new Set<string>();
    const sent = new Set<string>();
    for (let round = 0; round < 6; round += 1) {
      const ask = askAddress(served.address);
      let isUp = true;
      const push = async (): Promise<void> => {
        while (isUp) {
          const records = [1, 2, 3].map(() => district.record(leader));
          for (const record of records) sent.add(envelopeHash(record));
          try {
            const answer = await ask('POST', '/records', { authorization: leader.authorization, frames: records });
            if (answer.status === 200) for (const record of records) acknowledged.add(envelopeHash(record));
          } catch {
            return; // the connection broke: nothing was acknowledged
          }
        }
      };
      const load = Promise.all([push(), push()]);
      const before = acknowledged.size;
      await expect.poll(() => acknowledged.size, { interval: 5, timeout: 20_000 }).toBeGreaterThan(before + 3);
      await wait(round * 3); // so that the end comes at other moments of a push
      served.child.kill('SIGKILL');
      isUp = false;
      await load;
      served = await start(data, port);
      const seen = await all(served, leader);
      expect(seen.length).toBe(new Set(seen).size);
      expect([...acknowledged].filter((hash) => !seen.includes(hash))).toEqual([]);
      expect(seen.filter((hash) => !sent.has(hash))).toEqual([]);
    }
    expect(await served.stop()).toBe(0);
  });

  it('is copied while records come in; the copy is whole, and serves as another epoch', { timeout: 60_000 }, async () => {
    const data = join(folder, 'copied');
    const served = await start(data);
    const { district, leader } = await districtAt(served);
    const acknowledged: string[] = [];
    const running = new AbortController();
    const load = (async () => {
      while (!running.signal.aborted) {
        const record = district.record(leader);
        await district.push(leader, record);
        acknowledged.push(envelopeHash(record));
      }
    })();
    await expect.poll(() => acknowledged.length).toBeGreaterThan(20);
    const before = [...acknowledged];
    const copy = join(folder, 'restored', 'hub.db');
    const restored = join(folder, 'restored');
    const refused = await runHub(['--data', data, 'backup', copy]);
    expect([refused.code, refused.err]).toEqual([2, `${copy} can't be written (SQLITE_CANTOPEN).\n`]);
    const file = join(folder, 'copy.db');
    expect(await runHub(['--data', data, 'backup', file])).toMatchObject({ code: 0, err: '' });
    expect((await runHub(['--data', data, 'backup', file])).err).toContain('is there already');
    running.abort();
    await load;
    await served.stop();

    const database = new Sqlite(file, { readonly: true });
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.prepare('select count(*) as n from records').get()).toEqual({ n: expect.any(Number) as number });
    database.close();
    mkdirSync(restored);
    renameSync(file, copy);
    const again = await start(restored);
    const seen = await all(again, leader);
    expect(before.filter((hash) => !seen.includes(hash))).toEqual([]);
    const epoch = (await askAddress(again.address)('GET', '/records', { authorization: leader.authorization })).header('qc-epoch');
    await again.stop();
    const original = await start(data);
    const answer = await askAddress(original.address)('GET', `/records?epoch=${epoch ?? ''}`, { authorization: leader.authorization });
    await original.stop();
    expect([answer.status, answer.json()]).toEqual([410, { code: 'resync' }]);
  });
});
