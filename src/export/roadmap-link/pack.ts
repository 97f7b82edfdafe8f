import { deflateSync } from 'fflate';
import { linkWords } from '#domain/roadmap/link-words.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';

/** What stands after `#r=` in a link that carries a small roadmap: `1.` and base64url of deflated JSON. */
export function packedRoadmap(roadmap: Roadmap): string {
  const bytes = deflateSync(new TextEncoder().encode(JSON.stringify(roadmap)), { level: 9, mem: 8, dictionary: new TextEncoder().encode(linkWords) });
  const signs = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `1.${btoa(signs).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}
