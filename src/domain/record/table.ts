/** What a table is: typed columns and rows of cells, for every format that writes one. */

export type TableKind = 'identified' | 'de-identified';
/** Text, a finite number, or nothing. */
export type Cell = string | number | null;

/**
 * What the cells of a column are. Anything but text and numbers may also be text that does
 * not read as its type: a date of a file from elsewhere can be no day of any calendar.
 *
 *   | type    | cell                                                     |
 *   | text    | text                                                     |
 *   | count   | a whole number                                           |
 *   | minute  | minutes since the meeting began, to a tenth; below 0 before |
 *   | minutes, seconds | a length, never below 0                         |
 *   | date    | 'YYYY-MM-DD', a local day                                |
 *   | month   | 'YYYY-MM'                                                |
 *   | moment  | ISO 8601 in universal time                               |
 */
export type ColumnType = 'text' | 'count' | 'minute' | 'minutes' | 'seconds' | 'date' | 'month' | 'moment';

export interface TableColumn {
  readonly name: string;
  readonly means: string;
  readonly type: ColumnType;
  /** The leader's own words, which can be long and say anything. */
  readonly free: boolean;
}

export interface Table {
  /** Also the file's or sheet's name, without an extension. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A column with what it shows of a row. */
export interface Column<Row> {
  readonly name: string;
  readonly means: string;
  readonly value: (row: Row) => Cell;
  /** Text unless said otherwise; `free` is text in the leader's own words. */
  readonly type?: ColumnType | 'free';
  /** Left out of the other kind. */
  readonly only?: TableKind;
}

/** A table of these rows with the columns of this kind. */
export function tableOf<Row>(kind: TableKind, name: string, rows: readonly Row[], columns: readonly Column<Row>[]): Table {
  const shown = columns.filter(({ only }) => !only || only === kind);
  return {
    name,
    columns: shown.map(({ name: head, means, type = 'text' }) => ({ name: head, means, type: type === 'free' ? 'text' : type, free: type === 'free' })),
    rows: rows.map((row) => shown.map(({ value }) => value(row))),
  };
}
