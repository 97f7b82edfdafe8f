/**
 * A look at patterns as it may leave the device.
 *
 * *De-identified*: meetings are M1, M2 and so on with a month, schools and teams are roles, no
 * count of fewer than ten stands anywhere, and none that would tell one: where one part of a
 * whole is small, no part is told. A look at fewer than ten meetings has nothing but its filter.
 * *Identified*: schools and teams by name and all counts; still no code and no day of a meeting.
 */
import type { TableKind } from '../record/table.ts';
import type { Coverage } from './coverage.ts';
import type { ComparisonId } from './rule.ts';
import type { Difference } from './groups.ts';
import { exportedItem, type ExportedItem, type GroupRow } from './district.ts';
import type { EquityTable, ShareBeside } from './equity.ts';
import { groupGates } from './evidence.ts';
import { exportedFindings, type ExportedFinding } from './exported-findings.ts';
import { allTold, partsTold, rateBand, shownCell, type Told } from './exported-cells.ts';
import { namerOf, type Namer, type RoleWords } from './exported-names.ts';
import type { Filter } from './filter.ts';
import type { Kept } from './follow-through.ts';
import type { Heat } from './heat.ts';
import type { ItemRow } from './items.ts';
import type { PatternLook } from './look.ts';
import type { ThreadGaps } from './thread-gaps.ts';
import type { VoiceByMode, VoiceRow } from './voice.ts';

export interface ExportedItemRow extends ExportedItem {
  readonly label: string;
  readonly phase: string;
}

export interface ExportedKept {
  /** In time, late, open, coming; null where not told. */
  readonly cells: readonly (number | null)[];
  /** In time of those that were due; null where not told, and under five. */
  readonly rate: number | null;
  /** The same roughly where counts are not told; null under ten. */
  readonly band: ReturnType<typeof rateBand>;
}

export interface ExportedGroup {
  readonly name: string;
  readonly isTeam: boolean;
  readonly meetings: number | null;
  /** Fewer meetings than a file may tell of. */
  readonly withheld: boolean;
  readonly low: readonly string[];
  readonly bright: readonly string[];
}

export interface ExportedBeside {
  readonly comparison: ComparisonId;
  readonly meetings: readonly [number, number];
  readonly items: readonly { readonly item: string; readonly told: Difference | null; readonly bands: readonly [ReturnType<typeof rateBand>, ReturnType<typeof rateBand>] }[];
  readonly shares: readonly ShareBeside[];
}

export interface ExportedThread {
  /** By link; null where not told. */
  readonly links: readonly { readonly link: ThreadGaps['links'][number]['link']; readonly firstBroken: number | null }[];
  readonly read: number | null;
  readonly whole: number | null;
  /** Null where not told or nothing was found. */
  readonly placementFirst: { readonly count: number; readonly of: number } | null;
  readonly needs: ThreadGaps['needs'] | null;
  readonly concerns: ThreadGaps['concerns'] | null;
}

export interface ExportedCoverage {
  readonly meetings: number | null;
  readonly types: readonly { readonly type: string; readonly meetings: number | null }[];
  readonly schools: number;
  readonly teams: number;
  readonly leftEarly: number | null;
  readonly quick: number | null;
  readonly findings: readonly ExportedFinding[];
}

export interface ExportedLook {
  readonly kind: TableKind;
  /** Schools and teams as they are named here; days as months, 'YYYY-MM'. */
  readonly filter: Filter;
  /** The month of the look, 'YYYY-MM'. */
  readonly month: string;
  /** Null under ten. */
  readonly meetings: number | null;
  /** True when so few meetings were chosen that all the rest is empty. */
  readonly withheld: boolean;
  readonly findings: readonly ExportedFinding[];
  readonly heat: { readonly phases: Heat['phases']; readonly meetings: readonly { readonly name: string; readonly month: string | null; readonly cells: Heat['meetings'][number]['cells'] }[]; readonly earlier: boolean };
  readonly items: readonly ExportedItemRow[];
  readonly months: { readonly months: readonly string[]; readonly lines: readonly { readonly phase: string; readonly title: string; readonly points: readonly { readonly share: number | null; readonly meetings: number | null }[] }[] };
  readonly voice: readonly VoiceByMode[];
  readonly kept: { readonly tasks: ExportedKept; readonly dates: readonly { readonly name: string; readonly kept: ExportedKept }[] };
  readonly thread: ExportedThread;
  readonly verify: { readonly total: number | null; readonly open: number | null };
  readonly beside: readonly ExportedBeside[];
  readonly groups: readonly ExportedGroup[];
  readonly coverage: ExportedCoverage | null;
  /** Labels of items by id. */
  readonly labels: Readonly<Record<string, string>>;
  /** Labels of conditions of roadmaps' own by id. */
  readonly conditionLabels: Readonly<Record<string, string>>;
}

