/**
 * Districts as they might be: schools, teams, leaders who each see with their own leniency,
 * a school year of meetings, and gaps that are planted in known places. The same seed gives
 * the same district.
 *
 * What is assumed of a place without a gap (nobody has published such rates for this
 * roadmap): 89 % Yes, 7 % Partly, 4 % Not yet of what is rated; 1.5 % Not yet for items that
 * must happen; 88 % of the items looked at, 3 % of these not applicable. A leader's leniency
 * moves the odds of "not Yes" by a log-normal factor (sd 0.4), a team's own standing by
 * another (sd 0.25), and a meeting by a third (sd 0.3), so that bad days come in lumps.
 */
import { chainLinks, type Answer, type CaptureMode } from '#domain/entry.ts';
import { dayAfter } from '#domain/local-day.ts';
import { typeConditions, isMeetingType } from '#domain/meeting/meeting-type.ts';
import { derivedVersion, type DerivedMeeting } from '#domain/patterns/derived.ts';
import { roadmapKey } from '#domain/patterns/roadmap-facts.ts';
import type { RuleId } from '#domain/patterns/rule.ts';
import { dayMs, meetingIdOf, roadmap, type Spec } from './pattern-record.ts';

/** A gap, and where: in one school or team, or everywhere. */
export interface Planted {
  readonly rule: RuleId;
  readonly school?: string;
  readonly team?: string;
}

export interface DistrictPlan {
  readonly seed: number;
  readonly meetings: number;
  readonly schools?: number;
  readonly teams?: number;
  readonly leaders?: number;
  readonly planted?: readonly Planted[];
  /** Share of Yes of every item, instead of what is assumed: for bright spots that are none. */
  readonly yes?: number;
}

/** A number from 0 to 1, again and again (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Chance = () => number;
const normal = (next: Chance): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
function pick<T>(next: Chance, weighted: readonly (readonly [T, number])[]): T {
  let left = next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of weighted) if ((left -= weight) < 0) return value;
  const last = weighted.at(-1);
  if (!last) throw new Error('nothing to pick from');
  return last[0];
}

const types = [['annual', 56], ['reevaluation', 13], ['initial-iep', 10], ['transition', 10], ['amendment', 7], ['parent-requested', 4]] as const;
const conditions = [['interpreter', 0.18], ['virtual', 0.15], ['draft', 0.7], ['student-attending', 0.15], ['english-learner', 0.1], ['behavior', 0.12]] as const;

const roleItems = ['agenda-roles-set', 'intros-with-roles', 'facilitator-evident', 'each-role-contributes', 'next-steps-owned'];
const familyItems = ['family-speaks-first', 'family-concerns-recorded', 'home-knowledge-used', 'family-priority-in-goal', 'understanding-checked'];
const optionItems = ['decisions-in-room', 'need-not-availability', 'options-weighed', 'placement-after-services'];
const interpreted = ['plain-language', 'understanding-checked', 'family-concerns-recorded', 'decisions-restated', 'family-speaks-first'];

/** Items of a planted gap, and the share of Yes that is left of them. */
const lowered: Partial<Record<RuleId, readonly [readonly string[], number]>> = {
  'unclear-roles': [roleItems, 0.45], 'family-voice-missing': [familyItems, 0.35], 'predetermination-signs': [optionItems, 0.5],
  'data-decision-gap': [['goal-from-need'], 0.15], 'student-voice-missing': [['student-voice'], 0.25], 'rushed-or-incomplete': [['not-rushed'], 0.25],
  'readiness-gap': [['current-data-compiled', 'family-input-gathered'], 0.4], 'compliance-risk': [['pwn-sent'], 0.5],
};

interface Scene { readonly next: Chance; readonly odds: number; readonly gaps: ReadonlySet<RuleId>; readonly on: ReadonlySet<string>; readonly yes: number | undefined }

function answerTo({ next, odds, gaps, on, yes }: Scene, id: string, isMust: boolean): Answer | null {
  if (next() > 0.88) return null;
  if (next() < 0.03) return 'na';
  let share = yes ?? (isMust ? 0.97 : 0.89);
  for (const gap of gaps) if (lowered[gap]?.[0].includes(id) === true) share = lowered[gap][1];
  if (gaps.has('equity-gap') && on.has('interpreter') && interpreted.includes(id)) share = 0.4;
  const isPlanted = share < 0.6;
  const notYes = Math.min(0.97, ((1 - share) / share) * odds / (1 + ((1 - share) / share) * odds));
  if (gaps.has('bright-spot') && id === 'plain-language') return next() < 0.98 ? 'yes' : 'no';
  if (gaps.has('coverage-bias') && next() < 0.85) return 'yes';
  if (next() >= notYes) return 'yes';
  return isMust || next() < (isPlanted ? 0.8 : 0.36) ? 'no' : 'partly';
}

