/** How something leaves, as the leader has chosen it: form, kind, reason, notes, names, seal. */
import type { ExportForm, PatternForm } from '#app/export/form.ts';
import { alwaysIdentified } from '#app/export/form.ts';
import type { ExportObstacle, ManyObstacle } from '#app/export/obstacle.ts';
import type { Seal } from '#app/export/seal.ts';
import { chosenNotes, noteChoices, type NoteChoice } from '#domain/record/chosen-notes.ts';

export type Chosen = ExportForm | PatternForm | 'summary-print' | 'patterns-print';
export type SealChoice = 'none' | Seal['for'];

export class ExportTerms {
  #form = $state<Chosen>('tables-csv');
  #identified = $state(false);
  #notes = $state.raw<readonly NoteChoice[]>(noteChoices);
  readonly notes: ReadonlySet<NoteChoice> = $derived.by(() => chosenNotes(this.#notes));
  names = $state(false);
  reason = $state('');
  sealFor = $state<SealChoice>('none');
  passphrase = $state('');
  again = $state('');
  shown = $state(false);
  keys = $state('');
  /** What was in the way last; told beside the field it is about. */
  obstacle = $state.raw<ExportObstacle | ManyObstacle | null>(null);

  constructor(form: Chosen) {
    this.#form = form;
  }

  get form(): Chosen {
    return this.#form;
  }
  choose(form: Chosen): void {
    this.#form = form;
    this.obstacle = null;
  }

  /** A record is the meeting itself and always identified. */
  readonly fixed: boolean = $derived.by(() => alwaysIdentified(this.#form));
  readonly identified: boolean = $derived(this.#identified || this.fixed);
  identify(wanted: boolean): void {
    this.#identified = wanted;
    this.obstacle = null;
  }

  includeNotes(choice: NoteChoice, wanted: boolean): void {
    this.#notes = noteChoices.filter((other) => (other === choice ? wanted : this.#notes.includes(other)));
  }

  /** A printed page cannot be sealed. */
  readonly seal: Seal | null = $derived.by(() => {
    if (this.#form === 'summary-print' || this.#form === 'patterns-print' || this.sealFor === 'none') return null;
    return this.sealFor === 'passphrase' ? { for: 'passphrase', passphrase: this.passphrase, again: this.again } : { for: 'recipients', keys: this.keys };
  });

  /** Passphrases are not kept longer than they are needed. */
  forget(): void {
    this.passphrase = '';
    this.again = '';
  }
}
