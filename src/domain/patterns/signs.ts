/** What the rules' signs are made of: marks of one meeting, its talk, its seats. */
import type { ChainLink } from '../entry.ts';
import type { DerivedMeeting } from './derived.ts';
import { answerAt, code, codeAt } from './pattern-set.ts';
import type { Look, Reason, Sign } from './rule.ts';
import { familyHeard } from './talk.ts';

export { isPresent, leastSamples, leastTurns, shareOf } from './talk.ts';

/** The meeting's row. */
export function rowAt({ set, position }: Pick<Look, 'set' | 'position'>): DerivedMeeting {
  const row = set.rows[position];
  if (!row) throw new RangeError(`No meeting at ${String(position)}`);
  return row;
}

export const fired = (because: readonly Reason[]): Sign => ({ state: 'fired', because });
export const quiet: Sign = { state: 'quiet', because: [] };
export const unknown: Sign = { state: 'unknown', because: [] };

/** True when the item was answered yes, partly or not yet. */
export const isRated = ({ set, position }: Look, item: string): boolean => {
  const found = codeAt(set, position, item);
  return found === code.yes || found === code.partly || found === code.no;
};

export const isNo = ({ set, position }: Look, item: string): boolean => codeAt(set, position, item) === code.no;

/** Reasons for those of the items that are marked not yet. */
export const noOf = (look: Look, items: readonly string[]): Reason[] =>
  items.filter((item) => isNo(look, item)).map((item): Reason => ({ type: 'mark', item, answer: 'no' }));

/** The answer as a reason; none where there is no answer. */
export function markReason(look: Look, item: string): Reason[] {
  const answer = answerAt(look.set, look.position, item);
  return answer ? [{ type: 'mark', item, answer }] : [];
}

/** Fired from `least` marks "not yet" on; unknown while fewer than that were rated at all. */
export function severalNo(look: Look, items: readonly string[], least: number): Sign {
  const no = noOf(look, items);
  if (no.length >= least) return fired(no);
  return items.filter((item) => isRated(look, item)).length >= least ? quiet : unknown;
}

/** Fired when any is; quiet when any is; unknown when all are. */
export function anySign(signs: readonly Sign[]): Sign {
  const because = signs.filter(({ state }) => state === 'fired').flatMap((sign) => sign.because);
  if (because.length > 0) return fired(because);
  return signs.some(({ state }) => state === 'quiet') ? quiet : unknown;
}

/** Family share under ten percent with the family present. */
export function quietFamily(look: Look): Sign {
  const heard = familyHeard(rowAt(look));
  if (!heard) return unknown;
  return heard.share < 0.1 ? fired([{ type: 'share', role: 'family', ...heard }]) : quiet;
}

/** Items of a link in the meeting's own roadmap that were asked. */
export function linkItems(look: Look, link: ChainLink, coreOnly: boolean): string[] {
  const items = look.set.facts.get(rowAt(look).roadmap)?.items ?? [];
  return items
    .filter(({ chainLink, core, id }) => chainLink === link && (core || !coreOnly) && codeAt(look.set, look.position, id) !== code.notAsked)
    .map(({ id }) => id);
}
