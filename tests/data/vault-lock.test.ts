import { expect, test } from 'vitest';
import type { Store } from '#data/store.ts';
import { addSlot, lock, lockOff, lockOn, openVault, policyOf, removeSlot, setPolicy, slotsOf } from '#data/vault.ts';
import { makeRecoveryKey } from '#seal/recovery-key.ts';
import { workerKdf } from '#seal/worker-kdf.ts';
import { freshName, listed, mark, newMeeting, note, rawRows, stampsOf, withRaw } from './store-kit.ts';
import { allRows, bySecret, kindAt, lockedAt, openAt, optionsAt, passphrase, refusalOf, slotKinds, unlockedAt } from './vault-kit.ts';

async function filled(store: Store): Promise<ReturnType<typeof newMeeting>> {
  const meeting = newMeeting();
  await store.write({ changes: [mark(meeting), note(meeting, 'Said aloud')], listed: listed(meeting, true) });
  await store.writeSetting('phrases', ['Say more']);
  return meeting;
}

const prfOf = (byte: number): Uint8Array<ArrayBuffer> => new Uint8Array(32).fill(byte);

test('setting, changing and removing a lock re-wraps the key and touches no row', async () => {
  const name = freshName();
  const store = await openAt(name);
  const meeting = await filled(store);
  const before = await allRows(name);
  const recoveryKey = makeRecoveryKey();

  expect(await lockOn(store, passphrase, recoveryKey)).toEqual({ ok: true, value: undefined });
  expect(await slotKinds(name)).toEqual(['passphrase', 'proof', 'recovery']);
  expect(await addSlot(store, bySecret(passphrase), { way: 'passphrase', text: 'another one' })).toMatchObject({ ok: true });
  expect(await slotKinds(name)).toEqual(['passphrase', 'proof', 'recovery']);
  const passkey = { way: 'passkey', prf: prfOf(7), credentialId: 'abc', label: 'This tablet' } as const;
  expect(await addSlot(store, bySecret('another one'), passkey)).toMatchObject({ ok: true });
  expect((await slotsOf(store)).map(({ kind, label, credentialId }) => [kind, label, credentialId])).toEqual([
    ['passphrase', '', undefined], ['passkey', 'This tablet', 'abc'], ['recovery', '', undefined],
  ]);
  await lock(store);
  expect(await allRows(name)).toBe(before);

  expect(await refusalOf(name, bySecret(passphrase))).toMatchObject({ type: 'WrongSecret' });
  expect(await refusalOf(name, bySecret('another one'))).toBeNull();
  expect(await refusalOf(name, { way: 'recovery', text: recoveryKey.toLowerCase().replaceAll(' ', '') })).toBeNull();
  expect(await refusalOf(name, passkey)).toBeNull();
  expect(await refusalOf(name, { ...passkey, prf: prfOf(8) })).toMatchObject({ type: 'WrongSecret' });
  expect(await refusalOf(name, { ...passkey, credentialId: 'abd' })).toMatchObject({ type: 'WrongSecret' });

  const again = await unlockedAt(name, { way: 'recovery', text: recoveryKey });
  expect(await stampsOf(again, meeting)).toHaveLength(2);
  expect(await again.readSetting('phrases')).toEqual(['Say more']);
  expect(await lockOff(again, bySecret('another one'))).toMatchObject({ ok: true });
  expect(await slotKinds(name)).toEqual(['device', 'proof']);
  expect(await allRows(name)).toBe(before);
  again.close();
  expect(await stampsOf(await openAt(name), meeting)).toHaveLength(2);
});

test('a locked vault tells its ways in and opens nothing', async () => {
  const name = freshName();
  await lock(await lockedAt(name, makeRecoveryKey()));
  const vault = await openVault(optionsAt(name));
  expect(vault).toMatchObject({ ok: true, value: { kind: 'locked', ways: [{ way: 'passphrase', label: '' }, { way: 'recovery', label: '' }] } });
});

test('a wrong vouching secret changes nothing, and neither does a mistyped new key', async () => {
  const name = freshName();
  const store = await lockedAt(name);
  const wrong = bySecret('not it');
  expect(await addSlot(store, wrong, { way: 'passphrase', text: 'x' })).toMatchObject({ ok: false, error: { type: 'WrongSecret' } });
  expect(await lockOff(store, wrong)).toMatchObject({ ok: false, error: { type: 'WrongSecret' } });
  expect(await addSlot(store, 'device', { way: 'passphrase', text: 'x' })).toEqual({ ok: false, error: { type: 'NoDeviceSlot' } });
  expect(await lockOn(store, 'x', null)).toEqual({ ok: false, error: { type: 'NoDeviceSlot' } });
  const typo = makeRecoveryKey().replace(/.$/, '!');
  expect(await addSlot(store, bySecret(passphrase), { way: 'recovery', text: typo })).toEqual({ ok: false, error: { type: 'RecoveryTypo', group: 8 } });
  expect(await slotKinds(name)).toEqual(['passphrase', 'proof']);
});