function talkOf({ next, gaps }: Scene, mode: CaptureMode, present: readonly string[]): NonNullable<Spec['talk']> | undefined {
  if (mode === 'estimate') return undefined;
  const weights: Record<string, number> = { family: 0.27, 'case-manager': 0.34, 'gen-ed': 0.12, 'lea-rep': 0.1, evaluator: 0.09, related: 0.05, student: 0.08, interpreter: 0, 'advocate-agency': 0.08 };
  if (gaps.has('uneven-participation')) { weights['family'] = 0.08; weights['case-manager'] = 0.62; }
  if (gaps.has('family-voice-missing')) weights['family'] = 0.1;
  if (gaps.has('student-voice-missing')) weights['student'] = 0.01;
  const own = present.map((role) => [role, (weights[role] ?? 0) * Math.exp(0.3 * normal(next))] as const);
  const counts = Object.fromEntries(present.map((role) => [role, 0]));
  // Talk comes in runs: whoever has the floor keeps it with even odds from one sample to the next.
  let role = pick(next, own);
  for (let left = 55 + Math.floor(50 * next()); left > 0; left -= 1) {
    if (next() < 0.35) role = pick(next, own);
    counts[role] = (counts[role] ?? 0) + 1;
  }
  return { mode, counts: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)) };
}

/** The meetings of a district, in the order in which they were held, and whose they are. */
export function district({ seed, meetings, schools = 2, teams = 2, leaders = 1, planted = [], yes }: DistrictPlan): Spec[] {
  const next = chance(seed);
  const leaderOdds = Array.from({ length: leaders }, () => Math.exp(0.4 * normal(next)));
  const leaderModes = Array.from({ length: leaders }, () => pick<CaptureMode>(next, [['pulse', 6], ['turns', 3], ['estimate', 1]]));
  const teamOdds = new Map<string, number>();
  return Array.from({ length: meetings }, (_, at): Spec => {
    const leader = Math.floor(next() * leaders);
    // A leader sees a few schools; a leader with a coverage gap nearly always the same team.
    const school = `School ${String(1 + ((leader * 7 + Math.floor(next() * 2)) % schools))}`;
    const isBiased = planted.some(({ rule }) => rule === 'coverage-bias');
    const team = `CM ${String(1 + (isBiased && next() < 0.8 ? 0 : Math.floor(next() * teams)))}`;
    const gaps = new Set(planted.filter((gap) => (gap.school ?? school) === school && (gap.team ?? team) === team).map(({ rule }) => rule));
    const standing = teamOdds.get(`${school} ${team}`) ?? Math.exp(0.25 * normal(next));
    teamOdds.set(`${school} ${team}`, standing);
    const type = pick(next, types);
    const share = (condition: string, usual: number): number => (condition === 'interpreter' && gaps.has('equity-gap') ? 0.35 : usual);
    const chosen = conditions.filter(([condition, usual]) => next() < share(condition, usual)).map(([condition]) => condition);
    const on = new Set<string>([...chosen, ...(isMeetingType(type) ? typeConditions[type] : [])]);
    const scene: Scene = { next, odds: (leaderOdds[leader] ?? 1) * standing * Math.exp(0.3 * normal(next)), gaps, on, yes };
    const present = ['family', 'case-manager', 'gen-ed', 'lea-rep', 'evaluator', ...(on.has('student-attending') || (on.has('transition') && next() < 0.7) ? ['student'] : []), ...(on.has('interpreter') ? ['interpreter'] : []), ...(next() < 0.12 ? ['advocate'] : [])];
    const marks = marksOf(scene);
    const day = dayAfter('2025-12-01', Math.floor((at * 330) / meetings));
    const talk = talkOf(scene, leaderModes[leader] ?? 'pulse', present.map((role) => (role === 'advocate' ? 'advocate-agency' : role)));
    return {
      n: at, day, school, team, type, on: chosen, marks, present, owner: leader === 0 ? '' : `member ${String(leader)}`, device: 1 + leader,
      ...(talk ? { talk } : {}), ...promises(scene, day), thread: threadOf(scene), verify: verified(scene, marks),
    };
  });
}

function marksOf(scene: Scene): Record<string, Answer> {
  const marks: Record<string, Answer> = {};
  for (const { id, appliesWhen, legalForce } of roadmap.items) {
    if (appliesWhen.length > 0 && !appliesWhen.some((condition) => scene.on.has(condition))) continue;
    const answer = answerTo(scene, id, legalForce === 'must-happen');
    if (answer) marks[id] = answer;
  }
  return marks;
}

