/** Walks a survey from its first row to its last: groups become phases, select_one becomes items. */
import { formColumns } from '#domain/roadmap/exchange-columns.ts';
import { limits, type Language } from '#domain/roadmap/limits.ts';
import type { Item, Phase, Translation } from '#domain/roadmap/roadmap.ts';
import { cutTo, Ids, slug } from '../fitted-text.ts';
import type { ReadRoadmapOptions } from '../preview.ts';
import { answersOf, type Choice } from './answers.ts';
import type { Conditions } from './conditions.ts';
import type { FormRow } from './form-table.ts';
import { OwnFields } from './own-fields.ts';
import { kindOf, type RowKind } from './question.ts';
import { parseRelevant, together, type Relevant } from './relevant.ts';
import type { Told } from './told.ts';

interface Group {
  readonly row: FormRow;
  readonly isCondition: boolean;
  /** What hangs on it; null where that is more than a roadmap can say. */
  readonly relevant: readonly Relevant[] | null;
  phase: Phase | null;
}

export interface SurveyContext {
  readonly conditions: Conditions;
  readonly lists: ReadonlyMap<string, readonly Choice[]>;
  readonly told: Told;
  readonly translation: Language;
  /** Title of the phase of questions that stand in no group. */
  readonly title: string;
  readonly options: ReadRoadmapOptions;
}

/** Columns that say something to a roadmap, or only how another tool draws a question. */
const knownColumns = new Set<string>(['type', 'name', 'label', 'hint', 'relevant', 'appearance', 'disabled', '', ...formColumns]);

export class Survey {
  readonly phases: Phase[] = [];
  readonly items: Item[] = [];
  readonly translated: { phases: NonNullable<Translation['phases']>; items: NonNullable<Translation['items']> } = { phases: {}, items: {} };
  readonly #of: SurveyContext;
  readonly #groups: Group[] = [];
  readonly #phaseIds = new Ids();
  readonly #itemIds = new Ids();
  #loose: Phase | null = null;

  constructor(rows: readonly FormRow[], of: SurveyContext) {
    this.#of = of;
    for (const row of rows) {
      const kind = kindOf(row);
      if (kind) this.#take(row, kind);
    }
    for (const { row } of this.#groups) this.#tell(row, 'unbalanced');
  }

  #take(row: FormRow, kind: RowKind): void {
    if (/^(?:yes|true|1)$/iu.test(row.get('disabled'))) this.#tell(row, 'disabled');
    else if (this.#of.conditions.rows.has(row.number)) this.#condition(row, kind);
    else this.#takeAs(row, kind);
  }

  #takeAs(row: FormRow, kind: RowKind): void {
    switch (kind.kind) {
      case 'begin': this.#begin(row, kind.repeats); break;
      case 'end': if (!this.#groups.pop()) this.#tell(row, 'unbalanced'); break;
      case 'note': this.#note(row); break;
      case 'one': this.#select(row, kind); break;
      case 'tick': this.#item(row, false); break;
      case 'metadata': this.#tell(row, 'metadata', kind.type); break;
      case 'several': this.#tell(row, 'type', 'select_multiple'); break;
      case 'calculate': this.#tell(row, 'type', 'calculate'); break;
      case 'other': this.#tell(row, 'type', kind.type); break;
    }
  }

  /** A question that is a condition; what it hangs on itself has no place. */
  #condition(row: FormRow, { kind }: RowKind): void {
    if (row.get('relevant') !== '') this.#tell(row, 'relevant');
    this.#others(row, kind === 'calculate' ? ['calculation'] : []);
  }

  #begin(row: FormRow, repeats: boolean): void {
    if (repeats) this.#tell(row, 'repeat');
    if (this.#groups.length > 0) this.#tell(row, 'nested');
    const parent = this.#groups.at(-1);
    const text = row.get('relevant');
    const own = text === '' ? null : parseRelevant(text);
    const before = parent ? parent.relevant : [];
    const group: Group = {
      row, phase: null, isCondition: row.get('qc_part') === 'conditions',
      relevant: before === null || (text !== '' && own === null) ? null : [...before, ...(own ? [own] : [])],
    };
    this.#groups.push(group);
    this.#others(row);
    if (row.get('qc_part') === 'phase') this.#phaseOf(group);
  }

