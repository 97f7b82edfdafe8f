/** Search over digests. */
import { withoutEdges } from './digest-of.ts';
import type { Digest } from './digest.ts';

/** Text as it is compared: without case, accents and the differences of equal-looking letters. */
const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** True when every word of the query occurs, blind to case and accents. A blank query finds all. */
export function searchDigest(digest: Digest, query: string): boolean {
  const { code, team, school, type, onDate, words } = digest;
  const wanted = folded(query).split(/\s+/u).map((word) => withoutEdges(word) || word).filter((word) => word !== '');
  if (wanted.length === 0) return true;
  const haystack = folded([code, team, school, type, onDate ?? '', words].join('\n'));
  return wanted.every((word) => haystack.includes(word));
}
