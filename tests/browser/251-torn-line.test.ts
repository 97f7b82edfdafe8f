/** Whatever a network does to a real browser: nothing is lost, nothing comes twice, each time in words. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setBasics } from '#domain/meeting/plan.ts';
import { emptyMeeting } from '#domain/entry.ts';
import { district, type Member } from '../support/district.ts';
import { newMeeting, Tablet } from '../support/sync-kit.ts';
import { TornLine, type Fault } from '../support/torn-line.ts';

const here = district();
const { hub } = here;
const folder = mkdtempSync(join(tmpdir(), 'qc-torn-'));
let line: TornLine;
let owner: Member;
let leader: Member;
let count = 0;

beforeAll(async () => {
  line = await TornLine.open(() => hub.address);
  [{ member: owner }, { member: leader }] = await Promise.all([here.arrives(() => line.address), here.arrives(() => line.address)]);
  await owner.founds(hub.ownerLink.replace(hub.address, line.address));
  await leader.joins(await owner.invites('Leader'), 'North School');
  await owner.sends();
  await leader.sends();
});
afterAll(async () => {
  await line.close();
  rmSync(folder, { recursive: true });
});

/** A finished meeting comes in by file and waits for the hub. */
async function comesIn(): Promise<void> {
  count += 1;
  const from = new Tablet(null);
  const meeting = newMeeting();
  await from.writes(meeting, setBasics(emptyMeeting(), { code: `T-${String(count).padStart(2, '0')}`, type: 'annual' }), { roadmap: from.roadmap });
  await from.notes(meeting, `MARKER-WIRE ${String(count)}`);
  await from.finishes(meeting);
  const path = join(folder, `${String(count)}.json`);
  writeFileSync(path, JSON.stringify(from.store.records.at(-1)));
  await leader.importsFile(path);
}

const json = (status: number, value: unknown, more: Readonly<Record<string, string>> = {}): Fault => ({
  instead: (answer) => answer.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...more }).end(JSON.stringify(value)),
});
const faults: readonly (readonly [string, RegExp, Fault])[] = [
  ['a sign-in page of the Wi-Fi', /sign-in first/, { instead: (answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Wi-Fi</title>Sign in') }],
  ['a redirect to one', /sign-in first/, { instead: (answer) => answer.writeHead(302, { location: 'http://wifi.example/' }).end() }],
  ['garbage', /sign-in first/, { instead: (answer) => answer.writeHead(200, { 'content-type': 'application/json' }).end('{"hubId":"\u0000') }],
  ['401', /does not know this tablet/, json(401, { code: 'sign-in-needed' })],
  ['413', /takes less in one go/, json(413, { code: 'too-large' })],
  ['429', /asked to wait/, json(429, { code: 'too-many', retryAfterMs: 20_000 }, { 'retry-after': '20' })],
  ['503', /asked to wait|no room left/, json(503, { code: 'busy' })],
  ['a full disk of the hub', /no room left/, json(503, { code: 'storage-full' })],
  ['a slow drip', /No hub in reach/, { instead: (answer) => {
    answer.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => answer.write(' '), 500);
    answer.on('close', () => { clearInterval(timer); });
  } }],
];

it('each obstacle is said in words, and what waits stays', { timeout: 120_000 }, async () => {
  await comesIn();
  for (const [name, words, fault] of faults) {
    line.fault = fault;
    expect(await leader.sends(), name).toMatch(words);
    line.fault = null;
  }
  expect(await leader.sends()).toContain('The hub is in reach.');
  await leader.section('Waiting to leave').getByText('Nothing waits.').waitFor();
});

it('a hub that is killed ten times in the middle of a pass has everything once', { timeout: 240_000 }, async () => {
  for (let round = 0; round < 10; round += 1) {
    await comesIn();
    await leader.opens('/sync');
    const sending = leader.sends();
    await wait(Math.random() * 120);
    await hub.kill();
    await sending;
    await hub.start();
  }
  await leader.sends();
  await leader.section('Waiting to leave').getByText('Nothing waits.').waitFor();
});

it('a line that is cut after any byte doubles nothing', { timeout: 60_000 }, async () => {
  await comesIn();
  for (const fault of [{ cutSending: 0 }, { cutSending: 200 }, { cutAnswer: 0 }, { cutAnswer: 1 }, { cutAnswer: 150 }]) {
    line.fault = fault;
    await leader.sends();
  }
  line.fault = null;
  expect(await leader.sends()).toContain('The hub is in reach.');
});

it('both sides have the same records once, and no word of them was on the wire', async () => {
  await leader.page.getByRole('button', { name: 'Compare with the hub' }).click();
  await leader.page.getByText(new RegExp(`${String(count)}.records with a receipt here, ${String(count)} at the hub, ${String(count)} alike`)).waitFor();
  await owner.sends();
  await owner.section('From other leaders').getByText(`${String(count)}\u00a0records, 1\u00a0leader`).waitFor();
  const wire = Buffer.concat(line.captured);
  expect(wire.length).toBeGreaterThan(10_000);
  for (const word of ['MARKER-WIRE', 'T-01']) expect(wire.includes(word), word).toBe(false);
});
