/** Words of files that are not pages: what goes before tables, calendar entries, all of one code. Given by the screens, in their language. */
import type { TableKind } from '#domain/record/table.ts';

/** What goes before tables. Names of tables and columns and what stands in cells are a format, and the same in every language. */
export interface TablesWords {
  /** What the file is for and not for, where a district words it not otherwise. */
  readonly purposeLine: string;
  readonly title: (meetings: number) => string;
  /** What is in this kind and what is not; `omission` stands where something was left out. */
  readonly kind: (kind: TableKind, omission: string) => readonly string[];
  /** Days or months. */
  readonly held: (from: string, to: string) => string;
  readonly samples: (count: number) => string;
  readonly noDeviceOnly: string;
  /** What tables of many meetings are told more; counts under `least` are left out. */
  readonly ofMany: (kind: TableKind, least: number) => readonly string[];
  readonly csv: { readonly encoding: string; readonly guard: readonly string[]; readonly moments: string };
  readonly workbook: readonly string[];
  readonly notLookedAt: string;
  /** Says that names of tables and columns stay English; empty in English. */
  readonly namesAreData: () => string;
  /** Name of a workbook's first sheet, at most 31 characters without `[]/\:*?`, and its heads. */
  readonly sheet: { readonly name: string; readonly heads: readonly [sheet: string, column: string, meaning: string] };
  /** What a column means, from what the domain says of it in English. */
  readonly means: (english: string) => string;
}

/** What stands in calendar entries beside the leader's own words. */
export interface CalendarWords {
  /** Two letters, ISO 639-1, in capitals. */
  readonly language: string;
  readonly by: (owner: string) => string;
  readonly code: (code: string) => string;
  readonly sample: string;
  readonly sampleStep: (what: string) => string;
  readonly doneStep: (what: string) => string;
  readonly purposeLine: string;
}

/** The read-me of all that is kept of one student code. */
export interface CodeWords {
  readonly lines: (meetings: number, deviceOnly: boolean) => readonly string[];
  /** Above notes that stay on the device, each meeting by its id. */
  readonly meeting: (id: string) => string;
}
