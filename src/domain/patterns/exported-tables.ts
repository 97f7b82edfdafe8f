/** A look as it leaves, as tables for spreadsheets. Shares are whole percents; what is not told is an empty cell. */
import { tableOf, type Column, type Table } from '../record/table.ts';
import type { ExportedBeside, ExportedGroup, ExportedItemRow, ExportedLook } from './exported.ts';
import type { ExportedFinding } from './exported-findings.ts';
import type { HeatCell } from './heat.ts';
import { countsSeen } from './exported-findings.ts';
import type { About } from './rule.ts';

const percent = (share: number | null): number | null => (share === null ? null : Math.round(share * 100));
/** Seen of looked at, partly as a half; null under three items. */
export function cellShare({ yes, partly, no }: HeatCell): number | null {
  const of = yes + partly + no;
  return of < 3 ? null : (yes + partly / 2) / of;
}

const subject = (about: About): string => {
  switch (about.type) {
    case 'item': return about.item;
    case 'link': return about.link;
    case 'date': return about.name;
    case 'comparison': return [about.comparison, about.item ?? 'family share'].join(', ');
    case 'coverage': return about.gap;
    case 'sign': case 'tasks': case 'family-share': return '';
  }
};

const findingColumns: readonly Column<ExportedFinding>[] = [
  { name: 'rule', means: 'the rule that found it', value: ({ finding }) => finding.rule },
  { name: 'about', means: 'item, link, date or comparison it is about', value: ({ finding }) => subject(finding.about) },
  { name: 'scope', means: 'all, school, team or type', value: ({ finding }) => finding.scope.kind },
  { name: 'school', means: 'school of the scope', value: ({ finding }) => finding.scope.school },
  { name: 'team', means: 'team of the scope', value: ({ finding }) => finding.scope.team },
  { name: 'type', means: 'type of meeting of the scope', value: ({ finding }) => finding.scope.type },
  { name: 'level', means: 'watch: worth a look; emerging: 5 to 9 meetings; pattern: 10 and more', value: ({ finding }) => finding.level },
  { name: 'counts', means: 'seen: count tells how often it was seen; sign: in how many the sign stands', value: ({ finding }) => (countsSeen(finding) ? 'seen' : 'sign') },
  { name: 'count', means: 'partly counts as a half', type: 'count', value: ({ finding, open }) => (open ? finding.count : null) },
  { name: 'of', means: 'meetings looked at (next steps, where it is about them)', type: 'count', value: ({ finding, open, enough }) => (open || enough ? finding.of : null) },
  { name: 'low_percent', means: 'lower end of the 95% interval', type: 'count', value: ({ finding, open }) => percent(open ? (finding.interval?.low ?? null) : null) },
  { name: 'high_percent', means: 'upper end of the 95% interval', type: 'count', value: ({ finding, open }) => percent(open ? (finding.interval?.high ?? null) : null) },
  {
    name: 'roughly', means: 'where counts are left out: at-target (85% and more), between, under-floor (under 70%); half-or-more, under-half',
    value: ({ band, half }) => band ?? (half === null ? '' : half ? 'half-or-more' : 'under-half'),
  },
];

const itemColumns: readonly Column<ExportedItemRow>[] = [
  { name: 'phase', means: 'phase of the roadmap', value: ({ phase }) => phase },
  { name: 'item', means: 'id of the item', value: ({ item }) => item },
  { name: 'label', means: 'words of the item', value: ({ label }) => label },
  ...(['yes', 'partly', 'no', 'na', 'blank'] as const).map((name): Column<ExportedItemRow> => ({
    name: name === 'blank' ? 'not_looked_at' : name === 'no' ? 'not_yet' : name, means: 'meetings with this answer', type: 'count', value: (row) => row[name],
  })),
  { name: 'rated', means: 'meetings with yes, partly or not yet', type: 'count', value: ({ rated }) => rated },
  { name: 'rate_percent', means: 'yes and half of partly, of rated', type: 'count', value: ({ rate }) => percent(rate) },
  { name: 'roughly', means: 'where counts are left out: at-target (85% and more), between, under-floor (under 70%)', only: 'de-identified', value: ({ band }) => band ?? '' },
];

