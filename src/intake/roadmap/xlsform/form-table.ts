/** A sheet of an XLSForm as rows by column, with the names that columns have in other versions of the standard. */
import { languages, type Language } from '#domain/roadmap/limits.ts';
import type { SheetRow } from '../../xlsx/sheet.ts';

export interface Column {
  readonly at: number;
  /** In lower case with `_` for blanks, under its present name: `label`, `qc_kind`. */
  readonly name: string;
  /** As the sheet has it. */
  readonly head: string;
  /** What stands after `::`; empty where nothing does. */
  readonly language: string;
}

const aliases: Readonly<Record<string, string>> = {
  caption: 'label', relevance: 'relevant', 'bind::relevant': 'relevant', 'bind:relevant': 'relevant', 'list name': 'list_name', 'bind::calculate': 'calculation', calculate: 'calculation',
  'bind::constraint': 'constraint', 'bind::required': 'required', 'jr:count': 'repeat_count', 'set_name': 'name', 'command': 'type', 'value': 'name',
  title: 'form_title', set_form_title: 'form_title', set_form_id: 'form_id', id_string: 'form_id',
};

/** Columns that are written once for each language. */
const translated = new Set(['label', 'hint', 'guidance_hint', 'constraint_message', 'required_message', 'image', 'audio', 'video', 'media']);

function columnOf(head: string, at: number): Column {
  const whole = head.trim();
  const lower = whole.toLowerCase();
  const named = aliases[lower] ?? aliases[lower.replaceAll(' ', '_')];
  if (named !== undefined) return { at, name: named, head: whole, language: '' };
  const [first = '', ...rest] = whole.split(/\s*::?\s*/u);
  const name = first.trim().toLowerCase().replaceAll(/\s+/gu, '_');
  const language = rest.join('::');
  if (translated.has(name) && name !== 'media') return { at, name: aliases[name] ?? name, head: whole, language };
  return { at, name: rest.length === 0 ? (aliases[name] ?? name) : lower.replaceAll(' ', '_'), head: whole, language: '' };
}

/** The code of a language that roadmaps have, from `Español (es)`, `Spanish` or `es`. */
export function languageOf(words: string): Language | null {
  const code = (/\(([a-z]{2})(?:-[a-z]+)?\)\s*$/iu.exec(words)?.[1] ?? words).trim().toLowerCase();
  const known = languages.find((language) => language === code);
  if (known) return known;
  if (/espa[nñ]ol|spanish/iu.test(words)) return 'es';
  return /english|ingl[eé]s/iu.test(words) ? 'en' : null;
}

export class FormRow {
  readonly number: number;
  readonly #cells: SheetRow['cells'];
  readonly #table: FormTable;

  constructor(row: SheetRow, table: FormTable) {
    this.number = row.number;
    this.#cells = row.cells;
    this.#table = table;
  }

  /** The text of a column as it stands, without blanks around it; empty where there is none. */
  get(name: string): string {
    const column = this.#table.column(name, '');
    return column ? this.#at(column) : '';
  }

  /** The text of a column in the form's own language. */
  own(name: string): string {
    return this.#of(name, this.#table.column(name, '') ? '' : this.#table.ownLanguage);
  }

  /** The text of a column in this language; empty where it is the form's own and stands without a name. */
  in(name: string, language: Language): string {
    const column = this.#table.columns.find((one) => one.name === name && one.language !== '' && languageOf(one.language) === language);
    return column ? this.#at(column) : '';
  }

  /** Columns with something in them, but for these. */
  others(known: ReadonlySet<string>): readonly Column[] {
    return this.#table.columns.filter((column) => !known.has(column.name) && this.#at(column) !== '');
  }

  #of(name: string, language: string): string {
    const column = this.#table.column(name, language);
    return column ? this.#at(column) : '';
  }

  #at({ at }: Column): string {
    return this.#cells.get(at)?.trim() ?? '';
  }
}

export class FormTable {
  readonly columns: readonly Column[];
  readonly rows: readonly FormRow[];
  /** The language, as columns name it, whose texts are the form's own where they stand under no bare `label`. */
  readonly ownLanguage: string;

  /** `wished` is the form's default language, as its settings name it. */
  constructor(rows: readonly SheetRow[], wished: string) {
    const [head, ...others] = rows;
    this.columns = [...(head?.cells ?? [])].map(([at, text]) => columnOf(text, at));
    const named = [...new Set(this.columns.filter(({ name, language }) => name === 'label' && language !== '').map(({ language }) => language))];
    const isWished = (language: string): boolean => language === wished || (wished !== '' && languageOf(wished) !== null && languageOf(language) === languageOf(wished));
    this.ownLanguage = named.find(isWished) ?? named.find((language) => languageOf(language) === 'en') ?? named[0] ?? '';
    this.rows = others.map((row) => new FormRow(row, this));
  }

  column(name: string, language: string): Column | undefined {
    return this.columns.find((column) => column.name === name && column.language === language);
  }
}