  /** The phase that a row stands in, made when the first one needs it. */
  #phase(): Phase {
    const group = this.#groups.at(-1);
    if (group) return this.#phaseOf(group);
    this.#loose ??= this.#added({ id: this.#phaseIds.give('', 'questions'), stage: 'during', title: this.#of.title.slice(0, limits.phaseTitle), purpose: '', pinned: false });
    return this.#loose;
  }

  #phaseOf(group: Group): Phase {
    if (group.phase) return group.phase;
    const { row } = group;
    const own = new OwnFields(row, this.#of.told);
    const name = row.get('name');
    const title = this.#text(row, row.own('label') || name.replaceAll(/[_-]+/gu, ' ') || this.#of.title, limits.phaseTitle) || this.#of.title.slice(0, limits.phaseTitle);
    const id = this.#phaseIds.give(own.id() || slug(name || title), 'phase');
    const shortTitle = own.text('qc_short_title', limits.shortTitle);
    group.phase = this.#added({
      id, stage: own.stage(), title, purpose: '', pinned: own.isOn('qc_pinned'), ...(shortTitle === '' ? {} : { shortTitle }), ...own.minutes(),
    });
    this.#translate('phases', id, { title: this.#in(row, 'label', limits.phaseTitle), shortTitle: own.text('qc_short_title_translated', limits.shortTitle) });
    return group.phase;
  }

  #added(phase: Phase): Phase {
    this.phases.push(phase);
    return phase;
  }

  /** The first note of a phase that has no items yet says what the phase is for. */
  #note(row: FormRow): void {
    const part = row.get('qc_part');
    if (part === 'filler') return;
    const group = this.#groups.at(-1);
    const phase = group && row.get('relevant') === '' ? this.#phaseOf(group) : null;
    if (!phase || phase.purpose !== '' || this.items.some((item) => item.phase === phase.id)) {
      this.#tell(row, 'type', 'note');
      return;
    }
    phase.purpose = this.#text(row, row.own('label'), limits.text);
    this.#translate('phases', phase.id, { purpose: this.#in(row, 'label', limits.text) });
    this.#others(row);
  }

  #select(row: FormRow, { list, orOther }: Extract<RowKind, { kind: 'one' }>): void {
    const choices = this.#of.lists.get(list);
    const answers = choices && answersOf(choices);
    const steps = choices?.map(({ label, name }) => label || name).slice(0, 8).join(', ') ?? '';
    if (!choices) this.#tell(row, 'list-missing', list);
    else if (!answers) this.#tell(row, this.#of.options.otherScales ? 'scale-taken' : 'scale', steps);
    if (!choices || (!answers && !this.#of.options.otherScales)) return;
    if (orOther) this.#tell(row, 'column', 'or_other');
    this.#item(row, !answers || [...answers.values()].includes('partly'));
  }

  #item(row: FormRow, allowPartly: boolean): void {
    const { told } = this.#of;
    const name = row.get('name');
    const whole = told.text('survey', row.number, row.own('label') || name.replaceAll(/[_-]+/gu, ' '), limits.text);
    if (whole === '') {
      this.#tell(row, 'no-label');
      return;
    }
    if (/\$\{[^}]+\}/u.test(row.own('label'))) this.#tell(row, 'piped', whole);
    const phase = this.#phase();
    const own = new OwnFields(row, told);
    const wanted = own.id() || slug(name || whole);
    const id = this.#itemIds.give(wanted, 'item');
    if (id !== wanted && wanted !== '') this.#tell(row, 'renamed', name);
    const hint = row.own('hint');
    if (whole.length > limits.label) this.#tell(row, 'label-long', whole);
    const lookFor = this.#text(row, whole.length > limits.label ? [whole, hint].filter((text) => text !== '').join(' ') : hint, limits.text);
    this.items.push({
      id, phase: phase.id, stage: phase.stage, label: cutTo(whole, limits.label), lookFor, allowPartly, ...this.#asked(row), ...own.ofItem(),
    });
    this.#translate('items', id, {
      label: this.#in(row, 'label', limits.label), lookFor: this.#in(row, 'hint', limits.text), coachingMove: own.text('qc_coaching_move_translated', limits.text),
    });
    this.#others(row);
  }

  /** When it is asked: its own conditions and those of the groups around it. */
  #asked(row: FormRow): Pick<Item, 'appliesWhen' | 'match'> {
    const text = row.get('relevant');
    const own = text === '' ? null : parseRelevant(text);
    const around = this.#groups.at(-1)?.relevant ?? (this.#groups.length > 0 ? null : []);
    const all = around === null || (text !== '' && own === null) ? null : together([...around, ...(own ? [own] : [])]);
    const ids = all && this.#of.conditions.idsOf(all);
    if (!all || !ids || ids.length > limits.conditionsOfOne) {
      this.#tell(row, 'relevant', text || row.get('name'));
      return { appliesWhen: [] };
    }
    return { appliesWhen: [...ids], ...(all.match === 'all' && ids.length > 1 ? { match: 'all' as const } : {}) };
  }

  /** Columns of a row that was taken for which there is no place. */
  #others(row: FormRow, known: readonly string[] = []): void {
    for (const { name, head } of row.others(new Set([...knownColumns, ...known]))) this.#tell(row, 'column', head === '' ? name : head);
  }

  #text(row: FormRow, input: string, most: number): string {
    return this.#of.told.text('survey', row.number, input, most);
  }

  #in(row: FormRow, column: string, most: number): string {
    return this.#text(row, row.in(column, this.#of.translation), most);
  }

  #translate(of: 'phases' | 'items', id: string, texts: Readonly<Record<string, string>>): void {
    const said = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
    if (Object.keys(said).length > 0) this.translated[of][id] = { ...this.translated[of][id], ...said };
  }

  #tell(row: FormRow, why: Parameters<Told['add']>[2], about = ''): void {
    this.#of.told.add('survey', row.number, why, about || row.own('label') || row.get('name'));
  }
}
