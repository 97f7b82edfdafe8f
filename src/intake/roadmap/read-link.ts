/** A roadmap in the part of a link after `#r=1.`: base64url of deflated JSON, unpacked within bounds. */
import { Inflate } from 'fflate';
import { linkWords } from '#domain/roadmap/link-words.ts';
import { err, type Result } from '#domain/result.ts';
import { decodeUtf8 } from '../decode-utf8.ts';
import type { ReadRoadmapObstacle, RoadmapPreview } from './preview.ts';
import { readRoadmapJson } from './read-json.ts';

/** A QR code holds less than 3,000 signs; a link that is handed on as text may be longer. */
const linkLimit = 20_000;
/** A roadmap of 300 items. */
const unpackedLimitBytes = 400_000;

/** Stops the unpacking from within the library's callback; never leaves this file. */
class Enough extends Error {}

/** Reads what stands after `#r=`. */
export function readRoadmapLink(packed: string): Result<RoadmapPreview, ReadRoadmapObstacle> {
  const coded = packed.length <= linkLimit ? /^1\.([A-Za-z0-9_-]+)$/.exec(packed)?.[1] : undefined;
  const bytes = coded === undefined ? null : unpacked(coded);
  const text = bytes && decodeUtf8(bytes);
  return text === null ? err({ type: 'LinkBroken' }) : readRoadmapJson(text, 'link');
}

function unpacked(coded: string): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate({ dictionary: new TextEncoder().encode(linkWords) }, (chunk) => {
    length += chunk.length;
    if (length > unpackedLimitBytes) throw new Enough();
    parts.push(chunk);
  });
  try {
    const bytes = Uint8Array.from(atob(coded.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
    for (let at = 0; at < bytes.length; at += 256) inflate.push(bytes.subarray(at, at + 256), at + 256 >= bytes.length);
  } catch (error) {
    // Not base64, not deflated, too much: the first is the platform's, fflate's own carry a number.
    if (error instanceof Enough || error instanceof DOMException || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
