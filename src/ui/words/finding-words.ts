/** A finding in plain words, in the language that is spoken. */
import { finding as en, type Labels } from './en/finding.ts';
import { inLanguage } from './language.svelte.ts';

export type { Labels };

/** The labels of these rows' items. */
export const labelsOf = (rows: readonly { readonly item: { readonly id: string; readonly label: string } }[]): Labels =>
  new Map(rows.map(({ item }) => [item.id, item.label]));

export const findingWords = inLanguage('finding', en);
