/** Columns of our own (`qc_...`), for what an XLSForm has no place for. Other tools leave them alone. */
import { chainLinks } from '#domain/entry.ts';
import type { FormColumn } from '#domain/roadmap/exchange-columns.ts';
import { idShape, limits } from '#domain/roadmap/limits.ts';
import { itemKinds, legalForces, stages, type Item, type Phase } from '#domain/roadmap/roadmap.ts';
import type { FormRow } from './form-table.ts';
import type { Told } from './told.ts';

const lenses = ['compliance', 'instruction'] as const;

/** Reads the own columns of a row; what is not one of its values is told and left. */
export class OwnFields {
  readonly #row: FormRow;
  readonly #told: Told;

  constructor(row: FormRow, told: Told) {
    this.#row = row;
    this.#told = told;
  }

  id(): string {
    const id = this.#row.get('qc_id');
    if (id === '' || idShape.test(id)) return id;
    this.#leave('qc_id');
    return '';
  }

  stage(): Phase['stage'] {
    return this.#one('qc_stage', stages, 'during');
  }

  minutes(): { readonly minutes?: number } {
    const text = this.#row.get('qc_minutes');
    if (text === '') return {};
    const minutes = Number(text);
    if (/^\d+(?:\.\d+)?$/u.test(text) && minutes <= limits.minutes) return { minutes };
    this.#leave('qc_minutes');
    return {};
  }

  isOn(column: 'qc_pinned' | 'qc_core'): boolean {
    return this.#one(column, ['yes', 'no'], 'no') === 'yes';
  }

  text(column: FormColumn, most: number): string {
    return this.#told.text('survey', this.#row.number, this.#row.get(column), most);
  }

  ofItem(): Pick<Item, 'kind' | 'lens' | 'legalForce' | 'citation' | 'coachingMove' | 'core' | 'chainLink' | 'evidence' | 'patterns'> & Pick<Partial<Item>, 'continues'> {
    const found = this.#ids('qc_lens', lenses.length, (lens) => lenses.some((known) => known === lens));
    const lens = lenses.filter((known) => found.includes(known));
    const continues = this.#ids('qc_continues', limits.continues);
    return {
      kind: this.#one('qc_kind', itemKinds, 'quality'),
      lens: lens.length === 0 ? ['instruction'] : [...lens],
      legalForce: this.#one('qc_law', legalForces, 'none'),
      citation: this.text('qc_citation', limits.text),
      coachingMove: this.text('qc_coaching_move', limits.text),
      core: this.isOn('qc_core'),
      chainLink: this.#one('qc_chain_link', chainLinks, ''),
      evidence: this.#one('qc_evidence', ['document', 'seen-or-heard'], 'seen-or-heard'),
      patterns: this.#ids('qc_patterns', limits.patterns),
      ...(continues.length > 0 ? { continues } : {}),
    };
  }

  #one<V extends string, E extends string>(column: FormColumn, known: readonly V[], otherwise: E): V | E {
    const text = this.#row.get(column);
    if (text === '') return otherwise;
    const found = known.find((value) => value === text);
    if (found === undefined) this.#leave(column);
    return found ?? otherwise;
  }

  #ids(column: FormColumn, most: number, isKnown = (id: string): boolean => idShape.test(id)): string[] {
    const ids = this.#row.get(column).split(/\s+/u).filter((id) => id !== '');
    const known = ids.filter(isKnown).slice(0, most);
    if (known.length < ids.length) this.#leave(column);
    return known;
  }

  #leave(column: string): void {
    this.#told.add('survey', this.#row.number, 'column', column);
  }
}
