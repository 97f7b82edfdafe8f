/**
 * Patterns across meetings: the front door for screens and reports.
 *
 * 1. `derivedOf(replicas)` (derived.ts) makes the small row of a finished meeting, `factsOf(roadmap)`
 *    (roadmap-facts.ts) the facts of its roadmap version. Both are plain JSON with zod schemas.
 * 2. `patternSetOf(rows, facts)` (pattern-set.ts) lays them out once; `viewOf(set, filter, today)`
 *    (filter.ts) chooses meetings, `choicesOf(set)` says what can be chosen. Every view takes a `View`:
 *
 *      findPatterns(view)     all-rules.ts       what the rules find, strongest first; `singleEvents`
 *      heat(view)             heat.ts            phase by meeting
 *      itemTable(view)        items.ts           yes / partly / not yet / N/A / not looked at, rate, interval
 *      voiceSummary(view)     voice.ts           shares by way of capture, beside the published ones
 *      threadGaps(view)       thread-gaps.ts     where the thread breaks first
 *      equityTables(view)     equity.ts          two groups beside each other, from five meetings each
 *      months(view)           months.ts          month by month
 *      followThrough(view)    follow-through.ts  tasks and dates: in time, late, open
 *      verifyList(view)       verify-list.ts     must-happen items marked "not yet"
 *      coverage(view)         coverage.ts        what the leader's own meetings cover
 *      brightSpots(view)      bright.ts          what is reliably there
 *      bySchoolAndTeam(view)  district.ts        schools and teams under their gates, by name
 *      agreement(a, b)        paired.ts          two records of one meeting (takes records, no view)
 *      trace(view, figure)    trace.ts           the marks behind any figure
 *
 * 3. Rules are data and three functions (rule.ts); one file each in `rules/`.
 */
import { levels } from './evidence.ts';
import { yearBefore, type View } from './filter.ts';
import type { Finding, Reason, Rule, RuleId } from './rule.ts';
import { brightSpot } from './rules/bright-spot.ts';
import { complianceRisk } from './rules/compliance-risk.ts';
import { coverageBias } from './rules/coverage-bias.ts';
import { dataDecisionGap } from './rules/data-decision-gap.ts';
import { equityGap } from './rules/equity-gap.ts';
import { familyVoiceMissing } from './rules/family-voice-missing.ts';
import { followThroughSlippage } from './rules/follow-through-slippage.ts';
import { predeterminationSigns } from './rules/predetermination-signs.ts';
import { readinessGap } from './rules/readiness-gap.ts';
import { rushedOrIncomplete } from './rules/rushed-or-incomplete.ts';
import { studentVoiceMissing } from './rules/student-voice-missing.ts';
import { unclearRoles } from './rules/unclear-roles.ts';
import { unevenParticipation } from './rules/uneven-participation.ts';
import { scopeKinds, scopesOf, type ScopeKind } from './window.ts';

/** All thirteen rules, in the order in which they are told. */
export const allRules: readonly Rule[] = [
  unclearRoles, unevenParticipation, dataDecisionGap, familyVoiceMissing, predeterminationSigns, followThroughSlippage,
  complianceRisk, equityGap, studentVoiceMissing, rushedOrIncomplete, readinessGap, coverageBias, brightSpot,
];

const rulesById: ReadonlyMap<RuleId, Rule> = new Map(allRules.map((rule) => [rule.id, rule]));

/** The rule with this id. */
export function ruleOf(id: RuleId): Rule {
  const rule = rulesById.get(id);
  if (!rule) throw new RangeError(`No rule ${id}`);
  return rule;
}

export interface Found {
  readonly findings: readonly Finding[];
  /** How many scopes each rule looked at: of many windows some stand out by chance. */
  readonly looked: Readonly<Partial<Record<RuleId, number>>>;
}

/**
 * What all rules find in the view, over the given kinds of scope: the highest level first,
 * then the widest scope, then in the order of the rules. A narrower scope that rests on the
 * very same meetings as a wider one is not told twice.
 */
export function findPatterns(view: View, kinds: readonly ScopeKind[] = scopeKinds): Found {
  const scopes = scopesOf(view, kinds);
  const found: Finding[] = [];
  const looked: Partial<Record<RuleId, number>> = {};
  for (const rule of allRules) {
    const own = scopes.filter(({ scope }) => rule.scopes.includes(scope.kind));
    looked[rule.id] = own.length;
    found.push(...withoutRepeats(own.flatMap((scope) => rule.find(scope))));
  }
  // In each rank the order of the rules stays; of thousands of findings a comparing sort would take longer than the rules.
  const ranks = levels.toReversed().flatMap((level) => scopeKinds.map((kind) => ({ level, kind, of: [] as Finding[] })));
  const width = scopeKinds.length;
  for (const finding of found) ranks[(levels.length - 1 - levels.indexOf(finding.level)) * width + scopeKinds.indexOf(finding.scope.kind)]?.of.push(finding);
  return { findings: ranks.flatMap(({ of }) => of), looked };
}

/** Of findings about the same thing that rest on the same meetings, the first, which is of the widest scope. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const told = new Map<string, Finding[]>();
  return findings.filter((finding) => {
    const { about, at, count, of } = finding;
    const subject = 'item' in about ? about.item : 'name' in about ? about.name : 'link' in about ? about.link : '';
    const key = `${about.type} ${subject ?? ''} ${String(count)} ${String(of)} ${String(at[0])} ${String(at.at(-1))}`;
    const alike = told.get(key);
    if (!alike) told.set(key, [finding]);
    else if (alike.some((other) => isRepeat(other, finding))) return false;
    else alike.push(finding);
    return true;
  });
}

const isRepeat = (one: Finding, other: Finding): boolean =>
  one.at.length === other.at.length && one.at.every((position, place) => position === other.at[place])
  && JSON.stringify(one.about) === JSON.stringify(other.about);

export interface SingleEvent {
  readonly rule: RuleId;
  readonly meeting: string;
  readonly day: string | null;
  readonly because: readonly Reason[];
}

/** Signs of single meetings within twelve months, the latest first: what is told where there is no rate yet. */
export function singleEvents(view: View, most = 50): SingleEvent[] {
  const since = yearBefore(view.asOf);
  const events: SingleEvent[] = [];
  for (const position of view.at.toReversed()) {
    const row = view.set.rows[position];
    if (row?.day == null || row.day < since) break;
    events.push(...signsOf(view, position).map(({ rule, because }) => ({ rule, meeting: row.meeting, day: row.day, because })));
    if (events.length >= most) break;
  }
  return events.slice(0, most);
}

/** The signs that stand in one meeting. */
export function signsOf(view: View, position: number): { rule: RuleId; because: readonly Reason[] }[] {
  const look = { set: view.set, position, today: view.today };
  return allRules.flatMap((rule) => {
    const sign = rule.signIn?.(look);
    return sign?.state === 'fired' ? [{ rule: rule.id, because: sign.because }] : [];
  });
}
