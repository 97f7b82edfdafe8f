/** The one place where the parts are put together and the compiler proves that they fit. */
import { fetchLater } from '#data/fetch-later.ts';
import type { OpenObstacle, Store } from '#data/store.ts';
import { lock, openVault } from '#data/open-vault.ts';
import { policyOf, slotsOf } from '#data/slot-facts.ts';
import type { LockedWay, OpenOptions, SlotFacts } from '#data/vault.ts';
import { createShell } from '#device/create-shell.ts';
import { deviceId, randomNodeId, randomUuid } from '#device/ids.ts';
import type { Shell } from '#device/shell.ts';
import { ok, type Result } from '#domain/result.ts';
import type { App } from './app.ts';
import { fetchDoors, passkeys } from './vault/fetch-doors.ts';
import { VaultKeeper } from './vault/keeper.ts';
import { openLockChannel, type LockChannel } from './vault/lock-channel.ts';
import type { LockedApp } from './vault/locked-app.ts';
import type { VaultPorts } from './vault/ports.ts';

const options: OpenOptions = { nowMs: () => Date.now(), beforeWriting: async (factory) => (await fetchLater()).freshLog(factory) };

/**
 * Opens the store and starts what surrounds it; a locked one where a lock is set.
 * The obstacle is told on a page of its own; nothing on the device has been touched then.
 */
export async function composeApp(shell: Shell = createShell()): Promise<Result<App | LockedApp, OpenObstacle>> {
  const vault = await openVault(options);
  if (!vault.ok) return vault;
  shell.start();
  return ok(vault.value.kind === 'open' ? await openedApp(shell, vault.value.store) : lockedApp(shell, vault.value.ways));
}

async function openedApp(shell: Shell, store: Store): Promise<App> {
  const { nowMs } = options;
  const vault = new VaultKeeper(portsOf(store), nowMs);
  await vault.look();
  vault.watch();
  return {
    kind: 'open',
    nowMs,
    newId: randomUuid,
    device: deviceId(),
    node: randomNodeId(),
    saved: () => store.saved,
    onSaved: (listener) => store.onSaved(listener),
    store,
    shell,
    vault,
    whenLocked: (closed) => lockedApp(shell, vault.state.ways.flatMap(asLocked), closed),
  };
}

/** While `closed` has not resolved, the store of before still writes; whoever unlocks waits for it. */
function lockedApp(shell: Shell, ways: readonly LockedWay[], closed: Promise<void> = Promise.resolve()): LockedApp {
  let channel: LockChannel | null = null; // one for both ways: a second would hear what the first says
  return {
    kind: 'locked',
    nowMs: options.nowMs,
    ways,
    passkeys,
    unlock: async (secret) => {
      await closed;
      const { unlockVault } = await fetchDoors();
      const store = await unlockVault(options, secret);
      if (store.ok) return ok(await openedApp(shell, store.value));
      if (store.error.type === 'Wiped') channel?.say('erased');
      return store;
    },
    again: async () => {
      await closed;
      return composeApp(shell);
    },
    onChanged: (listener) => {
      channel = openLockChannel((call) => {
        if (call === 'slots' || call === 'erased') listener();
      });
      return () => channel?.close();
    },
  };
}

const portsOf = (store: Store): VaultPorts => ({
  slots: () => slotsOf(store),
  wipeAfter: async () => (await policyOf(store)).wipeAfter,
  lockOn: async (passphrase, recoveryKey) => (await fetchDoors()).lockOn(store, passphrase, recoveryKey),
  lockOff: async (current) => (await fetchDoors()).lockOff(store, current),
  addSlot: async (current, slot) => (await fetchDoors()).addSlot(store, current, slot),
  removeSlot: async (id) => (await fetchDoors()).removeSlot(store, id),
  setWipeAfter: async (tries) => (await fetchDoors()).setPolicy(store, tries),
  makeRecoveryKey: async () => (await fetchDoors()).makeRecoveryKey(),
  flush: (timeoutMs) => store.flush(timeoutMs),
  close: () => lock(store),
  passkeys,
});

const asLocked = ({ id, kind, label, credentialId }: SlotFacts): LockedWay[] =>
  (kind === 'device' ? [] : [{ way: kind, id, label, ...(credentialId === undefined ? {} : { credentialId }) }]);
