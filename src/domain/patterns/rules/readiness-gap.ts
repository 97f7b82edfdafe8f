/** What should be ready before anybody sits down is not. */
import { lowItems } from '../recur.ts';
import type { Look, Rule, Sign } from '../rule.ts';
import { rowAt, severalNo } from '../signs.ts';
import { sources } from '../sources.ts';
import { scopeKinds, type ScopeView } from '../window.ts';

const coreBefore = (look: Look): string[] =>
  (look.set.facts.get(rowAt(look).roadmap)?.items ?? []).filter(({ stage, core }) => stage === 'before' && core).map(({ id }) => id);

const signIn = (look: Look): Sign => severalNo(look, coreBefore(look), 2);

const beforeItems = ({ set }: ScopeView): string[] => set.items.filter(({ stage }) => stage === 'before').map(({ id }) => id);

export const readinessGap: Rule = {
  id: 'readiness-gap',
  title: 'Meetings begin unready',
  sign: 'Two or more of the core items before the meeting were not yet done.',
  pattern: 'The same item before the meeting is low.',
  caution: 'An office clerk may own the item, and not the teachers.',
  coaching: ['Go through the before items with the case manager three days ahead.'],
  system: ['Triggers in the calendar for notice and papers.', 'A data template with a due date.', 'The interpreter booked when the notice goes out.'],
  references: [sources.planning],
  scopes: scopeKinds,
  signIn,
  find: (view) => lowItems(view, 'readiness-gap', beforeItems(view), 3),
};
