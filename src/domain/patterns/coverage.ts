/** What the leader's own meetings cover, and what they do not. */
import { choicesAmong, narrowed, type Choices, type View } from './filter.ts';
import type { Finding } from './rule.ts';
import { coverageBias } from './rules/coverage-bias.ts';
import { scopesOf } from './window.ts';

export interface Coverage {
  /** Own meetings, and those of them without a day. */
  readonly meetings: number;
  readonly withoutDay: number;
  readonly of: Choices;
  readonly leftEarly: number;
  readonly quick: number;
  readonly findings: readonly Finding[];
}

/** Coverage of the own meetings of a view. */
export function coverage(view: View): Coverage {
  const at = view.at.filter((position) => view.set.rows[position]?.owner === '');
  const rows = at.flatMap((position) => view.set.rows[position] ?? []);
  return {
    meetings: rows.length,
    withoutDay: rows.filter(({ day }) => day === null).length,
    of: choicesAmong(view.set, at),
    leftEarly: rows.filter(({ leftEarly }) => leftEarly).length,
    quick: rows.filter(({ quick }) => quick).length,
    findings: scopesOf(narrowed(view, at), ['all']).flatMap((scope) => coverageBias.find(scope)),
  };
}
