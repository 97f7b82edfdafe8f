/**
 * Questions that others hang on, as conditions. Such a question is answered in the plan, when
 * it is switched on there, and is no item of the meeting: one that asks yes or no, one that asks
 * several things, a tick box, or one of a list that is no scale to rate on. What hangs on a
 * rating is asked always, and told.
 */
import { isBuiltInCondition } from '#domain/meeting/built-in-condition.ts';
import { idShape, limits, type Language } from '#domain/roadmap/limits.ts';
import type { OwnCondition } from '#domain/roadmap/roadmap.ts';
import { Ids, slug } from '../fitted-text.ts';
import { answersOf, isYesNo, type Choice } from './answers.ts';
import type { FormRow } from './form-table.ts';
import { kindOf } from './question.ts';
import { parseFollowing, parseRelevant, type Relevant } from './relevant.ts';
import type { Told } from './told.ts';

export interface FoundCondition {
  readonly row: number;
  readonly id: string;
  readonly label: string;
  readonly translated: string;
  readonly isOwn: boolean;
}

/** One question that may be conditions, by the values it can have. */
interface Asked {
  readonly row: FormRow;
  readonly choices: readonly Choice[] | null;
  readonly following: Relevant | null;
}

interface Context {
  readonly lists: ReadonlyMap<string, readonly Choice[]>;
  readonly told: Told;
  readonly translation: Language;
}

export class Conditions {
  readonly found: FoundCondition[] = [];
  /** Rows that are conditions and no items. */
  readonly rows = new Set<number>();
  readonly #context: Context;
  readonly #asked = new Map<string, Asked>();
  readonly #ids = new Ids();
  readonly #byTerm = new Map<string, string>();
  readonly #following = new Map<string, { readonly match: 'any' | 'all'; readonly of: readonly string[] }>();

  constructor(rows: readonly FormRow[], context: Context) {
    this.#context = context;
    for (const row of rows) {
      const name = row.get('name');
      const asked = this.#asks(row);
      if (asked && name !== '' && !this.#asked.has(name)) this.#asked.set(name, asked);
    }
    for (const { row } of this.#asked.values()) if (row.get('qc_part') === 'condition') this.#take(row.get('name'), 'yes');
    for (const row of rows) {
      for (const { name, value } of parseRelevant(row.get('relevant'))?.terms ?? []) this.#take(name, value);
    }
  }

  /** The conditions of a `relevant` by their ids; null where one of them is no condition. */
  idsOf({ terms }: Relevant): readonly string[] | null {
    const ids = terms.map(({ name, value }) => this.#byTerm.get(termKey(name, value)) ?? null);
    return ids.some((id) => id === null) ? null : [...new Set(ids.filter((id) => id !== null))];
  }

  /** Those of the roadmap's own. */
  own(): OwnCondition[] {
    return this.found.filter(({ isOwn }) => isOwn).map(({ id, label }) => {
      const following = this.#following.get(id);
      return { id, label, ...(following ? { match: following.match, of: [...following.of] } : {}) };
    });
  }

  #asks(row: FormRow): Asked | null {
    const kind = kindOf(row);
    if (kind?.kind === 'tick') return { row, choices: null, following: null };
    if (kind?.kind === 'calculate') {
      const following = parseFollowing(row.get('calculation'));
      return following ? { row, choices: null, following } : null;
    }
    if (kind?.kind !== 'one' && kind?.kind !== 'several') return null;
    const choices = this.#context.lists.get(kind.list);
    if (!choices) return null;
    const isRating = kind.kind === 'one' && !isYesNo(choices) && answersOf(choices) !== null;
    return isRating ? null : { row, choices, following: null };
  }

  #take(name: string, value: string): void {
    const key = termKey(name, value);
    const asked = this.#asked.get(name);
    if (!asked || this.#byTerm.has(key)) return;
    const choice = asked.choices?.find((one) => one.name === value);
    if (asked.choices && !choice) return;
    const isPlain = asked.choices === null || (isYesNo(asked.choices) && choice !== undefined && answersOf(asked.choices)?.get(choice.name) === 'yes');
    const id = this.#idOf(asked.row, isPlain ? '' : value);
    this.#byTerm.set(key, id);
    this.rows.add(asked.row.number);
    const isOwn = !isBuiltInCondition(id);
    this.found.push({ row: asked.row.number, id, isOwn, ...this.#labelOf(asked.row, isPlain ? null : (choice ?? null)) });
    if (asked.following && isOwn) this.#follow(id, asked.following);
  }

  /** What it follows from is taken first or together with it, so that circles end here and are refused later. */
  #follow(id: string, { match, terms }: Relevant): void {
    for (const { name, value } of terms) this.#take(name, value);
    const of = this.idsOf({ match, terms });
    if (of && of.length > 0) this.#following.set(id, { match, of });
    else this.#context.told.add('survey', this.found.find((one) => one.id === id)?.row ?? 0, 'relevant', id);
  }

  #idOf(row: FormRow, value: string): string {
    const given = row.get('qc_id');
    if (value === '' && idShape.test(given) && !this.#ids.has(given)) return this.#ids.give(given, given);
    const wanted = slug(`${row.get('name')} ${value}`);
    return this.#ids.give(wanted, 'condition');
  }

  #labelOf(row: FormRow, choice: Choice | null): { readonly label: string; readonly translated: string } {
    const { told, translation } = this.#context;
    const base = row.own('label') || row.get('name');
    const label = told.text('survey', row.number, choice ? `${base}: ${choice.label || choice.name}` : base, limits.label);
    const translated = choice ? '' : told.text('survey', row.number, row.in('label', translation), limits.label);
    return { label: label === '' ? row.get('name').slice(0, limits.label) : label, translated };
  }
}

const termKey = (name: string, value: string): string => `${name}\n${value}`;
