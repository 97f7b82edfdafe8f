/** The lock of the fake app: slots in memory, secrets compared as they are, no key anywhere. */
import type { App } from '#app/app.ts';
import type { LockedApp } from '#app/vault/locked-app.ts';
import type { Passkeys, VaultPorts } from '#app/vault/ports.ts';
import type { NewSlot, Secret, SlotFacts, SlotObstacle, UnlockObstacle } from '#data/vault.ts';
import { err, ok, type Result } from '#domain/result.ts';

type Kept = SlotFacts & { readonly secret: string };

const factsOf = ({ id, kind, label, madeAtMs, credentialId }: Kept): SlotFacts =>
  ({ id, kind, label, madeAtMs, ...(credentialId === undefined ? {} : { credentialId }) });

/** What a passkey of the tests gives. */
export const prf = new Uint8Array(32).fill(7);

export class FakeVault implements VaultPorts {
  slotRows: Kept[] = [{ id: 'device', kind: 'device', label: '', madeAtMs: null, secret: '' }];
  wipe: number | null = null;
  tries = 0;
  isClosed = false;
  /** What was asked for, in order. */
  readonly asked: string[] = [];
  /** The next secret meets this instead. */
  obstacle: UnlockObstacle | null = null;
  hasPasskeys = false;
  readonly #store: { flush(timeoutMs: number): Promise<boolean> };
  readonly #clock: { readonly nowMs: number };
  #made = 0;

  constructor(store: { flush(timeoutMs: number): Promise<boolean> }, clock: { readonly nowMs: number }) {
    this.#store = store;
    this.#clock = clock;
  }

  readonly passkeys: Passkeys = {
    isLikely: () => Promise.resolve(this.hasPasskeys),
    make: () => Promise.resolve(ok({ prf, credentialId: 'abc' })),
    name: 'Face ID or Touch ID',
    ask: () => Promise.resolve(ok({ prf, credentialId: 'abc' })),
  };

  slots(): Promise<readonly SlotFacts[]> {
    return Promise.resolve(this.slotRows.map(factsOf));
  }
  wipeAfter(): Promise<number | null> {
    return Promise.resolve(this.wipe);
  }
  lockOn(passphrase: string, recoveryKey: string | null): Promise<Result<void, SlotObstacle>> {
    this.slotRows = [];
    this.#put({ way: 'passphrase', text: passphrase });
    if (recoveryKey !== null) this.#put({ way: 'recovery', text: recoveryKey });
    return Promise.resolve(ok(undefined));
  }
  lockOff(current: Secret): Promise<Result<void, SlotObstacle>> {
    const met = this.meets(current);
    if (!met) this.slotRows = [{ id: 'device', kind: 'device', label: '', madeAtMs: null, secret: '' }];
    return Promise.resolve(met ? err(met) : ok(undefined));
  }
  addSlot(current: Secret, slot: NewSlot): Promise<Result<void, SlotObstacle>> {
    const met = this.meets(current);
    if (!met) this.#put(slot);
    return Promise.resolve(met ? err(met) : ok(undefined));
  }
  removeSlot(id: string): Promise<Result<void, SlotObstacle>> {
    if (this.slotRows.filter((slot) => slot.id !== id && slot.kind !== 'passkey').length === 0) return Promise.resolve(err({ type: 'LastSlot' }));
    this.slotRows = this.slotRows.filter((slot) => slot.id !== id);
    return Promise.resolve(ok(undefined));
  }
  setWipeAfter(tries: number | null): Promise<Result<void, never>> {
    this.wipe = tries;
    return Promise.resolve(ok(undefined));
  }
  makeRecoveryKey(): Promise<string> {
    this.#made += 1;
    return Promise.resolve(Array.from({ length: 8 }, (_, group) => `${String(group)}AAAAAA${String(this.#made)}`).join(' '));
  }
  flush(timeoutMs: number): Promise<boolean> {
    this.asked.push('flush');
    return this.#store.flush(timeoutMs);
  }
  close(): Promise<void> {
    this.asked.push('close');
    this.isClosed = true;
    return Promise.resolve();
  }

  /** What stands in the way of a secret; null when it opens. */
  meets(secret: Secret): UnlockObstacle | null {
    if (this.obstacle) return this.obstacle;
    const given = secret.way === 'passkey' ? secret.credentialId : secret.text;
    return this.slotRows.some(({ kind, secret: kept }) => kind === secret.way && kept === given) ? null : { type: 'WrongSecret', triesLeft: null, waitUntilMs: null };
  }

  #put(slot: NewSlot): void {
    const id = slot.way === 'passkey' ? slot.credentialId : slot.way;
    this.slotRows = [
      ...this.slotRows.filter((kept) => kept.id !== id),
      {
        id, kind: slot.way, label: slot.way === 'passkey' ? slot.label : '', madeAtMs: this.#clock.nowMs,
        secret: slot.way === 'passkey' ? slot.credentialId : slot.text, ...(slot.way === 'passkey' ? { credentialId: slot.credentialId } : {}),
      },
    ];
  }
}

/** The locked app over the same vault; opens to `app`. */
export function lockedFake(vault: FakeVault, app: App): LockedApp {
  return {
    kind: 'locked',
    nowMs: app.nowMs,
    ways: vault.slotRows.map(factsOf).flatMap(({ kind, ...facts }) => (kind === 'device' ? [] : [{ ...facts, way: kind }])),
    passkeys: vault.passkeys,
    unlock: (secret) => {
      const met = vault.meets(secret);
      return Promise.resolve(met ? err(met) : ok(app));
    },
    again: () => Promise.resolve(ok(app)),
    onChanged: () => () => undefined,
  };
}