test('a slot goes on its own, but never the last that opens without a passkey', async () => {
  const name = freshName();
  const recoveryKey = makeRecoveryKey();
  const store = await lockedAt(name, recoveryKey);
  await addSlot(store, bySecret(passphrase), { way: 'passkey', prf: prfOf(1), credentialId: 'a', label: '' });
  const idOf = async (kind: string): Promise<string> => (await slotsOf(store)).find((slot) => slot.kind === kind)?.id ?? '';
  const secondPassphrase = await idOf('passphrase');
  expect(await removeSlot(store, secondPassphrase)).toMatchObject({ ok: true });
  expect(await removeSlot(store, secondPassphrase)).toEqual({ ok: false, error: { type: 'NoSuchSlot' } });
  expect(await removeSlot(store, 'proof')).toEqual({ ok: false, error: { type: 'NoSuchSlot' } });
  expect(await removeSlot(store, await idOf('recovery'))).toEqual({ ok: false, error: { type: 'LastSlot' } });
  expect(await removeSlot(store, await idOf('passkey'))).toMatchObject({ ok: true });
  await lock(store);
  expect(await refusalOf(name, { way: 'recovery', text: recoveryKey })).toBeNull();
});

test('the same letters open, however the keyboard composed them', async () => {
  const name = freshName();
  const store = await openAt(name);
  await lockOn(store, 'Pe\u0300re \uFB01ne', null);
  await lock(store);
  expect(await refusalOf(name, bySecret('P\u00E8re fine'))).toBeNull();
});

test('a mistyped recovery key names its group and is no wrong try', async () => {
  const name = freshName();
  const key = makeRecoveryKey();
  await lock(await lockedAt(name, key));
  const groups = key.split(' ');
  groups[4] = (groups[4] ?? '').replace(/.$/, (letter) => (letter === '7' ? '8' : '7'));
  expect(await refusalOf(name, { way: 'recovery', text: groups.join(' ') })).toEqual({ type: 'RecoveryTypo', group: 5 });
  expect(await refusalOf(name, { way: 'recovery', text: makeRecoveryKey() })).toEqual({ type: 'WrongSecret', triesLeft: null, waitUntilMs: null });
});

test('the policy is kept, and none is the rule', async () => {
  const store = await lockedAt(freshName());
  expect(await policyOf(store)).toEqual({ wipeAfter: null });
  await setPolicy(store, 10);
  expect(await policyOf(store)).toEqual({ wipeAfter: 10 });
  await setPolicy(store, null);
  expect(await policyOf(store)).toEqual({ wipeAfter: null });
});

test('two tabs: one turns the lock on, both go on, and neither puts the old slot back', async () => {
  const name = freshName();
  const one = await openAt(name);
  const other = await openAt(name);
  const meeting = newMeeting();
  expect(await lockOn(one, passphrase, null)).toMatchObject({ ok: true });
  // The browser closes the other's connection; it opens anew and looks at the slots.
  await withRaw(name, () => Promise.resolve());
  await other.write({ changes: [mark(meeting)] });
  expect(await slotKinds(name)).toEqual(['passphrase', 'proof']);
  await lock(one);
  await lock(other);
  expect(await kindAt(name)).toBe('locked');
  const [again, too] = [await unlockedAt(name), await unlockedAt(name)];
  await too.write({ changes: [mark(meeting)] });
  expect(await stampsOf(again, meeting)).toHaveLength(2);
});

test('two tabs that turn the lock on at once end with one passphrase', async () => {
  const name = freshName();
  const [one, other] = [await openAt(name), await openAt(name)];
  const ends = await Promise.all([lockOn(one, 'first of two', null), lockOn(other, 'second of two', null)]);
  expect(ends.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await slotKinds(name)).toEqual(['passphrase', 'proof']);
  await lock(one);
  await lock(other);
  expect(await refusalOf(name, bySecret(ends[0].ok ? 'first of two' : 'second of two'))).toBeNull();
});

test('a store that the browser cleared under an open tab is begun anew with its lock on', async () => {
  const name = freshName();
  const other = await openAt(name);
  const store = await lockedAt(name);
  const cleared = (): Promise<unknown> => new Promise((resolve) => { indexedDB.deleteDatabase(name).onsuccess = resolve; });
  await cleared();
  await store.write({ changes: [mark(newMeeting())] });
  expect(await slotKinds(name)).toEqual(['passphrase', 'proof']);
  await lock(store);
  const again = await unlockedAt(name);
  // A tab that looked at the slots since knows of the lock as well.
  await slotsOf(other);
  await cleared();
  await other.write({ changes: [mark(newMeeting())] });
  expect(await slotKinds(name)).toEqual(['passphrase', 'proof']);
  await again.write({ changes: [mark(newMeeting())] });
  expect(await rawRows(name, 'changes')).toHaveLength(2);
});

test('with the real derivation in its worker', async () => {
  const name = freshName();
  const store = await openAt(name, { kdf: workerKdf });
  expect(await lockOn(store, passphrase, null)).toMatchObject({ ok: true });
  await lock(store);
  const start = performance.now();
  const again = await unlockedAt(name, bySecret(passphrase), { kdf: workerKdf });
  console.info(`unlock by passphrase: ${(performance.now() - start).toFixed(0)} ms`);
  again.close();
  expect(await refusalOf(name, bySecret('not it'), { kdf: workerKdf })).toMatchObject({ type: 'WrongSecret' });
});
