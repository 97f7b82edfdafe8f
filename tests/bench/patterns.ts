/**
 * How well the rules tell a gap from chance: over generated districts, how often each rule
 * finds a gap that was planted, and how often it calls a pattern where none was. And how long
 * the views take over ten thousand meetings. Called by main.ts; alone: `node tests/bench/patterns.ts`.
 *
 * "Any" is a finding of any level, "pattern" one that is called a pattern. One leader's own
 * meetings are looked at as one scope (false alarms, first column), and over all its scopes
 * (school, team, type too) in the last. Bright spots are told by item: planted is one item at
 * 98 %; false is any item of a district in which every item is at 70 %, of those that had ten
 * marks.
 */
import { allRules, findPatterns } from '#domain/patterns/all-rules.ts';
import { noFilter, viewOf, type Filter, type View } from '#domain/patterns/filter.ts';
import { patternSetOf } from '#domain/patterns/pattern-set.ts';
import type { Finding, RuleId } from '#domain/patterns/rule.ts';
import type { ScopeKind } from '#domain/patterns/window.ts';
import { scopeKinds } from '#domain/patterns/window.ts';
import { bySchoolAndTeam } from '#domain/patterns/district.ts';
import { equityTables } from '#domain/patterns/equity.ts';
import { followThrough } from '#domain/patterns/follow-through.ts';
import { heat } from '#domain/patterns/heat.ts';
import { itemTable } from '#domain/patterns/items.ts';
import { months } from '#domain/patterns/months.ts';
import { threadGaps } from '#domain/patterns/thread-gaps.ts';
import { verifyList } from '#domain/patterns/verify-list.ts';
import { voiceSummary } from '#domain/patterns/voice.ts';
import { district, quickRow, type DistrictPlan } from '../support/pattern-district.ts';
import { facts, today } from '../support/pattern-record.ts';

const sizes = [5, 10, 20, 50] as const;
const rounds = Number(process.env['ROUNDS'] ?? 300);
/** Talk of one kind comes with a narrower reading: predetermination is read by team. */
const kindsOf = (rule: RuleId): readonly ScopeKind[] => (rule === 'predetermination-signs' ? ['team'] : ['all']);

const viewFor = (plan: DistrictPlan): View => viewOf(patternSetOf(district(plan).map(quickRow), [facts]), noFilter, today);

interface Rates { readonly any: number; readonly pattern: number }

/** Share of rounds in which each rule finds something, at any level and as a pattern. */
function rates(planOf: (round: number) => DistrictPlan, kinds: readonly ScopeKind[], rules: readonly RuleId[]): Map<RuleId, Rates> {
  const any = new Map<RuleId, number>();
  const pattern = new Map<RuleId, number>();
  for (let round = 0; round < rounds; round += 1) {
    const { findings } = findPatterns(viewFor(planOf(round)), kinds);
    const add = (to: Map<RuleId, number>, of: readonly Finding[]): void => {
      for (const rule of new Set(of.map((finding) => finding.rule))) to.set(rule, (to.get(rule) ?? 0) + 1);
    };
    add(any, findings);
    add(pattern, findings.filter(({ level }) => level === 'pattern'));
  }
  return new Map(rules.map((rule) => [rule, { any: (any.get(rule) ?? 0) / rounds, pattern: (pattern.get(rule) ?? 0) / rounds }]));
}

