/**
 * Parts of the meeting had no time. A part counts as left blank only when the leader stayed
 * to the end and marked other things: what was simply not looked at says nothing.
 */
import { codeAt, code } from '../pattern-set.ts';
import { recurring, threeOfFive } from '../recur.ts';
import type { Look, Reason, Rule, Sign } from '../rule.ts';
import { anySign, fired, linkItems, quiet, rowAt, severalNo, unknown } from '../signs.ts';
import { sources } from '../sources.ts';
import { scopeKinds } from '../window.ts';

const parts = ['goal', 'service', 'placement'] as const;
/** Marks in the during stage from which a leader can be said to have marked the meeting. */
const leastMarked = 5;

function blanks(look: Look): Sign {
  const row = rowAt(look);
  if (!row.ended || row.leftEarly) return unknown;
  const { set, position } = look;
  const during = (set.facts.get(row.roadmap)?.items ?? []).filter(({ stage }) => stage === 'during');
  if (during.filter(({ id }) => codeAt(set, position, id) > code.blank).length < leastMarked) return unknown;
  const because = parts.flatMap((link): Reason[] => {
    const items = linkItems(look, link, row.quick);
    return items.length > 0 && items.every((item) => codeAt(set, position, item) === code.blank) ? [{ type: 'blank', link }] : [];
  });
  return because.length > 0 ? fired(because) : quiet;
}

const signIn = (look: Look): Sign => anySign([severalNo(look, ['not-rushed'], 1), blanks(look)]);

export const rushedOrIncomplete: Rule = {
  id: 'rushed-or-incomplete',
  title: 'Meetings end rushed or unfinished',
  sign: 'Some part was rushed or skipped, or goals, services or placement have no mark though you stayed to the end.',
  pattern: 'The sign stands in three of the last five meetings.',
  caution: 'Blanks may mean that you left: tap "I left early" when you do, and they are not counted.',
  coaching: ['Offer a second date before the time is up.', 'Send reports before, so that they need not be read out.'],
  system: ['Longer slots for complex cases.', 'A second date as the norm.'],
  references: [sources.roadmap, sources.clinicians],
  scopes: scopeKinds,
  signIn,
  find: (view) => recurring(view, { rule: 'rushed-or-incomplete', ...threeOfFive, sign: signIn }),
};
