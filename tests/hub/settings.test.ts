import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '#hub/config.ts';
import { usage, settings } from '#hub/settings.ts';
import { authKeyOf, authorizationOf } from '#wire/auth-key.ts';
import { parseLink } from '#wire/link.ts';
import { askAddress } from '#tests/support/hub-asks.ts';
import { TestDistrict } from '#tests/support/hub-members.ts';
import { runHub, serve } from '#tests/support/serve.ts';
import { builtApp } from './built-app.ts';

const app = builtApp();
const folder = mkdtempSync(join(tmpdir(), 'qc-settings-'));
afterAll(() => {
  app.remove();
  rmSync(folder, { recursive: true, force: true });
});

const sentenceOf = (args: readonly string[], env: Record<string, string> = {}): string => {
  const config = readConfig(args, env);
  return config.ok ? 'taken' : config.error.sentence;
};

describe('a setting that will not do', () => {
  it.each<[string[], Record<string, string>, string]>([
    [['--host', '0.0.0.0'], {}, 'Over plain HTTP the hub listens on this computer only. For 0.0.0.0 give --tls-cert and --tls-key, or --insecure-http when a proxy before it does TLS.'],
    [['--tls-cert', 'a'], {}, '--tls-cert and --tls-key go together.'],
    [[], { DATABASE_URL: 'mysql://root:hunter2@db/x' }, 'DATABASE_URL must be like postgres://user:password@host/name, hosts separated by commas.'],
    [[], { HUB_METRICS_TOKEN: 'short' }, 'HUB_METRICS_TOKEN must be at least 16 visible characters.'],
    [[], { HUB_TRUST_PROXY: '1' }, 'HUB_TRUST_PROXY must be yes or no.'],
    [[], { HUB_RATE_DEVICE: '0' }, '--rate-device (HUB_RATE_DEVICE) must be a whole number from 1.'],
    [['--address', 'hub.example.org/x'], {}, '--address (HUB_ADDRESS) must be like https://HOST, without a path.'],
    [['--log', 'all'], {}, '--log (HUB_LOG) must be requests, faults or off.'],
    [['--database', 'postgres://a/b'], {}, "Unknown option '--database'. See --help."],
    [['restore'], {}, 'There is no command restore. See --help.'],
    [['backup'], {}, 'backup needs one file to write to: node src/hub/main.ts backup FILE.'],
    [['audit', 'x'], {}, 'audit takes nothing after it. See --help.'],
  ])('%j %j gets one sentence, which repeats no secret', (args, env, sentence) => {
    expect(sentenceOf(args, env)).toBe(sentence);
  });

  it.each<[string[], Record<string, string>]>([
    [['--host', '0.0.0.0', '--insecure-http'], {}], [['--host', '::1'], {}], [['--host', '0.0.0.0', '--tls-cert', 'a', '--tls-key', 'b'], {}],
    [[], { HUB_HOST: '10.0.0.1', HUB_INSECURE_HTTP: 'yes' }], [[], { DATABASE_URL: 'postgres://u:p@a:1,b:2/db', PORT: '', HUB_TRUST_PROXY: 'no' }], [['--host', '0.0.0.0', 'audit'], {}],
  ])('%j %j will do', (args, env) => {
    expect(sentenceOf(args, env)).toBe('taken');
  });

  it('stands in the help, flag and variable', () => {
    for (const [name, { env, secret }] of Object.entries(settings)) {
      expect(usage).toContain(env);
      expect(usage.includes(`--${name} `)).toBe(secret !== true);
    }
  });
});

describe('the files to run it for a district', () => {
  const read = (name: string): string => readFileSync(join(import.meta.dirname, '../../deploy', name), 'utf8');

  it('name no setting that the hub does not have', () => {
    const named = ['Dockerfile', 'compose.yaml'].flatMap((name) => [...read(name).matchAll(/\b(?:HUB_[A-Z_]+|DATABASE_URL)\b/g)].map(([variable]) => variable));
    const known = ['HUB_NAME', ...Object.values(settings).map(({ env }) => env)];
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((variable) => !known.includes(variable))).toEqual([]);
  });

  it('take every layer along that the hub imports', () => {
    for (const layer of ['domain', 'wire', 'hub']) expect(read('Dockerfile')).toContain(`COPY src/${layer} src/${layer}\n`);
  });
});

