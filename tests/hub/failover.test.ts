import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { envelopeHash } from '#wire/envelope.ts';
import { addressesOf } from '#hub/store/hosts.ts';
import { askAddress } from '#tests/support/hub-asks.ts';
import { pageOf, TestDistrict } from '#tests/support/hub-members.ts';
import { PostgresFiles } from '#tests/support/postgres.ts';
import { serve } from '#tests/support/serve.ts';
import { builtApp } from './built-app.ts';

const app = builtApp();
const files = new PostgresFiles();
afterAll(() => {
  files.remove();
  app.remove();
});

describe('a primary that dies under load', () => {
  it('is followed by its standby, and every record that was acknowledged is there once', { timeout: 90_000 }, async () => {
    const primary = await files.start('primary', { synchronous_standby_names: 'standby', synchronous_commit: 'on' });
    const standby = await files.start('standby', {}, primary);
    await expect.poll(() => primary.query("select 1 from pg_stat_replication where sync_state = 'sync'")).toHaveLength(1);
    // Written with the standby first: the hub has to find out which one takes writes.
    const database = `postgres://hub@127.0.0.1:${String(standby.port)},127.0.0.1:${String(primary.port)}/postgres`;
    const hub = await serve(app.dist, 0, { data: app.dist, args: ['--log', 'off'], env: { DATABASE_URL: database } });
    await expect.poll(() => hub.ownerLink).not.toBeNull();
    const ask = askAddress(hub.address);
    const district = await TestDistrict.found(ask, hub.ownerLink ?? '');
    const leader = await district.admit('leader');

    const acknowledged: string[] = [];
    let isRunning = true;
    const push = async (): Promise<void> => {
      while (isRunning) {
        const record = district.record(leader);
        let answer = await ask('POST', '/records', { authorization: leader.authorization, frames: [record] });
        while (answer.status !== 200) {
          expect(answer.status).toBe(503);
          await wait(50);
          answer = await ask('POST', '/records', { authorization: leader.authorization, frames: [record] });
        }
        acknowledged.push(envelopeHash(record));
      }
    };
    const load = Promise.all([1, 2, 3, 4].map(push));
    await expect.poll(() => acknowledged.length).toBeGreaterThan(50);
    primary.kill();
    await standby.query('select pg_promote()');
    const promotedAt = acknowledged.length;
    await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(promotedAt + 50);
    isRunning = false;
    await load;

    const seen: string[] = [];
    for (let after = 0, more = true; more;) {
      const page = pageOf(await ask('GET', `/records?after=${String(after)}`, { authorization: leader.authorization }));
      seen.push(...page.frames.map(envelopeHash));
      ({ next: after, more } = page);
    }
    expect([...seen].sort()).toEqual([...acknowledged].sort());
    await hub.stop();
    await standby.stop();
  });
});

describe('an address', () => {
  it.each([
    ['postgres://u:p%40@a:1/db?x=1', ['postgres://u:p%40@a:1/db?x=1']],
    ['postgres://u:p@a,b:2/db', ['postgres://u:p@a/db', 'postgres://u:p@b:2/db']],
    ['postgresql://a,b,c/db', ['postgresql://a/db', 'postgresql://b/db', 'postgresql://c/db']],
  ])('%s names its hosts', (address, each) => {
    expect(addressesOf(address)).toEqual(each);
  });
});
