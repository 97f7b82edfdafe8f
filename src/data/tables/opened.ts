import type { DamagedRow } from '../store.ts';
import { err, type Result } from '#domain/result.ts';
import type { Place } from '#seal/row.ts';

/** Rows that opened, and those that did not. */
export interface Opened<T> {
  readonly values: readonly T[];
  readonly damaged: readonly DamagedRow[];
}

/** A row that opened but does not hold what its table is for. */
export const misfit = ({ table, key }: Place): Result<never, DamagedRow> => err({ type: 'DamagedRow', table, key });

/** Opens rows side by side, keeping their order; a damaged one does not hold up the others. */
export async function openAll<Row, T>(
  rows: readonly Row[], open: (row: Row) => Promise<Result<T, DamagedRow>>,
): Promise<Opened<T>> {
  const values: T[] = [];
  const damaged: DamagedRow[] = [];
  for (const opened of await Promise.all(rows.map(open))) {
    if (opened.ok) values.push(opened.value);
    else damaged.push(opened.error);
  }
  return { values, damaged };
}
