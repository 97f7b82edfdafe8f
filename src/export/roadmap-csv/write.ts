/** A roadmap as one table: a row for each item with its phase. `tables-csv/csv.ts` says how cells are written. */
import { tableColumns, translationOf, type TableColumn } from '#domain/roadmap/exchange-columns.ts';
import type { Item, OwnCondition, Phase, Roadmap } from '#domain/roadmap/roadmap.ts';
import type { WriteRoadmap } from '../roadmap-format.ts';
import { csvOf } from '../tables-csv/csv.ts';

type Row = Readonly<Partial<Record<TableColumn, string | number | undefined>>>;

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

export const write: WriteRoadmap = (roadmap) => {
  const text = csvOf({
    columns: tableColumns.map((name) => ({ name })),
    rows: rowsOf(roadmap).map((row) => tableColumns.map((column) => row[column] ?? null)),
  });
  return Promise.resolve(new TextEncoder().encode(text));
};

function rowsOf(roadmap: Roadmap): Row[] {
  const { own, texts } = translationOf(roadmap);
  const whole: Row = { roadmap: roadmap.id, version: roadmap.version, title: roadmap.title, title_translated: texts.title, language: own };
  const phases = roadmap.phases.flatMap((phase): Row[] => {
    const about = { ...whole, ...ofPhase(phase, texts.phases?.[phase.id]) };
    const items = roadmap.items.filter((item) => item.phase === phase.id);
    if (items.length === 0) return [{ ...about, row: 'phase' }];
    return items.map((item) => ({ ...about, row: 'item', ...ofItem(item, texts.items?.[item.id]) }));
  });
  const conditions = (roadmap.conditions ?? []).map((condition): Row => ({ ...whole, row: 'condition', ...ofCondition(condition), label_translated: texts.conditions?.[condition.id]?.label }));
  return [...phases, ...conditions];
}

const ofPhase = (
  { id, title, shortTitle, purpose, stage, pinned, minutes }: Phase,
  in_: { title?: string | undefined; shortTitle?: string | undefined; purpose?: string | undefined } = {},
): Row => ({
  phase: id, phase_title: title, phase_title_translated: in_.title, short_title: shortTitle, short_title_translated: in_.shortTitle,
  purpose, purpose_translated: in_.purpose, stage, pinned: yesNo(pinned), minutes,
});

const ofItem = (item: Item, in_: { label?: string | undefined; lookFor?: string | undefined; coachingMove?: string | undefined } = {}): Row => ({
  item: item.id, label: item.label, label_translated: in_.label, look_for: item.lookFor, look_for_translated: in_.lookFor,
  coaching_move: item.coachingMove, coaching_move_translated: in_.coachingMove,
  kind: item.kind, lens: item.lens.join(' '), law: item.legalForce, citation: item.citation, evidence: item.evidence,
  answers: item.allowPartly ? 'yes partly no na' : 'yes no na', core: yesNo(item.core), chain_link: item.chainLink,
  applies_when: item.appliesWhen.join(' '), match: item.match, patterns: item.patterns.join(' '), continues: item.continues?.join(' '),
});

const ofCondition = ({ id, label, match, of = [] }: OwnCondition): Row => ({ item: id, label, applies_when: of.join(' '), match });
