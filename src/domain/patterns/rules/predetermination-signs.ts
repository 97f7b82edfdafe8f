/**
 * Signs that decisions may have been made before the meeting. Of one team only, and with the
 * least certainty: two of ten are worth a look and no pattern, since chance brings them too.
 */
import { recurring } from '../recur.ts';
import type { Look, Rule, Sign } from '../rule.ts';
import { anySign, severalNo } from '../signs.ts';
import { sources } from '../sources.ts';
import { windowSize } from '../window.ts';

const items = ['need-not-availability', 'options-weighed', 'placement-after-services', 'draft-marked-draft', 'final-matches'];

const signIn = (look: Look): Sign => anySign([severalNo(look, ['decisions-in-room'], 1), severalNo(look, items, 2)]);

export const predeterminationSigns: Rule = {
  id: 'predetermination-signs',
  title: 'Decisions may come before the meeting',
  sign: 'Decisions were not yet made here with the family, or two or more of the items on options, drafts and placement were not yet seen.',
  pattern: 'The sign stands in two meetings of the same team among its last ten. That is a low bar, so it says "watch" until it is more than chance.',
  caution: 'These are signs, and no finding of law. A single phrase misheard proves nothing, and staff may prepare. Ask before telling.',
  coaching: ['Practice proposal language: we could, what do you think.', 'Share drafts with minutes and placement left blank.'],
  system: ['A word from the director on what to say instead of "we do not offer that".'],
  references: [sources.deal, sources.lasVirgenes, sources.highBar, sources.preparing],
  scopes: ['team'],
  signIn,
  find: (view) => recurring(view, { rule: 'predetermination-signs', least: 2, among: windowSize, sign: signIn }),
};
