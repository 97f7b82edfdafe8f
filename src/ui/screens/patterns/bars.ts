/** One row of a list of bars. */
export interface BarRow {
  readonly id: string;
  readonly name: string;
  /** Length of the bar; all bars of a list are on one scale. */
  readonly value: number;
  /** Ends of an interval on the same scale; null where none can be told. */
  readonly from?: number | null;
  readonly to?: number | null;
  /** Where the published figure lies; null where there is none. */
  readonly reference?: number | null;
  /** What stands at the end, such as `38%`. */
  readonly figure: string;
  /** All of it in a sentence. */
  readonly says: string;
}
