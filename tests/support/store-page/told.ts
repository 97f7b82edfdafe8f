/** What the page tells the test, one message after the other. */
export type Told =
  /** Of the meetings that it was asked for: every change that opens, and how many rows do not. */
  | { readonly what: 'found'; readonly changes: readonly (readonly [act: string, stamp: string])[]; readonly damaged: number }
  /** The store has said that these, made at that moment, are on disk; with the frames that lent it a database. */
  | { readonly what: 'saved'; readonly stamps: readonly string[]; readonly madeAtMs: number; readonly frames: number }
  | { readonly what: 'broken'; readonly why: string };
