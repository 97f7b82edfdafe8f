/**
 * From a passphrase to 32 bytes: the port, its parameters, and what of a stored slot is
 * accepted as such. Argon2id (RFC 9106), 64 MiB, 3 passes, 1 lane: above OWASP's floor of
 * 19 MiB and 2 passes, and near RFC 9106's second recommended option for what a tablet has.
 */

/** Parameters as a slot stores them; `salt` of 16 random bytes. */
export interface KdfParams {
  readonly name: 'argon2id';
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
  readonly salt: Uint8Array<ArrayBuffer>;
}

/** Derives 32 bytes. The text is made NFKC first by {@link passphraseBytes}. */
export type Kdf = (passphrase: Uint8Array<ArrayBuffer>, params: KdfParams) => Promise<Uint8Array<ArrayBuffer>>;

/** The same letters give the same bytes, however a keyboard composes them. */
export const passphraseBytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text.normalize('NFKC'));

/** Parameters for a new slot. */
export const newKdfParams = (): KdfParams => ({
  name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1, salt: crypto.getRandomValues(new Uint8Array(16)),
});

const within = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && typeof value === 'number' && value >= least && value <= most;

/** The parameters of a stored slot; null when they are not ones that this version would ever compute. */
export function kdfParamsOf(stored: unknown): KdfParams | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { name, memoryKiB, passes, lanes, salt } = stored as Partial<Record<keyof KdfParams, unknown>>;
  const fits = name === 'argon2id' && within(memoryKiB, 8, 1_048_576) && within(passes, 1, 16) && within(lanes, 1, 4)
    && ArrayBuffer.isView(salt) && salt.byteLength === 16;
  return fits ? { name, memoryKiB, passes, lanes, salt: new Uint8Array(salt.buffer.slice(salt.byteOffset, salt.byteOffset + 16) as ArrayBuffer) } : null;
}
