/**
 * Which seats the law asks for, and whether they are taken (34 CFR 300.321).
 *
 *   | seat         | need                                     | basis                   |
 *   | family       | required                                 | 300.321(a)(1)           |
 *   | gen-ed       | required                                 | 300.321(a)(2)           |
 *   | case-manager | required                                 | 300.321(a)(3)           |
 *   | lea-rep      | required                                 | 300.321(a)(4)           |
 *   | evaluator    | required (explains evaluation results)   | 300.321(a)(5)           |
 *   | student      | invited when transition is a purpose     | 300.321(b)(1)           |
 *   | student      | where appropriate otherwise              | 300.321(a)(7)           |
 *   | agency       | invited when it may provide transition   | 300.321(b)(3)           |
 *   | interpreter  | required when one is needed              | 300.322(e)              |
 *
 * A manifestation determination is made by the agency, the parent and the members who
 * matter, as these two decide (300.530(e)(1)); its other seats are where appropriate.
 * A seat is covered by somebody who takes part in any form; planned or excused is not yet
 * covered. Only the seats of (a)(2) to (a)(5) can be excused (300.321(e)).
 */
import type { Attendance, Meeting } from '../entry.ts';
import type { EntryId } from '../ids.ts';
import { attendeesOf, basicsOf, conditionsOf, type Attendee, type AttendeeRole } from './plan.ts';

export type Seat = Extract<
  AttendeeRole,
  'family' | 'gen-ed' | 'case-manager' | 'lea-rep' | 'evaluator' | 'student' | 'agency' | 'interpreter'
>;
export type SeatNeed = 'required' | 'invited' | 'where-appropriate';

/** One seat of the law, and who takes it. */
export interface RequiredMember {
  readonly seat: Seat;
  /** The rule that asks for the seat. */
  readonly basis: string;
  readonly need: SeatNeed;
  /** The attendee who takes part in this seat; null while nobody does for certain. */
  readonly coveredBy: EntryId | null;
  /** How the attendee of this seat takes part, planned and excused among it; null when nobody is listed. */
  readonly how: Attendance | null;
  readonly excused: boolean;
}

const excusable: ReadonlySet<Seat> = new Set<Seat>(['gen-ed', 'case-manager', 'lea-rep', 'evaluator']);

/** From taking part for certain to not coming: of several attendees in one seat the first counts. */
const ranks: Readonly<Record<Attendance, number>> = {
  'in-person': 0, video: 1, phone: 2, unconfirmed: 3, excused: 4, 'not-attending': 5,
};

/** True for somebody who takes part, in the room or from afar. */
export const takesPart = (how: Attendance): boolean => ranks[how] <= ranks.phone;

type Rule = Pick<RequiredMember, 'seat' | 'basis' | 'need'>;

const always: readonly Rule[] = [
  { seat: 'family', basis: '34 CFR 300.321(a)(1)', need: 'required' },
  { seat: 'gen-ed', basis: '34 CFR 300.321(a)(2)', need: 'required' },
  { seat: 'case-manager', basis: '34 CFR 300.321(a)(3)', need: 'required' },
  { seat: 'lea-rep', basis: '34 CFR 300.321(a)(4)', need: 'required' },
  { seat: 'evaluator', basis: '34 CFR 300.321(a)(5)', need: 'required' },
];
const manifestationRule = (rule: Rule): Rule => ({
  seat: rule.seat,
  basis: '34 CFR 300.530(e)(1)',
  need: rule.seat === 'family' || rule.seat === 'lea-rep' ? 'required' : 'where-appropriate',
});

function rulesOf(meeting: Meeting): Rule[] {
  const conditions = conditionsOf(meeting);
  const rules = basicsOf(meeting).type === 'manifestation' ? always.map(manifestationRule) : [...always];
  const transition = conditions.has('transition') || conditions.has('transition-agency');
  rules.push(
    transition
      ? { seat: 'student', basis: '34 CFR 300.321(b)(1)', need: 'invited' }
      : { seat: 'student', basis: '34 CFR 300.321(a)(7)', need: 'where-appropriate' },
  );
  if (conditions.has('transition-agency')) rules.push({ seat: 'agency', basis: '34 CFR 300.321(b)(3)', need: 'invited' });
  if (conditions.has('interpreter')) rules.push({ seat: 'interpreter', basis: '34 CFR 300.322(e)', need: 'required' });
  return rules;
}

/** The seats of this meeting, in the order of the rule, each with who takes it. */
export function requiredMembers(meeting: Meeting): RequiredMember[] {
  const attendees = attendeesOf(meeting);
  return rulesOf(meeting).map((rule) => {
    const best = attendees
      .filter(({ role }) => role === rule.seat)
      .reduce<Attendee | null>((first, other) => (first && ranks[first.how] <= ranks[other.how] ? first : other), null);
    const how = best?.how ?? null;
    return {
      ...rule,
      coveredBy: best && takesPart(best.how) ? best.entry : null,
      how,
      excused: how === 'excused' && excusable.has(rule.seat),
    };
  });
}
