/**
 * What the slots of the leader's secrets share: 32 secret bytes become a wrapping key, and
 * that wraps and unwraps the data key. See key-slot.ts for the wrap itself.
 *
 *   wrapping key   HKDF-SHA-256 of the secret bytes, no salt, info `["slot",1,kind,id]`:
 *                  the same secret in two slots gives two keys
 *   wrapped        AES-256-GCM of the 32 raw bytes of the data key, additional data as info
 *   check          the first 8 bytes of SHA-256 over the slot's other fields as JSON. It tells
 *                  a slot that the disk has damaged from a secret that is wrong. It is no
 *                  defence: whoever alters a slot can make a new check, and gains a slot that
 *                  does not open.
 */
import { err, ok, type Result } from '#domain/result.ts';
import { slotBinding, wrapParams } from './wrap.ts';

/** Kinds of slots that open with a secret. */
export type SecretKind = 'passphrase' | 'recovery' | 'passkey';

/** A key wrapped under a secret; each kind adds what it needs to know. */
export interface WrappedSlot {
  readonly id: string;
  readonly kind: SecretKind;
  /** In clear: words of the app's own or of the leader's choice, never a name. */
  readonly label: string;
  /** Epoch ms. */
  readonly madeAtMs: number;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly wrapped: Uint8Array<ArrayBuffer>;
  readonly check: Uint8Array<ArrayBuffer>;
}

/** The secret does not open this slot. */
export interface WrongSecret {
  readonly type: 'WrongSecret';
}

const encoder = new TextEncoder();
const checkBytes = 8;

async function wrappingKeyOf(secret: Uint8Array<ArrayBuffer>, kind: string, id: string): Promise<CryptoKey> {
  const { subtle } = crypto;
  const base = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: slotBinding(kind, id) };
  return subtle.deriveKey(hkdf, base, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']);
}

/** What a new slot says of itself besides its key. */
export type SlotHead<Slot extends WrappedSlot> = Omit<Slot, 'nonce' | 'wrapped' | 'check'>;

/** Wraps an extractable data key under 32 secret bytes. */
export async function wrapKey<Slot extends WrappedSlot>(
  dataKey: CryptoKey, secret: Uint8Array<ArrayBuffer>, head: SlotHead<Slot>,
): Promise<SlotHead<Slot> & Pick<WrappedSlot, 'nonce' | 'wrapped' | 'check'>> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const wrappingKey = await wrappingKeyOf(secret, head.kind, head.id);
  const wrapped = await crypto.subtle.wrapKey('raw', dataKey, wrappingKey, wrapParams(nonce, head.kind, head.id));
  const slot = { ...head, nonce, wrapped: new Uint8Array(wrapped) };
  return { ...slot, check: await checkOf(slot) };
}

/**
 * The data key of a slot; `WrongSecret` when the secret is not the slot's.
 *
 * `extractable` only to wrap it anew: such a key is dropped at the end of the call that asked.
 */
export async function unwrapKey(
  slot: WrappedSlot, secret: Uint8Array<ArrayBuffer>, extractable = false,
): Promise<Result<CryptoKey, WrongSecret>> {
  const wrappingKey = await wrappingKeyOf(secret, slot.kind, slot.id);
  try {
    return ok(await crypto.subtle.unwrapKey(
      'raw', slot.wrapped, wrappingKey, wrapParams(slot.nonce, slot.kind, slot.id), 'AES-GCM', extractable, ['encrypt', 'decrypt'],
    ));
  } catch (error) {
    // OperationError: another secret or altered. DataError: not 32 bytes inside.
    if (error instanceof DOMException || error instanceof TypeError) return err({ type: 'WrongSecret' });
    throw error;
  }
}

/** The slot of that kind which a stored row is; null when it is another kind or damaged. */
export async function wrappedSlotOf(kind: SecretKind, row: unknown): Promise<(WrappedSlot & Record<string, unknown>) | null> {
  if (typeof row !== 'object' || row === null) return null;
  const slot = row as Partial<WrappedSlot> & Record<string, unknown>;
  const { check } = slot;
  const shaped = slot.kind === kind && typeof slot.id === 'string' && typeof slot.label === 'string' && typeof slot.madeAtMs === 'number'
    && isBytes(slot.nonce, 12) && isBytes(slot.wrapped, 48) && isBytes(check, checkBytes);
  if (!shaped) return null;
  const expected = await checkOf(slot);
  return expected.every((byte, index) => byte === check[index]) ? (slot as WrappedSlot & Record<string, unknown>) : null;
}

const isBytes = (value: unknown, length: number): value is Uint8Array<ArrayBuffer> =>
  ArrayBuffer.isView(value) && value.byteLength === length;

/** Over all fields but the check itself, by name, so that a field that was added or lost shows too. */
async function checkOf(slot: object): Promise<Uint8Array<ArrayBuffer>> {
  const plain = JSON.stringify(plainOf(Object.fromEntries(Object.entries(slot).filter(([name]) => name !== 'check'))));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(plain))).slice(0, checkBytes);
}

/** Names in order, bytes as lists. */
function plainOf(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, plainOf(inner)]);
}
