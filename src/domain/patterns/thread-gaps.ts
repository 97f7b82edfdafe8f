/** Where the thread breaks first, by link; what was touched before its turn; needs and concerns. */
import { chainLinks, type ChainLink } from '../entry.ts';
import { levelFor, type Level } from './evidence.ts';
import type { View } from './filter.ts';
import { wilson, type Interval } from './interval.ts';
import { firstBroken } from './rules/data-decision-gap.ts';

export interface LinkRow {
  readonly link: ChainLink;
  /** Meetings in which it was the first to break. */
  readonly firstBroken: number;
  readonly meetings: readonly string[];
}

export interface ThreadGaps {
  readonly links: readonly LinkRow[];
  /** Meetings whose thread, or core items, can be read. */
  readonly read: number;
  readonly whole: number;
  readonly level: Level;
  /** Wilson's 95 % of those with a broken link; null under three. */
  readonly interval: Interval | null;
  readonly placementFirst: readonly string[];
  /** Meetings whose order of beads is known. */
  readonly ordered: number;
  readonly needs: { readonly named: number; readonly tied: number; readonly meetings: number };
  /** Two thirds in one study of 88 plans (Kurth et al. 2019). */
  readonly concerns: { readonly raised: number; readonly addressed: number; readonly meetings: number };
}

/** The gaps of a view's meetings. */
export function threadGaps(view: View): ThreadGaps {
  const { set, at } = view;
  const meetings = new Map<ChainLink, string[]>(chainLinks.map((link) => [link, []]));
  const placementFirst: string[] = [];
  let [read, whole, ordered] = [0, 0, 0];
  const needs = { named: 0, tied: 0, meetings: 0 };
  const concerns = { raised: 0, addressed: 0, meetings: 0 };
  for (const position of at) {
    const row = set.rows[position];
    if (!row) continue;
    const broken = firstBroken({ set, position, today: view.today });
    if (broken !== undefined) read += 1;
    if (broken === null) whole += 1;
    if (broken) meetings.get(broken)?.push(row.meeting);
    if (row.order.length > 1) ordered += 1;
    if (row.placementFirst && row.order.length > 1) placementFirst.push(row.meeting);
    const [named = 0, tied = 0, raised = 0, addressed = 0] = row.counters;
    if (named > 0) { needs.named += named; needs.tied += Math.min(tied, named); needs.meetings += 1; }
    if (raised > 0) { concerns.raised += raised; concerns.addressed += Math.min(addressed, raised); concerns.meetings += 1; }
  }
  const links = chainLinks.map((link): LinkRow => { const found = meetings.get(link) ?? []; return { link, firstBroken: found.length, meetings: found }; });
  return {
    links, read, whole, level: levelFor(read), interval: read < 3 ? null : wilson(read - whole, read),
    placementFirst, ordered, needs, concerns,
  };
}
