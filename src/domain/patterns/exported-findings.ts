/** Findings as a file may tell them: which of them, and how much of their counts. */
import type { TableKind } from '../record/table.ts';
import type { RateBand } from './district.ts';
import { groupGates } from './evidence.ts';
import { partsTold, rateBand } from './exported-cells.ts';
import type { Namer } from './exported-names.ts';
import type { Finding } from './rule.ts';

export interface ExportedFinding {
  /** Its school and team as the file names them; its marks without meetings and days. */
  readonly finding: Finding;
  /** Whether counts, interval and marks are told. */
  readonly open: boolean;
  /** Whether at least ten meetings (or marks, or tasks) stand behind it. */
  readonly enough: boolean;
  /** Where it tells how often a thing was seen: roughly how often; null where its counts are told, and for signs. */
  readonly band: RateBand | null;
  /** Where it tells how often a sign stood: whether in half of them or more; null as above. */
  readonly half: boolean | null;
}

/** Whether a finding counts what was seen, and not the sign of a gap. */
export const countsSeen = ({ about, rule }: Finding): boolean => about.type === 'item' && rule !== 'compliance-risk';

/** Those of a single school, team or type, or of two groups, only where each group has ten meetings. */
export function exportedFindings(findings: readonly Finding[], kind: TableKind, names: Namer): ExportedFinding[] {
  const isNamed = kind === 'identified';
  return findings.filter(({ level }) => level !== 'single').filter((finding) => isNamed || mayLeave(finding)).map((finding): ExportedFinding => {
    const { count, of, leftOut } = finding;
    const open = isNamed || isOpen(finding);
    const enough = of >= groupGates.export;
    const isSeen = countsSeen(finding);
    return {
      finding: {
        ...finding, scope: names.scope(finding.scope), leftOut: isNamed || partsTold([leftOut])[0] !== null ? leftOut : 0,
        strip: open ? finding.strip.map(({ state }, at) => ({ meeting: `S${String(at + 1)}`, day: null, state, because: [] })) : [],
      },
      open, enough,
      band: open || !isSeen ? null : rateBand(count, of),
      half: open || isSeen || !enough || finding.about.type === 'comparison' || finding.about.type === 'family-share' ? null : count * 2 >= of,
    };
  });
}

function mayLeave({ about, scope, of }: Finding): boolean {
  if (about.type === 'comparison') return about.groups.every(({ meetings }) => meetings >= groupGates.export);
  if (about.type === 'family-share') return of >= groupGates.export;
  return scope.kind === 'all' || of >= groupGates.export;
}

function isOpen({ about, count, of }: Finding): boolean {
  if (about.type === 'comparison') return about.groups.every(({ value, of: rated }) => about.item === null || !partsTold([value, rated - value]).includes(null));
  return of >= groupGates.export && !partsTold([count, of - count]).includes(null);
}