export interface ExportAsk {
  readonly look: PatternLook;
  readonly filter: Filter;
  readonly kind: TableKind;
  /** The local day of the look. */
  readonly today: string;
  readonly roles: RoleWords;
}

/** The look as it may leave in this kind. */
export function exportedLook({ look, filter, kind, today, roles }: ExportAsk): ExportedLook {
  const told: Told = kind === 'identified' ? allTold : partsTold;
  const names = namerOf(look.choices, kind, roles);
  const withheld = told === partsTold && look.meetings < groupGates.export;
  const shown = withheld ? nothingOf(look) : look;
  return {
    kind, filter: names.filter(filter), month: today.slice(0, 7), meetings: told([look.meetings])[0] ?? null, withheld,
    findings: exportedFindings(shown.found.findings, kind, names),
    heat: heatOf(shown.heat),
    items: shown.items.map((row) => itemOf(row, kind)),
    months: monthsOf(shown, told),
    voice: shown.voice.flatMap((voice) => voiceOf(voice, kind)),
    kept: { tasks: keptOf(shown.kept.tasks, told), dates: shown.kept.dates.map(({ name, kept }) => ({ name, kept: keptOf(kept, told) })) },
    thread: threadOf(shown.thread, told),
    verify: verifyOf(shown.verify, told),
    beside: shown.equity.flatMap((table) => besideOf(table, kind)),
    groups: shown.groups ? [...groupsOf(shown.groups.schools, kind, names), ...groupsOf(shown.groups.teams, kind, names)] : [],
    coverage: coverageOf(shown.coverage, kind, names),
    labels: Object.fromEntries(look.items.map(({ item }) => [item.id, item.label])),
    conditionLabels: Object.fromEntries(look.choices.conditions.flatMap(({ condition, label }) => (label === undefined ? [] : [[condition, label]]))),
  };
}

const none: Kept = { inTime: 0, late: 0, open: 0, coming: 0, level: 'single', interval: null, rate: null };

/** The same look of no meeting at all. */
const nothingOf = (look: PatternLook): PatternLook => ({
  ...look, found: { findings: [], looked: {} }, heat: { phases: [], meetings: [], earlier: 0 }, items: [], months: { months: [], lines: [] }, voice: [],
  thread: { ...look.thread, links: [], read: 0, whole: 0, placementFirst: [], ordered: 0, needs: { named: 0, tied: 0, meetings: 0 }, concerns: { raised: 0, addressed: 0, meetings: 0 } },
  kept: { tasks: none, dates: [] }, verify: { total: 0, open: 0, rows: [] }, equity: [], groups: null, coverage: { ...look.coverage, meetings: 0, findings: [] },
});

const heatOf = ({ phases, meetings, earlier }: Heat): ExportedLook['heat'] => ({
  phases, earlier: earlier > 0,
  meetings: meetings.map(({ day, cells }, at) => ({ name: `M${String(at + 1)}`, month: day?.slice(0, 7) ?? null, cells })),
});

function itemOf(row: ItemRow, kind: TableKind): ExportedItemRow {
  const { yes, partly, no, na, blank, rated, rate, item } = row;
  const cells: ExportedItem = kind === 'identified' ? { item: item.id, yes, partly, no, na, blank, rated, rate, band: null } : exportedItem(row);
  return { ...cells, label: item.label, phase: item.phase };
}

const monthsOf = ({ months: { months, lines } }: PatternLook, told: Told): ExportedLook['months'] => ({
  months,
  lines: lines.map(({ phase, title, points }) => ({
    phase, title,
    points: points.map(({ share, meetings }) => { const [count = null] = told([meetings]); return { share: count === null ? null : share, meetings: count }; }),
  })),
});