/** What came of the marks to verify: where nothing is amiss the paper is mostly found; a planted gap is mostly confirmed. */
function verified({ next, gaps }: Scene, marks: Readonly<Record<string, Answer>>): Record<string, 'open' | 'done' | 'gap'> {
  const isPlanted = gaps.has('compliance-risk');
  return Object.fromEntries(musts.filter((id) => marks[id] === 'no').map((id) => [id, pick(next, isPlanted && id === 'pwn-sent' ? confirmed : unseen)]));
}

const musts = roadmap.items.filter(({ legalForce }) => legalForce === 'must-happen').map(({ id }) => id);
const confirmed = [['gap', 60], ['open', 30], ['done', 10]] as const;
const unseen = [['done', 65], ['open', 32], ['gap', 3]] as const;

function threadOf({ next, gaps }: Scene): string[] {
  if (next() < 0.4) return [];
  const breaks = gaps.has('data-decision-gap') && next() < 0.75;
  return [chainLinks.map((link) => (link === 'goal' && breaks ? 'n' : next() < 0.03 ? 'n' : next() < 0.15 ? 'p' : 'y')).join('')];
}

function promises({ next, gaps }: Scene, day: string): Pick<Spec, 'tasks' | 'dates' | 'limits'> {
  const lateness = gaps.has('follow-through-slippage') ? 0.45 : 0.07;
  const tasks = Array.from({ length: 1 + Math.floor(3 * next()) }, () => {
    const dueOn = dayAfter(day, 14);
    return { dueOn, doneOn: dayAfter(dueOn, next() < lateness ? 5 : -2) };
  });
  if (next() < 0.4) return { tasks };
  return { tasks, limits: { 'copy-given': 5, 'pwn-sent': 10 }, dates: { 'copy-given': dayAfter(day, next() < lateness ? 9 : 3), 'pwn-sent': dayAfter(day, next() < lateness ? 15 : 7) } };
}

const letters: Readonly<Record<Answer, string>> = { yes: 'y', partly: 'p', no: 'n', na: 'x' };

/** The derived row of a generated meeting, without the way through a record; its margins are left out. */
export function quickRow(spec: Spec): DerivedMeeting {
  const { n, day = null, school = '', team = '', type = 'annual', on = [], marks = {}, talk, thread = [], tasks = [], present = [] } = spec;
  const inForce = [...new Set<string>([...on, ...(isMeetingType(type) ? typeConditions[type] : [])])].sort();
  const total = Object.values(talk?.counts ?? {}).reduce((sum, count) => sum + count, 0);
  const seats = [...new Set(present.map((role) => (role === 'advocate' ? 'advocate-agency' : role)))].sort();
  const device = `000000d1-0000-4000-8000-${(spec.device ?? 1).toString(16).padStart(12, '0')}`;
  const finishedAtMs = Date.parse('2026-01-05T17:00:00Z') + n * dayMs + 3_600_000;
  return {
    v: derivedVersion, meeting: meetingIdOf(n), owner: spec.owner ?? '', device, revision: 1, finishedAtMs, from: `${device}:1:${String(finishedAtMs)}`,
    sample: false, code: `R7-${String(n)}`, school, team, type, day, minutes: 60, capacity: 'lea-rep', conditions: inForce,
    quick: false, leftEarly: false, ended: true, roadmap: roadmapKey(roadmap),
    marks: roadmap.items.map(({ id, appliesWhen }) => {
      if (appliesWhen.length > 0 && !appliesWhen.some((condition) => inForce.includes(condition))) return '-';
      const answer = marks[id];
      return answer ? letters[answer] : '.';
    }).join(''),
    voice: talk ? { mode: talk.mode, count: total, roles: voiceOrder.filter((role) => talk.counts[role] !== undefined).map((role) => ({ role, share: (talk.counts[role] ?? 0) / total, count: talk.counts[role] ?? 0, margin: null, level: null })) } : null,
    thread: [...thread], order: thread.length > 0 ? [...chainLinks] : [], placementFirst: false, counters: [0, 0, 0, 0],
    tasks: tasks.map(({ dueOn, doneOn }, at) => ({ entry: `follow-up:step-${String(at)}`, dueOn, doneOn, carried: false })),
    dates: { ...spec.dates }, limits: { ...spec.limits }, verify: Object.fromEntries(Object.entries(spec.verify ?? {}).map(([item, state]) => [item, { state, onDate: state === 'open' ? null : day }])), present: seats, listed: seats,
  };
}

const voiceOrder = ['family', 'student', 'case-manager', 'gen-ed', 'lea-rep', 'related', 'evaluator', 'interpreter', 'advocate-agency'] as const;
