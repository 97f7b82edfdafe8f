/**
 * An item that must happen by law was marked "not yet". Compliance needs no rate: one mark
 * opens one task to verify, and the leader may simply not have seen the paper. Marks that
 * were verified as done count no more. A repeat is called a pattern only when two of its
 * marks are confirmed gaps; all else stays "watch", since over many items and meetings two
 * unseen papers come together by chance.
 */
import { levelFor, lowerLevel } from '../evidence.ts';
import { code } from '../pattern-set.ts';
import type { ItemFacts } from '../roadmap-facts.ts';
import type { Finding, Look, Reason, Rule, Sign } from '../rule.ts';
import { fired, isNo, isRated, quiet, rowAt, unknown } from '../signs.ts';
import { finding, mostInStrip, stripMark } from '../recur.ts';
import { sources } from '../sources.ts';
import type { ScopeView } from '../window.ts';

/** Items that must happen, in the meeting's own roadmap. */
const musts = (look: Look): readonly ItemFacts[] => (look.set.facts.get(rowAt(look).roadmap)?.items ?? []).filter(({ force }) => force === 'must-happen');

/** True for a mark "not yet" that was not verified as done since. */
const stands = (look: Look, item: string): boolean => isNo(look, item) && rowAt(look).verify[item]?.state !== 'done';

function signIn(look: Look): Sign {
  const items = musts(look).map(({ id }) => id);
  const because = items.filter((item) => stands(look, item)).map((item): Reason => ({ type: 'mark', item, answer: 'no' }));
  if (because.length > 0) return fired(because);
  return items.some((item) => isRated(look, item)) ? quiet : unknown;
}

function find(view: ScopeView): Finding[] {
  const width = view.set.items.length;
  return view.set.items.flatMap(({ id, force }, place): Finding[] => {
    if (force !== 'must-happen') return [];
    const standing: Look[] = [];
    let rated = 0;
    for (const position of view.at) {
      const seen = view.set.answers[position * width + place];
      if (seen === code.yes || seen === code.partly || seen === code.no) rated += 1;
      if (seen === code.no && stands({ ...view, position }, id)) standing.push({ ...view, position });
    }
    if (standing.length < 2) return [];
    const confirmed = standing.filter((look) => rowAt(look).verify[id]?.state === 'gap').length;
    const level = confirmed >= 2 ? levelFor(rated) : lowerLevel('watch', levelFor(rated));
    return [finding({
      rule: 'compliance-risk', scope: view.scope, about: { type: 'item', item: id },
      level, tentative: level !== 'pattern', count: standing.length, of: rated, interval: null,
      // Only the meetings that carry it: of a whole year the others would say nothing.
      at: standing.slice(-mostInStrip).map(({ position }) => position), leftOut: view.at.length - rated,
    }, (position) => stripMark({ ...view, position }, 'for', [{ type: 'mark', item: id, answer: 'no' }]))];
  });
}

export const complianceRisk: Rule = {
  id: 'compliance-risk',
  title: 'Something to verify comes back',
  sign: 'An item that must happen was not yet seen: verify it.',
  pattern: 'The same item twice within twelve months, also in two teams. No rate is given; a pattern needs two confirmed gaps.',
  caution: 'You may not have seen the paper. Say whether it is open, verified as done, or a confirmed gap.',
  coaching: ['For one: put it right with a checklist.'],
  system: ['For repeats: mend the procedure, train, look through files.', 'Tell the special education director.'],
  references: [sources.correction],
  scopes: ['all', 'school', 'team'],
  signIn,
  find,
};