/** A way of capture from ten meetings on; roles with small counts are left out. */
function voiceOf(voice: VoiceByMode, kind: TableKind): VoiceByMode[] {
  if (kind === 'identified') return [voice];
  if (voice.meetings < groupGates.export) return [];
  const isTold = ({ meetings, samples, levels }: VoiceRow): boolean =>
    partsTold([meetings])[0] !== null
    && (voice.mode === 'pulse' ? partsTold([samples, voice.count - samples])[0] !== null : voice.mode === 'turns' || partsTold(Object.values(levels)).every((count) => count !== null));
  return [{ ...voice, roles: voice.roles.filter(isTold) }];
}

function keptOf({ inTime, late, open, coming, rate }: Kept, told: Told): ExportedKept {
  const cells = told([inTime, late, open, coming]);
  const isTold = !cells.includes(null);
  return { cells, rate: isTold ? rate : null, band: isTold ? null : rateBand(inTime, inTime + late + open) };
}

function threadOf({ links, read, whole, placementFirst, ordered, needs, concerns }: ThreadGaps, told: Told): ExportedThread {
  const parts = told([whole, ...links.map(({ firstBroken }) => firstBroken)]);
  const pair = (part: number, of: number): boolean => of > 0 && !told([part, of - part]).includes(null);
  return {
    links: links.map(({ link }, at) => ({ link, firstBroken: parts[at + 1] ?? null })),
    read: told([read])[0] ?? null, whole: parts[0] ?? null,
    placementFirst: placementFirst.length > 0 && pair(placementFirst.length, ordered) ? { count: placementFirst.length, of: ordered } : null,
    needs: pair(needs.tied, needs.named) && shownCell(needs.meetings, told) ? needs : null,
    concerns: pair(concerns.addressed, concerns.raised) && shownCell(concerns.meetings, told) ? concerns : null,
  };
}

function verifyOf({ total, open }: PatternLook['verify'], told: Told): ExportedLook['verify'] {
  const [shown = null] = told([open, total - open]);
  return { total: shown === null ? (told([total])[0] ?? null) : total, open: shown };
}

function besideOf({ comparison, meetings, shown, exported, items, shares }: EquityTable, kind: TableKind): ExportedBeside[] {
  if (!shown || !exported || items.length + shares.length === 0) return [];
  const isTold = ({ seen, of }: Difference['a']): boolean => kind === 'identified' || !partsTold([seen, of - seen]).includes(null);
  return [{
    comparison, meetings,
    items: items.filter(({ a, b }) => kind === 'identified' || Math.min(a.of, b.of) >= groupGates.export).map(({ item, ...told }) => {
      const isOpen = isTold(told.a) && isTold(told.b);
      return { item, told: isOpen ? told : null, bands: isOpen ? [null, null] as const : [rateBand(told.a.seen, told.a.of), rateBand(told.b.seen, told.b.of)] as const };
    }),
    shares: shares.filter(({ a, b }) => kind === 'identified' || Math.min(a.meetings, b.meetings) >= groupGates.export),
  }];
}

/** How many meetings a group has is told of all groups or of none, since all together are known. */
function groupsOf(rows: readonly GroupRow[], kind: TableKind, names: Namer): ExportedGroup[] {
  const counts = kind === 'identified' ? rows.map(({ meetings }) => meetings) : partsTold(rows.map(({ meetings }) => meetings));
  return rows.map((row, at): ExportedGroup => {
    const withheld = !(kind === 'identified' ? row.shown : row.exported);
    const labels = (of: 'low' | 'bright'): string[] =>
      (withheld ? [] : row.items.filter((item) => item[of] && (kind === 'identified' || item.rated >= groupGates.export)).slice(0, 3).map(({ item }) => item.label));
    return { name: names.group(row), isTeam: row.team !== '', meetings: counts[at] ?? null, withheld, low: labels('low'), bright: labels('bright') };
  });
}

function coverageOf(coverage: Coverage, kind: TableKind, names: Namer): ExportedCoverage | null {
  const told: Told = kind === 'identified' ? allTold : partsTold;
  const { meetings, of, leftEarly, quick, findings } = coverage;
  if (meetings === 0 || (kind === 'de-identified' && meetings < groupGates.export)) return null;
  const types = told(of.types.map((one) => one.meetings));
  const part = (count: number): number | null => told([count, meetings - count])[0] ?? null;
  return {
    meetings: told([meetings])[0] ?? null, types: of.types.map(({ type }, at) => ({ type, meetings: types[at] ?? null })),
    schools: of.schools.length, teams: of.teams.length, leftEarly: part(leftEarly), quick: part(quick),
    findings: exportedFindings(findings, kind, names),
  };
}
