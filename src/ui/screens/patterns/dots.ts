/** The row of marks of a finding: one per meeting, drawn like answers. */
import type { Answer } from '#domain/entry.ts';
import type { Finding, StripMark } from '#domain/patterns/rule.ts';
import { counted } from '#ui/words/meeting-words.ts';

/** Whether the marks tell how often a thing was seen, or how often a sign stood. */
const tellsSeen = ({ about, rule }: Finding): boolean => about.type === 'item' && rule !== 'compliance-risk';

/** A full disc is what was seen; for signs, the sign itself. Bright spots carry what was seen. */
export function dotsOf(finding: Finding): (Answer | null)[] {
  const seen: Record<StripMark['state'], Answer> = finding.rule === 'bright-spot' || !tellsSeen(finding)
    ? { for: 'yes', half: 'partly', against: 'no' }
    : { for: 'no', half: 'partly', against: 'yes' };
  return finding.strip.map(({ state }) => seen[state]);
}

/** The same for those who hear it. */
export function dotsWords(finding: Finding): string {
  const marks = dotsOf(finding);
  const times = (answer: Answer): number => marks.filter((mark) => mark === answer).length;
  const partly = times('partly') > 0 ? `, partly in ${String(times('partly'))}` : '';
  return tellsSeen(finding)
    ? `Of ${counted(marks.length, 'meeting')}, oldest first: seen in ${String(times('yes'))}${partly}`
    : `Of ${counted(marks.length, 'meeting')}, oldest first: the sign stands in ${String(times('yes'))}${partly}`;
}
