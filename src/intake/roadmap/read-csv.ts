/**
 * A roadmap as a table (CSV): a row for each item with its phase. Only `label` is needed, so
 * that a list of one's own can come in; a cell that is there and does not fit refuses the
 * table with its row and column. Columns that are not known are told.
 */
import { chainLinks } from '#domain/entry.ts';
import { tableColumns, tableRows, otherLanguage, type TableColumn } from '#domain/roadmap/exchange-columns.ts';
import { languages, limits } from '#domain/roadmap/limits.ts';
import { parseRoadmap } from '#domain/roadmap/parse-roadmap.ts';
import { itemKinds, legalForces, stages, type Item, type OwnCondition, type Phase, type Roadmap, type Translation } from '#domain/roadmap/roadmap.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { csvRows } from './csv-rows.ts';
import { Ids, slug } from './fitted-text.ts';
import type { NotFitting, ReadRoadmapObstacle, RoadmapPreview } from './preview.ts';
import { RowRefused, TableRow } from './table-row.ts';

const isColumn = (name: string): name is TableColumn => tableColumns.some((known) => known === name);

/** Reads the text of a table. */
export function readCsv(text: string): Result<RoadmapPreview, ReadRoadmapObstacle> {
  const rows = csvRows(text);
  if (!rows.ok) return rows;
  const [head, ...others] = rows.value;
  const columns = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
  if (!columns.includes('label')) return err({ type: 'ColumnMissing', sheet: 'table', column: 'label' });
  const notFitting = columns.flatMap((name, at): NotFitting[] =>
    isColumn(name) && columns.indexOf(name) === at ? [] : [{ sheet: 'table', row: 1, why: 'column', about: name.slice(0, 80) }]);
  const table = others.map(({ number, cells }) => new TableRow(number, new Map(columns.map((name, at) => [name, cells[at] ?? ''] as const).reverse())));
  try {
    const reading = new Reading(table);
    if (reading.items.length === 0) return err({ type: 'NothingFits', notFitting });
    const roadmap = parseRoadmap(reading.roadmap());
    return roadmap.ok ? ok({ from: 'csv', roadmap: roadmap.value, becameConditions: [], notFitting: [...notFitting, ...reading.differing] }) : roadmap;
  } catch (error) {
    if (error instanceof RowRefused) return err(error.obstacle);
    throw error;
  }
}

class Reading {
  readonly items: Item[] = [];
  /** Rows that say something else of their phase than the first one of it does. */
  readonly differing: NotFitting[] = [];
  readonly #rows: readonly TableRow[];
  readonly #phases = new Map<string, { readonly phase: Phase; readonly row: TableRow }>();
  readonly #conditions: OwnCondition[] = [];
  readonly #texts = { phases: {} as NonNullable<Translation['phases']>, items: {} as NonNullable<Translation['items']>, conditions: {} as NonNullable<Translation['conditions']> };
  readonly #itemIds: Ids;

  constructor(rows: readonly TableRow[]) {
    this.#rows = rows;
    this.#itemIds = new Ids(rows.map((row) => row.id('item')));
    for (const row of rows) this.#take(row);
  }

