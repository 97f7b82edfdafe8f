/** What the family knows and wants does not shape the plan. */
import { recurring, threeOfFive } from '../recur.ts';
import type { Look, Rule, Sign } from '../rule.ts';
import { anySign, quietFamily, severalNo } from '../signs.ts';
import { sources } from '../sources.ts';
import { scopeKinds } from '../window.ts';

const items = ['family-speaks-first', 'family-concerns-recorded', 'home-knowledge-used', 'family-priority-in-goal', 'understanding-checked'];

const signIn = (look: Look): Sign => anySign([severalNo(look, items, 3), quietFamily(look)]);

export const familyVoiceMissing: Rule = {
  id: 'family-voice-missing',
  title: 'The family’s voice is missing',
  sign: 'Three or more of the family items were not yet seen, or the family was there and had under a tenth of the talk.',
  pattern: 'The sign stands in three of the last five meetings.',
  caution: 'Some families prefer to listen. Look at the call before the meeting and the feedback card first.',
  coaching: ['Send three questions and call before the meeting.', 'Let the family’s vision come first.', 'Ask how they would explain the plan at home.'],
  system: ['A parent liaison.', 'Pre-meeting calls as part of the calendar.'],
  references: [sources.parentInput, sources.parentTurns, sources.africanAmericanParents, sources.cadreReview, sources.questionsBefore],
  scopes: scopeKinds,
  signIn,
  find: (view) => recurring(view, { rule: 'family-voice-missing', ...threeOfFive, sign: signIn }),
};
