import { expect, test } from 'vitest';
import { addSlot, lock, setPolicy } from '#data/vault.ts';
import { makeRecoveryKey } from '#seal/recovery-key.ts';
import { freshName, mark, newMeeting, rawRows } from './store-kit.ts';
import { bySecret, kindAt, lockedAt, passphrase, refusalOf } from './vault-kit.ts';

const startMs = 1_790_000_000_000;

/** A clock that stands until it is moved. */
function clock(): { nowMs: () => number; move: (ms: number) => void } {
  let now = startMs;
  return { nowMs: () => now, move: (ms) => { now += ms; } };
}

async function lockedVault(wipeAfter: number | null = null): Promise<{ name: string; recoveryKey: string }> {
  const name = freshName();
  const recoveryKey = makeRecoveryKey();
  const store = await lockedAt(name, recoveryKey);
  await store.write({ changes: [mark(newMeeting())] });
  if (wipeAfter !== null) await setPolicy(store, wipeAfter);
  await lock(store);
  return { name, recoveryKey };
}

test('wrong passphrases slow the next try down, over restarts, until a right one', async () => {
  const { name, recoveryKey } = await lockedVault();
  const { nowMs, move } = clock();
  const tryOnce = (text = 'not it'): Promise<unknown> => refusalOf(name, bySecret(text), { nowMs });
  const waits: (number | null)[] = [];
  for (let tries = 0; tries < 9; tries += 1) {
    const told = await tryOnce() as { type: string; triesLeft: number | null; waitUntilMs: number | null };
    expect(told).toMatchObject({ type: 'WrongSecret', triesLeft: null });
    const waitMs = told.waitUntilMs === null ? null : told.waitUntilMs - nowMs();
    waits.push(waitMs);
    if (waitMs === null) continue;
    move(waitMs - 1);
    // Too soon: the right one is not looked at either, and nothing is counted.
    expect(await tryOnce(passphrase)).toEqual({ type: 'TooSoon', waitUntilMs: nowMs() + 1 });
    expect(await refusalOf(name, { way: 'recovery', text: recoveryKey }, { nowMs })).toBeNull();
    move(1);
  }
  expect(waits).toEqual([null, null, null, 5_000, 15_000, 60_000, 300_000, 300_000, 300_000]);
  expect(await tryOnce(passphrase)).toBeNull();
  expect(await tryOnce()).toEqual({ type: 'WrongSecret', triesLeft: null, waitUntilMs: null });
});

test('a clock that is set back makes no wait longer', async () => {
  const { name } = await lockedVault();
  const { nowMs, move } = clock();
  for (let tries = 0; tries < 4; tries += 1) await refusalOf(name, bySecret('not it'), { nowMs });
  move(-1_000_000_000);
  expect(await refusalOf(name, bySecret(passphrase), { nowMs })).toEqual({ type: 'TooSoon', waitUntilMs: nowMs() + 5_000 });
});

test('nothing is erased unless that was chosen', async () => {
  const { name } = await lockedVault();
  const { nowMs, move } = clock();
  for (let tries = 0; tries < 30; tries += 1) {
    expect(await refusalOf(name, bySecret('not it'), { nowMs })).toMatchObject({ type: 'WrongSecret', triesLeft: null });
    move(300_000);
  }
  expect(await refusalOf(name, bySecret(passphrase), { nowMs })).toBeNull();
});

test('where it was chosen, the last wrong try erases everything, and says how many are left before', async () => {
  const { name } = await lockedVault(5);
  const { nowMs, move } = clock();
  for (const triesLeft of [4, 3, 2, 1]) {
    expect(await refusalOf(name, bySecret('not it'), { nowMs })).toMatchObject({ type: 'WrongSecret', triesLeft });
    move(300_000);
  }
  expect(await rawRows(name, 'changes')).toHaveLength(1);
  expect(await refusalOf(name, bySecret('not it'), { nowMs })).toEqual({ type: 'Wiped' });
  expect((await indexedDB.databases()).some((database) => database.name === name)).toBe(false);
  expect(await kindAt(name)).toBe('open');
  expect(await rawRows(name, 'changes')).toHaveLength(0);
});

test('a wrong recovery key, passkey or vouching passphrase erases nothing', async () => {
  const { name, recoveryKey } = await lockedVault(3);
  const { nowMs } = clock();
  for (let tries = 0; tries < 5; tries += 1) {
    await refusalOf(name, { way: 'recovery', text: makeRecoveryKey() }, { nowMs });
    await refusalOf(name, { way: 'passkey', prf: new Uint8Array(32), credentialId: 'x' }, { nowMs });
  }
  expect(await refusalOf(name, { way: 'recovery', text: recoveryKey }, { nowMs })).toBeNull();
  const open = await lockedAt(freshName());
  await setPolicy(open, 3);
  for (let tries = 0; tries < 4; tries += 1) await addSlot(open, bySecret('not it'), { way: 'passphrase', text: 'x' });
  expect(await addSlot(open, bySecret(passphrase), { way: 'passphrase', text: 'x' })).toMatchObject({ ok: false, error: { type: 'TooSoon' } });
  await open.write({ changes: [mark(newMeeting())] });
});
