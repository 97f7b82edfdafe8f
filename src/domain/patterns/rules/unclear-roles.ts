/** Nobody quite knows who does what, in the meeting or after it. */
import type { Rule } from '../rule.ts';
import { lowItems, recurring, threeOfFive } from '../recur.ts';
import { anySign, severalNo } from '../signs.ts';
import { sources } from '../sources.ts';
import { scopeKinds, windowSize } from '../window.ts';

const items = ['agenda-roles-set', 'intros-with-roles', 'facilitator-evident', 'each-role-contributes', 'next-steps-owned'];

export const unclearRoles: Rule = {
  id: 'unclear-roles',
  title: 'Roles are unclear',
  sign: 'Two or more of the role items were not yet seen, or the next steps had no owner and date.',
  pattern: 'The sign stands in three of the last five meetings, or one of the items is low over ten.',
  caution: 'One new case manager can make three of five. Look at the team before the school.',
  coaching: ['Share one agenda template with a line for each role.', 'Plan the opening with the facilitator: who is here, and for what.', 'End with who does what until when.'],
  system: ['Facilitator training for those who lead meetings.', 'A back-up roster and protected cover for general educators.'],
  references: [sources.surveyOfMembers, sources.facilitators, sources.tips],
  scopes: scopeKinds,
  signIn: (look) => anySign([severalNo(look, items, 2), severalNo(look, ['next-steps-owned'], 1)]),
  find: (view) => [
    ...recurring(view, { rule: 'unclear-roles', ...threeOfFive, sign: (look) => anySign([severalNo(look, items, 2), severalNo(look, ['next-steps-owned'], 1)]) }),
    ...lowItems(view, 'unclear-roles', items, windowSize),
  ],
};
