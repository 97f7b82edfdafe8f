/**
 * The talk stays with one role, or a seat that the law asks for is not heard. Turns and pulse
 * samples are read apart: each way of capture has windows of its own.
 */
import type { CaptureMode } from '../../entry.ts';
import { leastForRate } from '../evidence.ts';
import { median } from '../interval.ts';
import { finding, guarded, recurring, stripMark, threeOfFive } from '../recur.ts';
import type { Finding, Look, Reason, Rule, Sign } from '../rule.ts';
import { fired, isPresent, leastSamples, leastTurns, quiet, rowAt, shareOf, unknown } from '../signs.ts';
import { sources } from '../sources.ts';
import { familyHeard } from '../talk.ts';
import { lastOf, scopeKinds, type ScopeView } from '../window.ts';

const schoolRoles = ['case-manager', 'gen-ed', 'lea-rep', 'related', 'evaluator'];
/** Seats that 34 CFR 300.321(a) asks for. */
const requiredRoles = ['family', 'gen-ed', 'case-manager', 'lea-rep', 'evaluator'];
/** Ours: no study gives them. */
const leastFamily = 0.1;
const mostOfOneRole = 0.6;
/** A required member with no talk in eighty samples is common enough where nothing is amiss. */
const signByChance = 0.35;
/** Shares at most this are the published middle (15 %), which is a norm found and no goal. */
const publishedFamily = 0.15;

function signIn(look: Look, mode?: CaptureMode): Sign {
  const row = rowAt(look);
  const { voice } = row;
  if (!voice || voice.mode === 'estimate' || (mode && voice.mode !== mode)) return unknown;
  if (voice.count < (voice.mode === 'pulse' ? leastSamples : leastTurns)) return unknown;
  const because: Reason[] = [];
  const share = (role: string): Extract<Reason, { type: 'share' }> => ({ type: 'share', role, ...(shareOf(row, role) ?? { share: 0, margin: null, mode: voice.mode }) });
  if (isPresent(row, 'family') && share('family').share < leastFamily) because.push(share('family'));
  for (const role of schoolRoles) if (share(role).share > mostOfOneRole) because.push(share(role));
  for (const role of requiredRoles) if (row.present.includes(role) && share(role).share === 0) because.push({ type: 'silent', role });
  return because.length > 0 ? fired(because) : quiet;
}

function lowMedian(view: ScopeView, mode: CaptureMode): Finding[] {
  const isPulse = Number(mode === 'pulse');
  const { found, passedOver } = lastOf(view, (position) => {
    const isOther = Number.isNaN(view.set.family[position]) || view.set.familyByPulse[position] !== isPulse;
    return isOther ? null : familyHeard(rowAt({ ...view, position }));
  });
  const middle = median(found.map(({ value }) => value.share));
  if (middle === null || middle > publishedFamily || found.length < leastForRate) return [];
  const low = found.filter(({ value }) => value.share <= publishedFamily).length;
  return [finding({
    rule: 'uneven-participation', scope: view.scope, about: { type: 'family-share', mode, median: middle },
    // A middle at the published one is common where nothing is amiss: it says "watch" unless most shares are under it.
    ...guarded(found.length, low >= Math.ceil(0.8 * found.length)),
    count: low, of: found.length, interval: null, leftOut: passedOver, at: found.map(({ position }) => position),
  }, (position) => {
    const look = { ...view, position };
    const heard = familyHeard(rowAt(look));
    return stripMark(look, heard && heard.share <= publishedFamily ? 'for' : 'against', heard ? [{ type: 'share', role: 'family', ...heard }] : []);
  })];
}

export const unevenParticipation: Rule = {
  id: 'uneven-participation',
  title: 'Talk is uneven',
  sign: 'The family had under a tenth of the talk, one school role over six tenths, or a required member who was there did not speak (40 samples or 30 turns at least).',
  pattern: 'A sign in three of the last five comparable meetings, or a middle family share of at most 15 % over five or more. It is called a pattern from seven of ten on: a member who says little is easily missed by samples.',
  caution: 'Forty samples at 15 % carry 11 points either way, 80 carry 8, 240 carry 4.5; talk comes in runs, so it is rather more. 15 % is what one study found, not what is right.',
  coaching: ['Go round the table before each decision.', 'Put the family first on the agenda.', 'Give each quiet role one question beforehand.', 'Read out less; send it before.'],
  system: ['A call to the family before each meeting.', 'Cover for the general educator for the whole slot.'],
  references: [sources.talkObserved, sources.finishedPlan, sources.clinicians, sources.regularTeachers],
  scopes: scopeKinds,
  signIn: (look) => signIn(look),
  find: (view) => (['turns', 'pulse'] as const).flatMap((mode) => {
    const often = recurring(view, { rule: 'uneven-participation', ...threeOfFive, sign: (look) => signIn(look, mode), byChance: signByChance, apart: mode });
    return [...often, ...lowMedian(view, mode)];
  }),
};