/** Of items at 70 % with ten marks, how many are called bright. */
function falselyBright(meetings: number): number {
  let [bright, items] = [0, 0];
  for (let round = 0; round < rounds / 3; round += 1) {
    const view = viewFor({ seed: 50_000 + round, meetings, yes: 0.7 });
    items += itemTable(view).filter(({ rated }) => rated >= 10).length;
    bright += findPatterns(view, ['all']).findings.filter(({ rule }) => rule === 'bright-spot').length;
  }
  return items === 0 ? 0 : bright / items;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Rows of the table of detection and false alarms. */
export function patternRates(): string[][] {
  const rules = allRules.map(({ id }) => id);
  const table = [['rule', 'meetings', 'planted: any', 'planted: pattern', 'no gap: any', 'no gap: pattern', 'no gap: pattern in any scope']];
  const quiet = new Map(sizes.map((meetings) => [meetings, {
    one: rates((round) => ({ seed: 1_000 + round, meetings, teams: 4, schools: 1 }), ['all'], rules),
    team: rates((round) => ({ seed: 1_000 + round, meetings, teams: 1, schools: 1 }), ['team'], ['predetermination-signs']),
    every: rates((round) => ({ seed: 1_000 + round, meetings }), scopeKinds, rules),
    bright: falselyBright(meetings),
  }]));
  for (const rule of rules) {
    for (const meetings of sizes) {
      const found = rates((round) => ({ seed: 90_000 + round, meetings, schools: 1, teams: rule === 'coverage-bias' ? 4 : 1, planted: [{ rule }] }), kindsOf(rule), [rule]).get(rule);
      const none = quiet.get(meetings);
      const one = (rule === 'predetermination-signs' ? none?.team : none?.one)?.get(rule);
      const isBright = rule === 'bright-spot';
      table.push([
        rule, String(meetings), percent(found?.any ?? 0), percent(found?.pattern ?? 0), isBright ? 'by item' : percent(one?.any ?? 0),
        percent(isBright ? (none?.bright ?? 0) : (one?.pattern ?? 0)), isBright ? 'by item' : percent(none?.every.get(rule)?.pattern ?? 0),
      ]);
    }
  }
  return table;
}

/** Wall clock and the thread's own processor time, which a busy machine does not stretch. */
function timed<T>(work: () => T): { text: string; value: T } {
  const before = performance.now();
  const own = process.threadCpuUsage();
  const value = work();
  const { user, system } = process.threadCpuUsage(own);
  return { text: `${(performance.now() - before).toFixed(0)} ms (${((user + system) / 1000).toFixed(0)} ms of processor)`, value };
}

/** Everything that one look shows. */
function look(view: View): unknown {
  return [
    findPatterns(view), heat(view), itemTable(view), voiceSummary(view), threadGaps(view), equityTables(view), months(view), followThrough(view),
    verifyList(view), bySchoolAndTeam(view),
  ];
}

/** Rows of the table of times over `meetings` meetings of 40 schools and 240 teams. */
export function patternTimes(meetings = 10_000): string[][] {
  const rows = district({ seed: 11, meetings, schools: 40, teams: 6, leaders: 60 }).map(quickRow);
  const texts = rows.map((row) => JSON.stringify(row));
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  const parsed = timed(() => texts.map((text) => JSON.parse(text) as (typeof rows)[number]));
  const laidOut = timed(() => patternSetOf(parsed.value, [facts]));
  const set = laidOut.value;
  const table = [['patterns', 'measured'], ['meetings', String(meetings)], ['rows as JSON, in all', `${(bytes / 1e6).toFixed(1)} MB`],
    ['reading the rows', parsed.text], ['laying them out', laidOut.text]];
  const filters: readonly (readonly [string, Partial<Filter>])[] = [
    ['first look at all', {}], ['again', {}], ['one school', { schools: ['School 3'] }], ['one type', { types: ['annual'] }],
    ['with an interpreter', { withConditions: ['interpreter'] }], ['half a year', { from: '2026-05-01', to: '2026-10-31' }], ['own', { ownOnly: true }],
  ];
  for (const [name, filter] of filters) table.push([`filter: ${name}`, timed(() => look(viewOf(set, { ...noFilter, ...filter }, today))).text]);
  return table;
}

function print(table: readonly (readonly string[])[]): void {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((line) => (line[column] ?? '').length)));
  for (const line of table) console.log(line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
  console.log('');
}

/** Prints both tables. */
export function patternsBench(): void {
  print(patternTimes());
  print(patternRates());
}

if (import.meta.filename === process.argv[1]) patternsBench();
