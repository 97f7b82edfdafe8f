/** What the thread says, in one or two sentences of plain words. */
import { chainLinks } from '#domain/entry.ts';
import type { ThreadRow } from '#domain/meeting/thread.ts';
import { duringWords } from '#ui/words/during-words.ts';
import { linkName } from '#ui/words/meeting-words.ts';

/** `G1`, or `The plan` for the row of the whole meeting. */
export const rowName = (row: string): string => (row === 'all' ? duringWords.plan : row.toUpperCase());

/** `G1 runs through. Open ends: G3 at impact, G4 at service and placement.` Empty before anything was answered. */
export function threadSentence(rows: readonly ThreadRow[]): string {
  const through = rows.filter(({ beads }) => chainLinks.every((link) => beads[link].answer === 'yes'));
  const ends = rows.flatMap(({ row, beads }) => {
    const open = chainLinks.filter((link) => beads[link].answer === 'no').map((link) => linkName(link).toLowerCase());
    return open.length === 0 ? [] : [duringWords.openAt(rowName(row), open)];
  });
  return [
    through.length === 0 ? '' : duringWords.runThrough(through.map(({ row }) => rowName(row))),
    ends.length === 0 ? '' : duringWords.openEnds(ends),
  ].filter((sentence) => sentence !== '').join(' ');
}
