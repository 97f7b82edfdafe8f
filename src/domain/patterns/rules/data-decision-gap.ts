/** Data was there and did not reach the decision; the thread breaks at the same link again. */
import { chainLinks, type ChainLink } from '../../entry.ts';
import { firstBrokenBead } from '../derived.ts';
import { answerAt, type PatternSet } from '../pattern-set.ts';
import { recurring, threeOfFive } from '../recur.ts';
import type { Look, Rule, Sign } from '../rule.ts';
import { anySign, fired, isNo, linkItems, noOf, quiet, rowAt, severalNo, unknown } from '../signs.ts';
import { sources } from '../sources.ts';
import { scopeKinds } from '../window.ts';

const data = ['data-sources-cited', 'current-data-compiled'];
const decisions = ['goal-from-need', 'services-match-goals', 'data-to-decision'];

/**
 * The leftmost link that is broken: by the thread where it was drawn, else by the core items
 * of each link (DOMAIN 4: a bead is the worst of its core items). Undefined when neither says.
 */
export function firstBroken(look: Look): ChainLink | null | undefined {
  let known = brokenBySet.get(look.set);
  if (!known) brokenBySet.set(look.set, (known = new Map<number, ChainLink | null | undefined>()));
  if (!known.has(look.position)) known.set(look.position, readBroken(look));
  return known.get(look.position);
}

const brokenBySet = new WeakMap<PatternSet, Map<number, ChainLink | null | undefined>>();

function readBroken(look: Look): ChainLink | null | undefined {
  const row = rowAt(look);
  if (row.thread.length > 0) return firstBrokenBead(row);
  let isAnswered = false;
  for (const link of chainLinks) {
    const items = linkItems(look, link, true);
    if (items.some((item) => isNo(look, item))) return link;
    isAnswered ||= items.some((item) => answerAt(look.set, look.position, item) !== null);
  }
  return isAnswered ? null : undefined;
}

/** Why a link counts as broken. */
function brokenAt(look: Look, link: ChainLink): Sign {
  if (firstBroken(look) === undefined) return unknown;
  if (firstBroken(look) !== link) return quiet;
  return fired(rowAt(look).thread.length > 0 ? [{ type: 'bead', link }] : noOf(look, linkItems(look, link, true)));
}

function signIn(look: Look): Sign {
  const hasData = data.some((item) => ['yes', 'partly'].includes(answerAt(look.set, look.position, item) ?? ''));
  const unused = hasData ? severalNo(look, decisions, 1) : unknown;
  const broken = rowAt(look).thread.length > 0 ? firstBrokenBead(rowAt(look)) : null;
  const thread: Sign = rowAt(look).thread.length === 0 ? unknown : broken ? fired([{ type: 'bead', link: broken }]) : quiet;
  return anySign([unused, thread]);
}

export const dataDecisionGap: Rule = {
  id: 'data-decision-gap',
  title: 'Data does not reach the decision',
  sign: 'Current data was there, and goals, services or decisions were not tied to it; or a link of the thread is broken.',
  pattern: 'The thread breaks first at the same link in three of the last five meetings.',
  caution: 'Meeting types break at different links. Compare like with like.',
  coaching: ['Draw a need-to-goal map with the team.', 'At data and impact: study present levels together.', 'At goals: write and test goals together.', 'At services: talk about time and people with the director before the meeting.', 'At placement: practice what must come before where.'],
  system: ['One data template with a due date.', 'A learning community on present levels.'],
  references: [sources.parentInput, sources.literacyGoals, sources.partsTogether],
  scopes: scopeKinds,
  signIn,
  find: (view) => chainLinks.flatMap((link) => recurring(view, {
    rule: 'data-decision-gap', about: { type: 'link', link }, ...threeOfFive, sign: (look) => brokenAt(look, link),
  })),
};
