/** Many envelopes in one body: for each its length (32 bits, big-endian) and its bytes, nothing else. */
import { err, ok, type Result } from '#domain/result.ts';
import { limits } from './limits.ts';

/** The media type of such a body. */
export const framesType = 'application/vnd.quiet-checkpoint.records';

/** A body that is cut off, has a frame that no record can be, or too many. */
export interface BadFrames {
  readonly type: 'BadFrames';
  readonly what: 'cut' | 'length' | 'many';
}

/** One body of the envelopes in their order. */
export function encodeFrames(envelopes: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(envelopes.reduce((sum, envelope) => sum + 4 + envelope.length, 0));
  const view = new DataView(body.buffer);
  let at = 0;
  for (const envelope of envelopes) {
    view.setUint32(at, envelope.length);
    body.set(envelope, at + 4);
    at += 4 + envelope.length;
  }
  return body;
}

/** The frames of a body, as views on it; all or none. Whether each is an envelope is `parseEnvelope`'s question. */
export function decodeFrames(body: Uint8Array): Result<readonly Uint8Array[], BadFrames> {
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  const frames: Uint8Array[] = [];
  let at = 0;
  while (at < body.length) {
    if (at + 4 > body.length) return err({ type: 'BadFrames', what: 'cut' });
    const length = view.getUint32(at);
    if (length === 0 || length > limits.batchBytes) return err({ type: 'BadFrames', what: 'length' });
    if (at + 4 + length > body.length) return err({ type: 'BadFrames', what: 'cut' });
    if (frames.length === limits.batchRecords) return err({ type: 'BadFrames', what: 'many' });
    frames.push(body.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return ok(frames);
}
