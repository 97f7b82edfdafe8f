/** The rows of a form's survey: conditions first, then a group for each phase with its items. */
import { formColumns, translationOf, type FormColumn } from '#domain/roadmap/exchange-columns.ts';
import type { Language } from '#domain/roadmap/limits.ts';
import { isBuiltInCondition } from '#domain/meeting/built-in-condition.ts';
import type { Item, OwnCondition, Phase, Roadmap } from '#domain/roadmap/roadmap.ts';
import type { FormWords } from '../roadmap-format.ts';
import { Names } from './names.ts';

/** What the columns of a language are called; the code in brackets is the reference's advice. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English (en)', es: 'Español (es)' };

export type SurveyColumn = 'type' | 'name' | 'label' | 'label_other' | 'hint' | 'hint_other' | 'relevant' | 'calculation' | 'appearance' | FormColumn;
export const surveyColumns: readonly SurveyColumn[] = ['type', 'name', 'label', 'label_other', 'hint', 'hint_other', 'relevant', 'calculation', 'appearance', ...formColumns];
export type SurveyRow = Readonly<Partial<Record<SurveyColumn, string | undefined>>>;

/** Lists of choices, by name. */
export const lists = { whole: 'answers', withoutPartly: 'answers_without_partly', yesNo: 'yes_no' } as const;

type Words = Readonly<Record<Language, FormWords>>;

export function surveyOf(roadmap: Roadmap, words: Words): SurveyRow[] {
  const names = new Names();
  const conditions = new ConditionRows(roadmap, words, names);
  const phaseNames = new Map(roadmap.phases.map(({ id }) => [id, names.give(`phase-${id}`)]));
  return [
    ...conditions.rows,
    ...roadmap.phases.flatMap((phase) => {
      const name = phaseNames.get(phase.id) ?? '';
      const items = roadmap.items.filter((item) => item.phase === phase.id);
      return phaseRows(roadmap, phase, { name, note: names.give(`${phase.id}-purpose`), isEmpty: items.length === 0, items: items.map((item) => itemRow(roadmap, item, names.give(item.id), conditions)) });
    }),
  ];
}

interface OfPhase {
  readonly name: string;
  readonly note: string;
  readonly isEmpty: boolean;
  readonly items: readonly SurveyRow[];
}

function phaseRows(roadmap: Roadmap, phase: Phase, { name, note, isEmpty, items }: OfPhase): SurveyRow[] {
  const texts = translationOf(roadmap).texts.phases?.[phase.id] ?? {};
  return [
    {
      type: 'begin_group', name, label: phase.title, label_other: texts.title, appearance: 'field-list', qc_part: 'phase', qc_id: phase.id, qc_stage: phase.stage,
      qc_pinned: phase.pinned ? 'yes' : undefined, qc_minutes: phase.minutes === undefined ? undefined : String(phase.minutes),
      qc_short_title: phase.shortTitle, qc_short_title_translated: texts.shortTitle,
    },
    // A group without a question is refused by some tools, and a note needs a label.
    ...(phase.purpose !== '' ? [{ type: 'note', name: note, label: phase.purpose, label_other: texts.purpose, qc_part: 'purpose' }] : []),
    ...(isEmpty && phase.purpose === '' ? [{ type: 'note', name: note, label: phase.title, label_other: texts.title, qc_part: 'filler' }] : []),
    ...items,
    { type: 'end_group', name },
  ];
}

function itemRow(roadmap: Roadmap, item: Item, name: string, conditions: ConditionRows): SurveyRow {
  const texts = translationOf(roadmap).texts.items?.[item.id] ?? {};
  return {
    type: `select_one ${item.allowPartly ? lists.whole : lists.withoutPartly}`, name, label: item.label, label_other: texts.label, hint: item.lookFor, hint_other: texts.lookFor,
    relevant: conditions.relevant(item.appliesWhen, item.match), appearance: 'columns-pack', qc_id: item.id, qc_kind: item.kind, qc_lens: item.lens.join(' '), qc_law: item.legalForce,
    qc_citation: item.citation, qc_coaching_move: item.coachingMove, qc_coaching_move_translated: texts.coachingMove, qc_core: item.core ? 'yes' : undefined,
    qc_chain_link: item.chainLink, qc_evidence: item.evidence, qc_patterns: item.patterns.join(' '), qc_continues: item.continues?.join(' '),
  };
}

/** The conditions that are asked or named anywhere, as questions; those that follow, as calculations. */
class ConditionRows {
  readonly rows: readonly SurveyRow[];
  readonly #names = new Map<string, string>();

  constructor(roadmap: Roadmap, words: Words, names: Names) {
    const own = roadmap.conditions ?? [];
    const known = new Set(own.map(({ id }) => id));
    const named = [...own.flatMap(({ of = [] }) => of), ...roadmap.items.flatMap(({ appliesWhen }) => appliesWhen)];
    const others = [...new Set(named)].filter((id) => !known.has(id));
    const group = names.give('conditions');
    for (const id of [...others, ...known]) this.#names.set(id, names.give(id));
    const asked = [
      ...others.map((id) => this.#row(id, roadmap, words)),
      ...own.map((condition) => this.#ownRow(condition, roadmap)),
    ];
    const { own: language, other } = translationOf(roadmap);
    this.rows = asked.length === 0 ? [] : [
      { type: 'begin_group', name: group, label: words[language].conditions, label_other: words[other].conditions, appearance: 'field-list', qc_part: 'conditions' },
      ...asked,
      { type: 'end_group', name: group },
    ];
  }

  /** Any, or all, of these conditions; nothing where there are none. */
  relevant(ids: readonly string[], match: 'any' | 'all' = 'any'): string | undefined {
    return ids.length === 0 ? undefined : ids.map((id) => `\${${this.#names.get(id) ?? ''}} = 'yes'`).join(match === 'all' ? ' and ' : ' or ');
  }

  #row(id: string, roadmap: Roadmap, words: Words): SurveyRow {
    const { own, other } = translationOf(roadmap);
    const isKnown = isBuiltInCondition(id);
    return {
      type: `select_one ${lists.yesNo}`, name: this.#names.get(id), label: isKnown ? words[own].conditionName(id) : id, label_other: isKnown ? words[other].conditionName(id) : undefined,
      qc_part: 'condition', qc_id: id, appearance: 'columns-pack',
    };
  }

  #ownRow({ id, label, match, of = [] }: OwnCondition, roadmap: Roadmap): SurveyRow {
    const about = { name: this.#names.get(id), label, label_other: translationOf(roadmap).texts.conditions?.[id]?.label, qc_part: 'condition', qc_id: id };
    if (of.length === 0) return { ...about, type: `select_one ${lists.yesNo}`, appearance: 'columns-pack' };
    return { ...about, type: 'calculate', calculation: `if(${this.relevant(of, match) ?? ''}, 'yes', 'no')` };
  }
}
