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
import { openRow, sealRow } from './row.ts';

export interface DeviceSlot {
  readonly id: string;
  readonly kind: 'device';
  readonly wrappingKey: CryptoKey;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

/** All kinds of slots that this version knows. */
export type KeySlot = DeviceSlot;

/** The slot does not give its key: altered, or the browser did not keep its wrapping key. */
export interface KeyDamaged {
  readonly type: 'KeyDamaged';
}

/** The browser refuses to store a key, or did not give back what was stored. */
export interface KeyNotKept {
  readonly type: 'KeyNotKept';
}

const bits = 256;
const encoder = new TextEncoder();

/** Makes a new data key and wraps it in a device slot. The only copy of the key is in the slot. */
export async function makeDeviceSlot(id: string): Promise<DeviceSlot> {
  const { subtle } = crypto;
  const [dataKey, wrappingKey] = await Promise.all([
    // Extractable, because only such a key can be wrapped; it is dropped at the end of this function.
    subtle.generateKey({ name: 'AES-GCM', length: bits }, true, ['encrypt', 'decrypt']),
    subtle.generateKey({ name: 'AES-GCM', length: bits }, false, ['wrapKey', 'unwrapKey']),
  ]);
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const wrapped = await subtle.wrapKey('raw', dataKey, wrappingKey, gcm(nonce, id));
  return { id, kind: 'device', wrappingKey, nonce, wrapped: new Uint8Array(wrapped) };
}

/** The data key of a slot, non-extractable; `KeyDamaged` when the slot does not give it. */
export async function openSlot(slot: unknown): Promise<Result<CryptoKey, KeyDamaged>> {
  if (!isDeviceSlot(slot)) return err({ type: 'KeyDamaged' });
  try {
    const key = await crypto.subtle.unwrapKey(
      'raw', slot.wrapped, slot.wrappingKey, gcm(slot.nonce, slot.id), { name: 'AES-GCM' }, false, ['encrypt', 'decrypt'],
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
  const place = { table: 'slots', key: 'proof' };
  const opened = await openRow(second.value, place, await sealRow(first.value, place, true));
  return opened.ok;
}

/** True for the shape of a device slot; whether it opens is {@link openSlot}'s affair. */
export function isDeviceSlot(slot: unknown): slot is DeviceSlot {
  if (typeof slot !== 'object' || slot === null) return false;
  const { id, kind, wrappingKey, nonce, wrapped } = slot as Partial<Record<keyof DeviceSlot, unknown>>;
  return typeof id === 'string' && kind === 'device' && typeof wrappingKey === 'object' && wrappingKey !== null
    && ArrayBuffer.isView(nonce) && ArrayBuffer.isView(wrapped);
}

const gcm = (nonce: Uint8Array<ArrayBuffer>, id: string): AesGcmParams => ({
  name: 'AES-GCM', iv: nonce, tagLength: 128, additionalData: encoder.encode(JSON.stringify(['slot', 1, 'device', id])),
});
