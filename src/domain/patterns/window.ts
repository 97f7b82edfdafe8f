/**
 * Scopes and windows (DOMAIN 2.1). A window is the last ten meetings of a scope in which the
 * thing could be seen at all, and reaches back twelve months at most. Meetings without a day
 * are in no window.
 */
import { narrowed, yearBefore, type View } from './filter.ts';

export const scopeKinds = ['all', 'school', 'team', 'type'] as const;
export type ScopeKind = (typeof scopeKinds)[number];

export interface Scope {
  readonly kind: ScopeKind;
  /** Empty unless the scope is a school, or the school of a team. */
  readonly school: string;
  readonly team: string;
  readonly type: string;
}

/** Meetings of one scope within twelve months, by day. */
export interface ScopeView extends View {
  readonly scope: Scope;
}

/** How many meetings a window holds at most. */
export const windowSize = 10;
/** How many of the latest a recurring sign is looked for in. */
export const lately = 5;

const everything: Scope = { kind: 'all', school: '', team: '', type: '' };

/** The scopes of these kinds that occur in the view, each with its meetings. */
export function scopesOf(view: View, kinds: readonly ScopeKind[]): ScopeView[] {
  const since = yearBefore(view.asOf);
  const { rows, schoolKeys, teamKeys } = view.set;
  const within = view.at.filter((position) => { const day = rows[position]?.day ?? null; return day !== null && day >= since && day <= view.asOf; });
  const keyOf: Readonly<Record<ScopeKind, (position: number) => string>> = {
    all: () => 'all', school: (position) => schoolKeys[position] ?? '', team: (position) => teamKeys[position] ?? '',
    type: (position) => rows[position]?.type ?? '',
  };
  return kinds.flatMap((kind) => {
    const groups = new Map<string, number[]>();
    for (const position of within) {
      const key = keyOf[kind](position);
      if (key === '') continue;
      const group = groups.get(key);
      if (group) group.push(position);
      else groups.set(key, [position]);
    }
    return [...groups.values()].map((at): ScopeView => ({ ...narrowed(view, at), scope: scopeOf(view, kind, at) }));
  });
}

function scopeOf({ set }: View, kind: ScopeKind, at: readonly number[]): Scope {
  const row = set.rows[at.at(-1) ?? -1];
  if (!row || kind === 'all') return everything;
  if (kind === 'type') return { ...everything, kind, type: row.type };
  return { ...everything, kind, school: row.school, team: kind === 'team' ? row.team : '' };
}

/** The last `size` positions for which `seen` gives something, oldest first, and how many were passed over. */
export function lastOf<T>({ at }: Pick<View, 'at'>, seen: (position: number) => T | null, size = windowSize): { found: { position: number; value: T }[]; passedOver: number } {
  const found: { position: number; value: T }[] = [];
  let passedOver = 0;
  for (let index = at.length - 1; index >= 0 && found.length < size; index -= 1) {
    const position = at[index] ?? 0;
    const value = seen(position);
    if (value === null) passedOver += 1;
    else found.push({ position, value });
  }
  return { found: found.reverse(), passedOver };
}
