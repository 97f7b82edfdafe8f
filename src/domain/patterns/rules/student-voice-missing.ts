/** The student is there, or nearly grown, and is not heard. */
import { recurring, threeOfFive } from '../recur.ts';
import type { Look, Rule, Sign } from '../rule.ts';
import { anySign, fired, quiet, rowAt, severalNo, shareOf, unknown } from '../signs.ts';
import { sources } from '../sources.ts';
import { scopeKinds } from '../window.ts';

const leastShare = 0.03;
/** A student of little talk easily falls between samples. */
const signByChance = 0.2;

function signIn(look: Look): Sign {
  const row = rowAt(look);
  const isAttending = row.present.includes('student');
  if (!isAttending && !row.conditions.includes('transition') && !row.conditions.includes('student-attending')) return unknown;
  const heard = isAttending ? shareOf(row, 'student') : null;
  const talk: Sign = !heard ? unknown : heard.share <= leastShare ? fired([{ type: 'share', role: 'student', ...heard }]) : quiet;
  return anySign([severalNo(look, ['student-voice'], 1), talk]);
}

export const studentVoiceMissing: Rule = {
  id: 'student-voice-missing',
  title: 'The student’s voice is missing',
  sign: 'At transition age or with the student there, the student’s preferences were not yet heard, or the student had at most 3 % of the talk.',
  pattern: 'The sign stands in three of the last five such meetings. It is called a pattern from five of ten on, since samples miss short words.',
  caution: 'For young children a short visit may be right.',
  coaching: ['Let the student open the meeting and report one thing.', 'Plan two short lessons before the meeting.', 'Wait after asking, and ask the student.'],
  system: ['Lessons on leading one’s own meeting, as in the Self-Directed IEP.'],
  references: [sources.talkObserved, sources.transitionPlanning, sources.taughtToLead, sources.selfDirected, sources.adolescents],
  scopes: scopeKinds,
  signIn,
  find: (view) => recurring(view, { rule: 'student-voice-missing', ...threeOfFive, sign: signIn, byChance: signByChance }),
};
