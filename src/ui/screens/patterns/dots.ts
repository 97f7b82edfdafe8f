/** The row of marks of a finding: one per meeting, drawn like answers. */
import type { Answer } from '#domain/entry.ts';
import type { Finding, StripMark } from '#domain/patterns/rule.ts';
import type { pattern as en } from '#ui/words/en/pattern.ts';
import { patternWords } from '#ui/words/pattern-words.ts';

/** Whether the marks tell how often a thing was seen, or how often a sign stood. */
const tellsSeen = ({ about, rule }: Finding): boolean => about.type === 'item' && rule !== 'compliance-risk';

/** A full disc is what was seen; for signs, the sign itself. Bright spots carry what was seen. */
export function dotsOf(finding: Finding): (Answer | null)[] {
  const seen: Record<StripMark['state'], Answer> = finding.rule === 'bright-spot' || !tellsSeen(finding)
    ? { for: 'yes', half: 'partly', against: 'no' }
    : { for: 'no', half: 'partly', against: 'yes' };
  return finding.strip.map(({ state }) => seen[state]);
}

/** The same for those who hear it; in the language of the screens unless other words are given. */
export function dotsWords(finding: Finding, says: typeof en.dots = patternWords.dots): string {
  const marks = dotsOf(finding);
  const times = (answer: Answer): number => marks.filter((mark) => mark === answer).length;
  return says({ tellsSeen: tellsSeen(finding), of: marks.length, full: times('yes'), half: times('partly') });
}