describe('the process', () => {
  it('says in one line that the database can\'t be reached, without its password', { timeout: 60_000 }, async () => {
    const ended = await runHub(['audit'], { DATABASE_URL: 'postgres://hub:hunter2@127.0.0.1:1/db', HUB_RETRY_SECONDS: '1' });
    expect(ended).toEqual({ code: 2, out: '', err: 'The database of DATABASE_URL can\'t be used (ECONNREFUSED).\n' });
  });

  it('does not touch a database of a later version', async () => {
    const data = join(folder, 'later');
    await runHub(['--data', data, 'audit']);
    const database = new Sqlite(join(data, 'hub.db'));
    database.exec('update schema_version set version = 99');
    database.close();
    const ended = await runHub(['--data', data, '--dist', app.dist]);
    expect([ended.code, ended.err]).toEqual([2, 'The database was written by a later version of the hub (schema 99). Start that version.\n']);
  });

  it('says in one line that the data folder can\'t be used', async () => {
    writeFileSync(join(folder, 'file'), '');
    const ended = await runHub(['--data', join(folder, 'file'), 'audit']);
    expect([ended.code, ended.err]).toEqual([2, `The data folder ${join(folder, 'file')} can't be used (EEXIST).\n`]);
  });

  it('prints the owner link at the first start only, and another one when told to', async () => {
    const data = join(folder, 'links');
    const first = await serve(app.dist, 0, { data });
    await expect.poll(() => first.ownerLink).not.toBeNull();
    await first.stop();
    const rotated = await runHub(['--data', data, '--address', 'https://hub.example.org', 'rotate-owner-link']);
    expect(rotated.out).toMatch(/^https:\/\/hub\.example\.org\/join#o\.\S+\n$/);
    const second = await serve(app.dist, 0, { data });
    const ask = askAddress(second.address);
    await expect(TestDistrict.found(ask, first.ownerLink ?? '')).rejects.toThrow('sign-in-needed');
    await TestDistrict.found(ask, rotated.out.trim());
    expect(second.ownerLink).toBeNull();
    await second.stop();
    expect(await runHub(['--data', data, 'rotate-owner-link'])).toMatchObject({ code: 2 });
    const audit = await runHub(['--data', data, 'audit']);
    expect(audit.out).toMatch(/^\S+Z {2}owner link renewed\n\S+Z {2}founded {2}member \S+ {2}device \S+\n$/);
    expect(await runHub(['--data', data, 'after-restore'])).toMatchObject({ code: 0 });
  });

  it('answers over TLS with the certificate that it was given', async () => {
    const tls = join(import.meta.dirname, '../fixtures/tls');
    const served = await serve(app.dist, 0, { args: ['--tls-cert', join(tls, 'localhost.crt'), '--tls-key', join(tls, 'localhost.key')] });
    expect(served.address).toMatch(/^https:/);
    const told = await new Promise<unknown>((done, failed) => {
      get(`${served.address}/healthz`, { rejectUnauthorized: false }, (answer) => {
        answer.resume();
        done([answer.statusCode, answer.headers['strict-transport-security']]);
      }).on('error', failed);
    });
    expect(told).toEqual([200, 'max-age=31536000']);
    expect(await served.stop()).toBe(0);
    expect((await runHub(['--dist', app.dist, '--tls-cert', 'none.crt', '--tls-key', 'none.key'])).err).toBe('There is no file none.crt.\n');
  });

  it('lets a request that runs end before it stops', async () => {
    const served = await serve(app.dist, 0, { args: ['--stop-seconds', '5'] });
    const link = parseLink(served.ownerLink ?? '');
    if (!link.ok) throw new Error('no link');
    const authorization = authorizationOf({ scheme: 'Invite', id: link.value.id, token: authKeyOf(link.value.secret) });
    const running = request(`${served.address}/api/v1/found`, { method: 'POST', headers: { authorization, 'content-type': 'application/json' } });
    const answered = new Promise<number | undefined>((done) => running.once('response', (answer) => { done(answer.statusCode); }));
    running.write('{');
    // Answered after the hub has read what was written before.
    await fetch(`${served.address}/healthz`);
    const stopped = served.stop();
    await expect.poll(() => fetch(`${served.address}/healthz`).then(() => 'open', () => 'closed')).toBe('closed');
    running.end('}');
    expect([await answered, await stopped]).toEqual([400, 0]);
  });
});
