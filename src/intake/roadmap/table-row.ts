/** One row of a roadmap's table, its cells by column, read as what they must be. */
import { idShape } from '#domain/roadmap/limits.ts';
import type { TableColumn } from '#domain/roadmap/exchange-columns.ts';
import type { ReadRoadmapObstacle } from './preview.ts';

/** Stops reading at the first cell that does not fit; never leaves this folder's `read-csv.ts`. */
export class RowRefused extends Error {
  readonly obstacle: ReadRoadmapObstacle;

  constructor(row: number, column: string) {
    super('a cell does not fit');
    this.obstacle = { type: 'RowRefused', row, column };
  }
}

export class TableRow {
  readonly number: number;
  readonly #cells: ReadonlyMap<string, string>;

  constructor(number: number, cells: ReadonlyMap<string, string>) {
    this.number = number;
    this.#cells = cells;
  }

  /** As it was meant: one leading apostrophe is what keeps a spreadsheet from taking text for a formula. */
  text(column: TableColumn, most = Number.POSITIVE_INFINITY): string {
    const cell = this.#cells.get(column) ?? '';
    const text = cell.startsWith("'") ? cell.slice(1) : cell;
    if (text.length > most) this.refuse(column);
    return text;
  }

  has(column: TableColumn): boolean {
    return this.text(column).trim() !== '';
  }

  one<V extends string>(column: TableColumn, known: readonly V[], otherwise: NoInfer<V>): V {
    const text = this.text(column).trim();
    if (text === '') return otherwise;
    return known.find((value) => value === text) ?? this.refuse(column);
  }

  isOn(column: TableColumn, otherwise = false): boolean {
    return this.one(column, ['yes', 'no'], otherwise ? 'yes' : 'no') === 'yes';
  }

  id(column: TableColumn): string {
    const text = this.text(column).trim();
    return text === '' || idShape.test(text) ? text : this.refuse(column);
  }

  ids(column: TableColumn, most: number): string[] {
    const ids = this.text(column).split(/\s+/u).filter((id) => id !== '');
    return ids.length <= most && ids.every((id) => idShape.test(id)) ? ids : this.refuse(column);
  }

  quantity(column: TableColumn, most: number): number | undefined {
    const text = this.text(column).trim();
    if (text === '') return undefined;
    const value = Number(text);
    return /^\d+(?:\.\d+)?$/u.test(text) && value <= most ? value : this.refuse(column);
  }

  refuse(column: TableColumn): never {
    throw new RowRefused(this.number, column);
  }
}
