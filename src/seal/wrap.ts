/** How every slot wraps the data key: key-slot.ts says why, wrapped-key.ts what a secret adds. */
const encoder = new TextEncoder();

/** The data that binds a wrapped key to its slot. */
export const slotBinding = (kind: string, id: string): Uint8Array<ArrayBuffer> =>
  encoder.encode(JSON.stringify(['slot', 1, kind, id]));

/** How every slot wraps. */
export const wrapParams = (nonce: Uint8Array<ArrayBuffer>, kind: string, id: string): AesGcmParams =>
  ({ name: 'AES-GCM', iv: nonce, tagLength: 128, additionalData: slotBinding(kind, id) });
