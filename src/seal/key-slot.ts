/**
 * Key slots, after LUKS: one random data key seals all rows; each slot holds that key, wrapped
 * in its own way. Any slot opens the store. A passphrase, a passkey or a recovery key is one
 * more slot with its own `kind`; rows are not touched when slots come, change or go.
 *
 * The device slot is the one without a secret of the leader's: its wrapping key is a
 * non-extractable CryptoKey that lives in the database itself. It keeps the rows from whoever
 * reads files or backups of single rows, not from whoever can run code in this browser profile.
 *
 * Wrapped key: AES-256-GCM of the 32 raw bytes, 12-byte random nonce, 16-byte tag, with
 * `["slot",1,kind,id]` as additional data. The raw bytes are never seen by this program:
 * WebCrypto wraps and unwraps them inside.
 *
 * Lockdown Mode and private windows of Safari refuse to store any CryptoKey (DataCloneError),
 * and WebKit read some kinds back as null: whoever stores a slot reads it back and compares
 * with {@link opensSame}.
 */
import { err, ok, type Result } from '#domain/result.ts';
import { openRow, sealRow, type Sealed } from './row.ts';
import { wrapParams } from './wrap.ts';

export interface DeviceSlot {
  readonly id: string;
  readonly kind: 'device';
  readonly wrappingKey: CryptoKey;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

/** The slot does not give its key: altered, or the browser did not keep its wrapping key. */
export interface KeyDamaged {
  readonly type: 'KeyDamaged';
}

/** The browser refuses to store a key, or did not give back what was stored. */
export interface KeyNotKept {
  readonly type: 'KeyNotKept';
}

const bits = 256;

/** Makes a new data key and wraps it in a device slot. The only copy of the key is in the slot. */
export async function makeDeviceSlot(id: string): Promise<DeviceSlot> {
  // Extractable, because only such a key can be wrapped; it is dropped at the end of this function.
  return wrapInDeviceSlot(await crypto.subtle.generateKey({ name: 'AES-GCM', length: bits }, true, ['encrypt', 'decrypt']), id);
}

/** Wraps an extractable data key in a new device slot. */
export async function wrapInDeviceSlot(dataKey: CryptoKey, id: string): Promise<DeviceSlot> {
  const wrappingKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: bits }, false, ['wrapKey', 'unwrapKey']);
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const wrapped = await crypto.subtle.wrapKey('raw', dataKey, wrappingKey, wrapParams(nonce, 'device', id));
  return { id, kind: 'device', wrappingKey, nonce, wrapped: new Uint8Array(wrapped) };
}

/**
 * The data key of a slot; `KeyDamaged` when the slot does not give it.
 *
 * `extractable` only to wrap it anew: such a key is dropped at the end of the call that asked.
 */
export async function openSlot(slot: unknown, extractable = false): Promise<Result<CryptoKey, KeyDamaged>> {
  if (!isDeviceSlot(slot)) return err({ type: 'KeyDamaged' });
  try {
    const key = await crypto.subtle.unwrapKey(
      'raw', slot.wrapped, slot.wrappingKey, wrapParams(slot.nonce, 'device', slot.id), { name: 'AES-GCM' }, extractable, ['encrypt', 'decrypt'],
    );
    return ok(key);
  } catch (error) {
    // OperationError: altered. InvalidAccessError: a key without the usage. DataError: not 32 bytes.
    if (error instanceof DOMException || error instanceof TypeError) return err({ type: 'KeyDamaged' });
    throw error;
  }
}

/** True when both slots give the same data key: a row sealed by one opens with the other. */
export async function opensSame(one: unknown, other: unknown): Promise<boolean> {
  const [first, second] = await Promise.all([openSlot(one), openSlot(other)]);
  if (!first.ok || !second.ok) return false;
  return isSealedBy(second.value, await keyProof(first.value));
}

const proofPlace = { table: 'slots', key: 'proof' } as const;

/** A small row that opens under this key only: it tells keys apart without giving them away. */
export const keyProof = (key: CryptoKey): Promise<Sealed> => sealRow(key, proofPlace, true);

/** True when the proof was sealed by this key. */
export const isSealedBy = async (key: CryptoKey, proof: unknown): Promise<boolean> => (await openRow(key, proofPlace, proof)).ok;

/** True for the shape of a device slot; whether it opens is {@link openSlot}'s affair. */
export function isDeviceSlot(slot: unknown): slot is DeviceSlot {
  if (typeof slot !== 'object' || slot === null) return false;
  const { id, kind, wrappingKey, nonce, wrapped } = slot as Partial<Record<keyof DeviceSlot, unknown>>;
  return typeof id === 'string' && kind === 'device' && typeof wrappingKey === 'object' && wrappingKey !== null
    && ArrayBuffer.isView(nonce) && ArrayBuffer.isView(wrapped);
}
