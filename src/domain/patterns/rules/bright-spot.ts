/** What is reliably there. Strengths get the same care as gaps. */
import { isBright } from '../evidence.ts';
import { wilson } from '../interval.ts';
import { finding, guarded, itemMark, ratedWindow } from '../recur.ts';
import type { Finding, Rule } from '../rule.ts';
import { sources } from '../sources.ts';
import { scopeKinds, windowSize, type ScopeView } from '../window.ts';

function find(view: ScopeView): Finding[] {
  return view.set.items.flatMap(({ id }, place): Finding[] => {
    const { counted, at, leftOut } = ratedWindow(view, place);
    if (counted.of < windowSize || !isBright(counted)) return [];
    return [finding({
      rule: 'bright-spot', scope: view.scope, about: { type: 'item', item: id }, ...guarded(counted.of, true),
      count: counted.seen, of: counted.of, interval: wilson(counted.seen, counted.of), at, leftOut,
    }, (position) => itemMark(view, id, position, 'for'))];
  });
}

export const brightSpot: Rule = {
  id: 'bright-spot',
  title: 'A bright spot',
  sign: null,
  pattern: 'An item was seen so often that even the lower end of its interval is over 70 %: ten of ten at least.',
  caution: 'An easy item is easily bright. It says what is there, not who is better.',
  coaching: ['Tell the team what you see, with the meetings.', 'Ask the team to have a colleague visit.'],
  system: ['Copy the team’s template.'],
  references: [sources.roadmap, sources.tfi],
  scopes: scopeKinds,
  signIn: null,
  find,
};
