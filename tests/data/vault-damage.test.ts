import { describe, expect, test } from 'vitest';
import type { Secret, Way } from '#data/vault.ts';
import { addSlot, lock } from '#data/vault.ts';
import { makeRecoveryKey } from '#seal/recovery-key.ts';
import { freshName, mark, newMeeting, putRaw, rawRows } from './store-kit.ts';
import { allRows, bySecret, lockedAt, passphrase, refusalOf } from './vault-kit.ts';

const prf = new Uint8Array(32).fill(3);
const passkey = { way: 'passkey', prf, credentialId: 'cred', label: 'tablet' } as const;

async function vaultWithAll(): Promise<{ name: string; secrets: Record<Way, Secret> }> {
  const name = freshName();
  const recoveryKey = makeRecoveryKey();
  const store = await lockedAt(name, recoveryKey);
  await addSlot(store, bySecret(passphrase), passkey);
  await store.write({ changes: [mark(newMeeting())] });
  await lock(store);
  return { name, secrets: { passphrase: bySecret(passphrase), recovery: { way: 'recovery', text: recoveryKey }, passkey } };
}

const flipped = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return value.map((byte, index) => (index === value.length - 1 ? byte ^ 1 : byte));
  if (typeof value === 'string') return `${value}x`;
  if (typeof value === 'number') return value + 1;
  return null;
};

/** Every way to alter one field of a slot, inner ones too; its id and kind say which row it is. */
function alterations(row: Record<string, unknown>): [string, Record<string, unknown>][] {
  const outer = Object.keys(row).filter((field) => field !== 'id').flatMap((field): [string, Record<string, unknown>][] => [
    [`${field} altered`, { ...row, [field]: flipped(row[field]) }],
    [`${field} gone`, Object.fromEntries(Object.entries(row).filter(([name]) => name !== field))],
  ]);
  const kdf = row['kdf'] as Record<string, unknown> | undefined;
  const inner = Object.keys(kdf ?? {}).map((field): [string, Record<string, unknown>] =>
    [`kdf.${field} altered`, { ...row, kdf: { ...kdf, [field]: flipped(kdf?.[field]) } }]);
  return [...outer, ...inner];
}

describe.each(['passphrase', 'recovery', 'passkey'] as const)('the %s slot', (way) => {
  test('with any one field altered is told as damaged, and the other ways open', async () => {
    const { name, secrets } = await vaultWithAll();
    const rows = await allRows(name);
    const row = (await rawRows(name, 'slots')).find(({ kind }) => kind === way);
    const others = Object.values(secrets).filter((secret) => secret.way !== way);
    for (const [what, altered] of alterations(row ?? {})) {
      await putRaw(name, 'slots', altered);
      expect(await refusalOf(name, secrets[way]), what).toEqual({ type: 'SlotDamaged', way });
      for (const other of others) expect(await refusalOf(name, other), what).toBeNull();
    }
    await putRaw(name, 'slots', row ?? {});
    expect(await refusalOf(name, secrets[way])).toBeNull();
    expect(await allRows(name)).toBe(rows);
  });
});

test('wrapped keys that changed places open nothing', async () => {
  const { name, secrets } = await vaultWithAll();
  const rows = await rawRows(name, 'slots');
  const [one, other] = ['passphrase', 'recovery'].map((kind) => rows.find((row) => row['kind'] === kind));
  await putRaw(name, 'slots', { ...one, wrapped: other?.['wrapped'], nonce: other?.['nonce'] });
  await putRaw(name, 'slots', { ...other, wrapped: one?.['wrapped'], nonce: one?.['nonce'] });
  expect(await refusalOf(name, secrets.passphrase)).toMatchObject({ type: 'SlotDamaged' });
  expect(await refusalOf(name, secrets.recovery)).toMatchObject({ type: 'SlotDamaged' });
  expect(await refusalOf(name, secrets.passkey)).toBeNull();
});

test('a slot of another store, whole in itself, opens nothing here', async () => {
  const [{ name }, other] = [await vaultWithAll(), await vaultWithAll()];
  const own = (await rawRows(name, 'slots')).find(({ kind }) => kind === 'recovery');
  const strange = (await rawRows(other.name, 'slots')).find(({ kind }) => kind === 'recovery');
  await putRaw(name, 'slots', { ...strange, id: own?.['id'] });
  expect(await refusalOf(name, other.secrets.recovery)).toMatchObject({ type: 'SlotDamaged' });
});