type MonthCell = { readonly month: string; readonly phase: string; readonly share: number | null; readonly meetings: number | null };
const monthColumns: readonly Column<MonthCell>[] = [
  { name: 'month', means: 'month of the meetings', type: 'month', value: ({ month }) => month },
  { name: 'phase', means: 'phase of the roadmap', value: ({ phase }) => phase },
  { name: 'seen_percent', means: 'seen of looked at, partly as a half', type: 'count', value: ({ share }) => percent(share) },
  { name: 'meetings', means: 'meetings with a rated item of the phase', type: 'count', value: ({ meetings }) => meetings },
];

type HeatRow = { readonly meeting: string; readonly month: string | null; readonly phase: string; readonly cell: HeatCell };
const heatColumns: readonly Column<HeatRow>[] = [
  { name: 'meeting', means: 'a name in this file only, the oldest first', value: ({ meeting }) => meeting },
  { name: 'month', means: 'month of the meeting', type: 'month', value: ({ month }) => month },
  { name: 'phase', means: 'phase of the roadmap', value: ({ phase }) => phase },
  { name: 'seen_percent', means: 'seen of the items looked at; empty under three items', type: 'count', value: ({ cell }) => percent(cellShare(cell)) },
  ...(['yes', 'partly', 'no', 'na', 'blank'] as const).map((name): Column<HeatRow> => ({
    name: name === 'blank' ? 'not_looked_at' : name === 'no' ? 'not_yet' : name, means: 'items with this answer', type: 'count', only: 'identified', value: ({ cell }) => cell[name],
  })),
];

const groupColumns: readonly Column<ExportedGroup>[] = [
  { name: 'group', means: 'school or team', value: ({ isTeam }) => (isTeam ? 'team' : 'school') },
  { name: 'name', means: 'by name or as a role; never by rate', value: ({ name }) => name },
  { name: 'meetings', means: 'meetings; empty for all where one has fewer than ten', type: 'count', value: ({ meetings }) => meetings },
  { name: 'seldom_seen', means: 'items whose interval lies under 85%', value: ({ low }) => low.join('; ') },
  { name: 'reliably_seen', means: 'items whose interval lies over 70%', value: ({ bright }) => bright.join('; ') },
];

type BesideRow = Pick<ExportedBeside, 'comparison'> & ExportedBeside['items'][number];
const besideColumns: readonly Column<BesideRow>[] = [
  { name: 'comparison', means: 'the two groups: with, then without', value: ({ comparison }) => comparison },
  { name: 'item', means: 'id of the item', value: ({ item }) => item },
  ...(['a', 'b'] as const).flatMap((side, at): Column<BesideRow>[] => [
    { name: `${side}_seen`, means: 'seen, partly as a half', type: 'count', value: ({ told }) => told?.[side].seen ?? null },
    { name: `${side}_of`, means: 'looked at', type: 'count', value: ({ told }) => told?.[side].of ?? null },
    { name: `${side}_roughly`, means: 'where counts are left out', only: 'de-identified', value: ({ bands }) => bands[at] ?? '' },
  ]),
];

/** All tables of the look; those that do not occur have no rows. */
export function tablesOfLook({ kind, findings, items, months, heat, groups, beside }: ExportedLook): Table[] {
  return [
    tableOf(kind, 'findings', findings, findingColumns),
    tableOf(kind, 'items', items, itemColumns),
    tableOf(kind, 'months', months.lines.flatMap(({ phase, points }) => points.map(({ share, meetings }, at) => ({ month: months.months[at] ?? '', phase, share, meetings }))), monthColumns),
    tableOf(kind, 'heat', heat.meetings.flatMap(({ name, month, cells }) => cells.map((cell, at) => ({ meeting: name, month, phase: heat.phases[at]?.id ?? '', cell }))), heatColumns),
    tableOf(kind, 'groups', groups, groupColumns),
    tableOf(kind, 'side-by-side', beside.flatMap(({ comparison, items: rows }) => rows.map((row) => ({ comparison, ...row }))), besideColumns),
  ];
}
