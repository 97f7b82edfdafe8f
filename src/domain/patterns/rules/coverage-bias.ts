/** About the leader's own data: what it cannot show because it was not looked at. Own meetings only. */
import { leastForRate } from '../evidence.ts';
import { wilson } from '../interval.ts';
import { code } from '../pattern-set.ts';
import { finding, guarded, mostInStrip, stripMark } from '../recur.ts';
import type { About, Finding, Rule } from '../rule.ts';
import { rowAt } from '../signs.ts';
import { sources } from '../sources.ts';
import { windowSize, type ScopeView } from '../window.ts';

const mostOfOneTeam = 0.5;
const mostYes = 0.95;

type Coverage = Extract<About, { type: 'coverage' }>['gap'];

function gapFinding(view: ScopeView, gap: Coverage, { sure, carried, at, count = carried.size, of = at.length }: {
  readonly sure: boolean; readonly carried: ReadonlySet<number>; readonly at: readonly number[]; readonly count?: number; readonly of?: number;
}): Finding {
  return finding({
    rule: 'coverage-bias', scope: view.scope, about: { type: 'coverage', gap },
    ...guarded(at.length, sure),
    count, of, interval: wilson(count, of), leftOut: 0, at: at.slice(-mostInStrip),
  }, (position) => stripMark({ ...view, position }, carried.has(position) ? 'for' : 'against', []));
}

function oneTeam(view: ScopeView, own: readonly number[]): Finding[] {
  const named = own.filter((position) => view.set.teamKeys[position] !== '');
  if (named.length < windowSize) return [];
  const byTeam = new Map<string, number[]>();
  for (const position of named) {
    const key = view.set.teamKeys[position] ?? '';
    const group = byTeam.get(key);
    if (group) group.push(position);
    else byTeam.set(key, [position]);
  }
  const most = [...byTeam.values()].reduce((one, other) => (other.length > one.length ? other : one), []);
  return most.length / named.length > mostOfOneTeam ? [gapFinding(view, 'one-team', { sure: wilson(most.length, named.length).low > mostOfOneTeam, carried: new Set(most), at: named })] : [];
}

function mostlyYes(view: ScopeView, own: readonly number[]): Finding[] {
  const last = own.slice(-windowSize);
  if (last.length < leastForRate) return [];
  let [yes, of] = [0, 0];
  const width = view.set.items.length;
  for (const position of last) {
    for (const answer of view.set.answers.subarray(position * width, (position + 1) * width)) {
      if (answer === code.yes) yes += 1;
      if (answer === code.yes || answer === code.partly || answer === code.no) of += 1;
    }
  }
  return of > 0 && yes / of > mostYes ? [gapFinding(view, 'mostly-yes', { sure: wilson(yes, of).low > mostYes, carried: new Set(last), at: last, count: yes, of })] : [];
}

const kinds = [
  { gap: 'no-interpreter', condition: 'interpreter' },
  { gap: 'no-initial', condition: 'initial' },
  { gap: 'no-transition', condition: 'transition' },
] as const;

/**
 * Kinds of meetings that occur in the set, the caseload as far as it is known, and not among
 * the last ten own ones. Ten without a kind that is one in ten of the caseload is common:
 * only where it would be less than one in twenty is it more than "watch".
 */
function missingKinds(view: ScopeView, own: readonly number[]): Finding[] {
  const last = own.slice(-windowSize);
  if (last.length < windowSize) return [];
  return kinds
    .filter(({ condition }) => !last.some((position) => rowAt({ ...view, position }).conditions.includes(condition)))
    .flatMap(({ gap, condition }) => {
      const share = view.set.rows.filter(({ conditions }) => conditions.includes(condition)).length / view.set.rows.length;
      return share === 0 ? [] : [gapFinding(view, gap, { sure: (1 - share) ** windowSize <= 0.05, carried: new Set<number>(), at: last })];
    });
}

export const coverageBias: Rule = {
  id: 'coverage-bias',
  title: 'What your own meetings cannot show',
  sign: null,
  pattern: 'More than half of your meetings are of one team; none of the last ten was interpreted, first or of transition age though there are such meetings; or more than 95 % of five or more meetings is Yes.',
  caution: 'This is about your list, and nothing about a team.',
  coaching: ['Plan a visit to another team.', 'Mark one meeting together with a colleague and compare; 80 % agreement is the usual floor.'],
  system: ['Spread observations over teams and types in the calendar.'],
  references: [sources.observerRatings, sources.observers],
  scopes: ['all'],
  signIn: null,
  find: (view) => {
    const own = view.at.filter((position) => rowAt({ ...view, position }).owner === '');
    return [...oneTeam(view, own), ...mostlyYes(view, own), ...missingKinds(view, own)];
  },
};
