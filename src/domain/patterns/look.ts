/**
 * All that the patterns screen shows of the chosen meetings, as plain values that cross from a
 * worker. Long lists are cut to what somebody would read; their whole number stands beside.
 */
import { findPatterns, type Found } from './all-rules.ts';
import { choicesOf, viewOf, type Choices, type Filter, type View } from './filter.ts';
import { bySchoolAndTeam, type GroupRow } from './district.ts';
import { equityTables, type EquityTable } from './equity.ts';
import { coverage, type Coverage } from './coverage.ts';
import { followThrough, type FollowThrough } from './follow-through.ts';
import { heat, type Heat } from './heat.ts';
import { itemTable, type ItemRow } from './items.ts';
import { possiblePairs } from './paired.ts';
import type { PatternSet } from './pattern-set.ts';
import { phaseMonths, type PhaseMonths } from './phase-months.ts';
import type { Finding } from './rule.ts';
import { threadGaps, type ThreadGaps } from './thread-gaps.ts';
import { trace, type Figure, type Traced } from './trace.ts';
import { verifyList, type VerifyRow } from './verify-list.ts';
import { voiceSummary, type VoiceByMode } from './voice.ts';

/** A meeting as lists name it. */
export interface MeetingName {
  readonly code: string;
  readonly type: string;
  readonly day: string | null;
  /** False for a meeting of another member, whose pages are not on this device. */
  readonly own: boolean;
}

export interface PatternLook {
  readonly choices: Choices;
  /** Finished meetings that were chosen, and how many there are without a filter. */
  readonly meetings: number;
  readonly all: number;
  readonly found: Found;
  /** Findings that were not sent along, since nobody reads so many. */
  readonly moreFindings: number;
  readonly heat: Heat;
  readonly items: readonly ItemRow[];
  readonly months: PhaseMonths;
  readonly voice: readonly VoiceByMode[];
  readonly thread: ThreadGaps;
  readonly kept: FollowThrough;
  readonly verify: { readonly total: number; readonly open: number; readonly rows: readonly VerifyRow[] };
  readonly equity: readonly EquityTable[];
  readonly coverage: Coverage;
  /** Schools and teams by name, where meetings of several members are here. */
  readonly groups: { readonly schools: readonly GroupRow[]; readonly teams: readonly GroupRow[] } | null;
  /** Meetings that two leaders may both have marked. */
  readonly pairs: readonly { readonly first: string; readonly second: string }[];
  /** Of every meeting that is named in here. */
  readonly names: Readonly<Record<string, MeetingName>>;
}

/** As many meetings as a grid can name side by side. */
const gridMost = 12;
const findingsMost = 40;
/** A row of marks is read up to here; older ones stay counted. */
const stripMost = 30;
export const listMost = 100;

/** What is shown of the meetings that the filter chooses, on the local day `today`. */
export function lookAt(set: PatternSet, filter: Filter, today: string): PatternLook {
  const view = viewOf(set, filter, today);
  const found = findPatterns(view);
  const findings = found.findings.slice(0, findingsMost).map(cut);
  const grid = heat(view, gridMost);
  const verify = verifyList(view);
  const rows = verify.slice(0, listMost);
  const pairs = possiblePairs(set).slice(0, listMost).map(({ first, second }) => ({ first: first.meeting, second: second.meeting }));
  const gaps = threadGaps(view);
  return {
    choices: choicesOf(set), meetings: view.at.length, all: set.rows.length,
    found: { ...found, findings }, moreFindings: found.findings.length - findings.length,
    heat: grid, items: itemTable(view), months: phaseMonths(view), voice: voiceSummary(view),
    thread: { ...gaps, links: gaps.links.map((link) => ({ ...link, meetings: [] })), placementFirst: gaps.placementFirst.slice(-listMost) },
    kept: followThrough(view),
    verify: { total: verify.length, open: verify.filter(({ state }) => state === 'open').length, rows },
    equity: equityTables(view), coverage: coverage(view),
    groups: view.at.some((position) => set.rows[position]?.owner !== '') ? bySchoolAndTeam(view) : null,
    pairs,
    names: namesOf(set, [
      ...findings.flatMap(({ strip }) => strip.map(({ meeting }) => meeting)), ...grid.meetings.map(({ meeting }) => meeting),
      ...rows.map(({ meeting }) => meeting), ...gaps.placementFirst.slice(-listMost), ...pairs.flatMap(({ first, second }) => [first, second]),
    ]),
  };
}

const cut = (finding: Finding): Finding => ({ ...finding, strip: finding.strip.slice(-stripMost) });

function namesOf(set: PatternSet, meetings: readonly string[]): Record<string, MeetingName> {
  const named: Record<string, MeetingName> = {};
  for (const meeting of new Set(meetings)) {
    const row = set.rows[set.positions.get(meeting) ?? -1];
    if (row) named[meeting] = { code: row.code, type: row.type, day: row.day, own: row.owner === '' };
  }
  return named;
}

export interface TracedFigure {
  readonly total: number;
  /** The latest first. */
  readonly lines: readonly Traced[];
  readonly names: Readonly<Record<string, MeetingName>>;
  /** Labels of the items in the lines. */
  readonly labels: Readonly<Record<string, string>>;
}

/** The marks or meetings behind a figure of a look. */
export function traceFigure(set: PatternSet, filter: Filter, figure: Figure, today: string): TracedFigure {
  const view: View = viewOf(set, filter, today);
  const all = trace(view, figure);
  const lines = all.slice(0, listMost);
  const items = new Set(lines.flatMap(({ because }) => because.flatMap((reason) => ('item' in reason ? [reason.item] : []))));
  return {
    total: all.length, lines, names: namesOf(set, lines.map(({ meeting }) => meeting)),
    labels: Object.fromEntries(set.items.filter(({ id }) => items.has(id)).map(({ id, label }) => [id, label])),
  };
}