  roadmap(): Roadmap {
    const [first] = this.#rows;
    const title = first?.text('title', limits.title) ?? '';
    const language = first?.one('language', languages, 'en') ?? 'en';
    const titleIn = first?.text('title_translated', limits.title) ?? '';
    const { phases, items, conditions } = this.#texts;
    const texts = { ...(titleIn === '' ? {} : { title: titleIn }), ...filled({ phases, items, conditions }) };
    return {
      id: (first?.id('roadmap') ?? '') || slug(title) || 'roadmap', version: (first?.text('version', limits.version) ?? '') || '1', title: title || 'Roadmap',
      ...(language === 'en' ? {} : { language }),
      phases: [...this.#phases.values()].map(({ phase }) => phase), items: this.items,
      ...(this.#conditions.length > 0 ? { conditions: this.#conditions } : {}),
      ...(Object.keys(texts).length > 0 ? { translations: { [otherLanguage(language)]: texts } } : {}),
    };
  }

  #take(row: TableRow): void {
    const about = row.one('row', tableRows, 'item');
    if (about === 'condition') {
      this.#condition(row);
      return;
    }
    const phase = this.#phaseOf(row);
    if (about === 'item') this.#item(row, phase);
  }

  #phaseOf(row: TableRow): Phase {
    const title = row.text('phase_title', limits.phaseTitle);
    const id = row.id('phase') || slug(title) || 'items';
    const known = this.#phases.get(id);
    if (known) {
      const differs = phaseColumns.find((column) => row.has(column) && row.text(column) !== known.row.text(column));
      if (differs) this.differing.push({ sheet: 'table', row: row.number, why: 'column', about: differs });
      return known.phase;
    }
    const shortTitle = row.text('short_title', limits.shortTitle);
    const minutes = row.quantity('minutes', limits.minutes);
    const phase: Phase = {
      id: id, stage: row.one('stage', stages, 'during'), title: title || row.id('phase') || 'Items', purpose: row.text('purpose', limits.text), pinned: row.isOn('pinned'),
      ...(shortTitle === '' ? {} : { shortTitle }), ...(minutes === undefined ? {} : { minutes }),
    };
    this.#phases.set(id, { phase, row });
    put(this.#texts.phases, id, {
      title: row.text('phase_title_translated', limits.phaseTitle), shortTitle: row.text('short_title_translated', limits.shortTitle), purpose: row.text('purpose_translated', limits.text),
    });
    return phase;
  }

  #item(row: TableRow, { id: phase, stage }: Phase): void {
    const label = row.text('label', limits.label);
    if (label.trim() === '') row.refuse('label');
    const given = row.id('item');
    const id = (given === '' ? this.#itemIds.give(slug(label), 'item') : given);
    const lens = row.ids('lens', 2).map((one) => lenses.find((known) => known === one) ?? row.refuse('lens'));
    const continues = row.ids('continues', limits.continues);
    this.items.push({
      id, phase, stage, kind: row.one('kind', itemKinds, 'quality'), lens: lens.length === 0 ? ['instruction'] : lens, label,
      lookFor: row.text('look_for', limits.text), citation: row.text('citation', limits.text), coachingMove: row.text('coaching_move', limits.text),
      appliesWhen: row.ids('applies_when', limits.conditionsOfOne), ...matchOf(row),
      ...(continues.length > 0 ? { continues } : {}),
      core: row.isOn('core'), chainLink: row.one('chain_link', ['', ...chainLinks], ''), patterns: row.ids('patterns', limits.patterns),
      evidence: row.one('evidence', ['document', 'seen-or-heard'], 'seen-or-heard'), legalForce: row.one('law', legalForces, 'none'),
      allowPartly: row.one('answers', ['yes partly no na', 'yes no na'], 'yes partly no na') === 'yes partly no na',
    });
    put(this.#texts.items, id, {
      label: row.text('label_translated', limits.label), lookFor: row.text('look_for_translated', limits.text), coachingMove: row.text('coaching_move_translated', limits.text),
    });
  }

  #condition(row: TableRow): void {
    const label = row.text('label', limits.label);
    const id = row.id('item') || slug(label);
    if (id === '' || label === '') row.refuse(label === '' ? 'label' : 'item');
    const of = row.ids('applies_when', limits.conditionsOfOne);
    this.#conditions.push({ id, label, ...matchOf(row), ...(of.length > 0 ? { of } : {}) });
    put(this.#texts.conditions, id, { label: row.text('label_translated', limits.label) });
  }
}

const lenses = ['compliance', 'instruction'] as const;
const phaseColumns = ['phase_title', 'short_title', 'purpose', 'stage', 'pinned', 'minutes'] as const;

function matchOf(row: TableRow): Pick<Item, 'match'> {
  const match = row.one('match', ['', 'any', 'all'], '');
  return match === '' ? {} : { match };
}

function put<T extends object>(texts: Record<string, T>, id: string, said: T): void {
  const kept = Object.entries(said).filter(([, text]) => text !== '');
  if (kept.length > 0) texts[id] = Object.fromEntries(kept) as T; // fewer of the same optional fields
}

const filled = <T extends object>(records: Readonly<Record<string, T>>): Record<string, T> => Object.fromEntries(Object.entries(records).filter(([, record]) => Object.keys(record).length > 0));
