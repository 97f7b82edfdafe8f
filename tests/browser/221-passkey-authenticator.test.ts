/** Passkeys by the browser's own virtual authenticator, on the real shell under its policy. */
import type { CDPSession } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { dropProfile, newProfile, openTablet, type Tablet } from '#tests/support/browser.ts';
import { serve, type Served } from '#tests/support/serve.ts';
import { buildShell, type ShellBuild } from '#tests/support/shell-page.ts';

let build: ShellBuild;
let served: Served;
let tablet: Tablet;
let protocol: CDPSession;
let plugged: string | null = null;
beforeAll(async () => {
  build = buildShell('one', 'vault-page');
  served = await serve(build.dist);
  tablet = await openTablet(newProfile());
  protocol = await tablet.context.newCDPSession(tablet.page);
  await protocol.send('WebAuthn.enable');
});
afterAll(async () => {
  await tablet.close();
  dropProfile(tablet.profile);
  await served.stop();
  build.remove();
});

// Passkeys are bound to a site's name; an address of numbers has none.
beforeEach(() => tablet.page.goto(served.address.replace('127.0.0.1', 'localhost')));
afterEach(async () => {
  if (plugged !== null) await protocol.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: plugged });
  plugged = null;
});

async function plugIn({ hasPrf = true } = {}): Promise<string> {
  const { authenticatorId } = await protocol.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasUserVerification: true, hasPrf,
      isUserVerified: true, automaticPresenceSimulation: true,
    },
  });
  plugged = authenticatorId;
  return authenticatorId;
}

it('a passkey gives the same 32 bytes each time, and opens a locked store with them', async () => {
  await plugIn();
  const went = await tablet.page.evaluate(async () => {
    const { vault, passkey } = window.vaultPage ?? (() => { throw new Error('no page'); })();
    const options = { nowMs: () => Date.now(), name: 'passkeys' };
    const passphrase = { way: 'passphrase', text: 'four plain words' } as const;
    const can = await passkey.canUsePasskeys();
    const made = await passkey.createPasskey('Quiet Checkpoint');
    const opened = await vault.openVault(options);
    if (!made.ok || !opened.ok || opened.value.kind !== 'open') return { can, made, opened: null };
    const { store } = opened.value;
    const on = await vault.lockOn(store, passphrase.text, null);
    const added = await vault.addSlot(store, passphrase, { way: 'passkey', label: 'This tablet', ...made.value });
    await vault.lock(store);
    const locked = await vault.openVault(options);
    const ids = locked.ok && locked.value.kind === 'locked' ? locked.value.ways.flatMap(({ credentialId }) => credentialId ?? []) : [];
    const evaluated = await passkey.evaluatePasskey(ids);
    if (!evaluated.ok) return { can, made, evaluated };
    const start = performance.now();
    const unlocked = await vault.unlockVault(options, { way: 'passkey', ...evaluated.value });
    const ms = performance.now() - start;
    const other = await vault.unlockVault(options, { way: 'passkey', ...evaluated.value, prf: new Uint8Array(32) });
    return {
      can, on, added, ids, length: made.value.prf.length, credentialId: made.value.credentialId, unlocked: unlocked.ok, ms,
      same: made.value.prf.every((byte, index) => byte === evaluated.value.prf[index]), other: other.ok ? null : other.error,
    };
  });
  if ('other' in went) console.info(`unlock by passkey, without the person: ${String(Math.round(went.ms ?? 0))} ms`);
  expect(went).toMatchObject({
    can: true, on: { ok: true }, added: { ok: true }, length: 32, same: true, unlocked: true, other: { type: 'WrongSecret', triesLeft: null },
  });
  expect(went.ids).toEqual([went.credentialId]);
  expect(tablet.complaints).toEqual([]);
});

it('a person who is not verified gets no bytes', async () => {
  const authenticatorId = await plugIn();
  const made = await tablet.page.evaluate(() => window.vaultPage?.passkey.createPasskey('one'));
  expect(made).toMatchObject({ ok: true });
  await protocol.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  const ids = made?.ok ? [made.value.credentialId] : [];
  const evaluated = await tablet.page.evaluate((of) => window.vaultPage?.passkey.evaluatePasskey(of), ids);
  expect(evaluated).toEqual({ ok: false, error: { type: 'PasskeyRefused', name: 'NotAllowedError' } });
});

it('an authenticator without PRF, and no authenticator at all, are told as such', async () => {
  expect(await tablet.page.evaluate(() => window.vaultPage?.passkey.canUsePasskeys())).toBe(false);
  await plugIn({ hasPrf: false });
  expect(await tablet.page.evaluate(() => window.vaultPage?.passkey.createPasskey('one'))).toEqual({ ok: false, error: { type: 'NoPasskeys' } });
});

it('a passkey whose evaluations differ is not kept', async () => {
  await plugIn();
  const made = await tablet.page.evaluate(async () => {
    let calls = 0;
    PublicKeyCredential.prototype.getClientExtensionResults = () => {
      calls += 1;
      return calls === 1 ? { prf: { enabled: true } } : { prf: { results: { first: new Uint8Array(32).fill(calls).buffer } } };
    };
    return window.vaultPage?.passkey.createPasskey('one');
  });
  expect(made).toEqual({ ok: false, error: { type: 'PasskeyUnsteady' } });
});

it('at an address without a name none is offered', async () => {
  await plugIn();
  await tablet.page.goto(served.address);
  expect(await tablet.page.evaluate(() => window.vaultPage?.passkey.canUsePasskeys())).toBe(false);
});
