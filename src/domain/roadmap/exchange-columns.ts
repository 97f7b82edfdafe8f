/** Columns by which roadmaps go to other tools and come back, in the order in which they are written. */
import { languages, type Language } from './limits.ts';
import type { Roadmap, Translation } from './roadmap.ts';

/** Of the table (CSV): a row for each item with its phase, for each phase without one, and for each condition. */
export const tableColumns = [
  'row', 'roadmap', 'version', 'title', 'title_translated', 'language',
  'phase', 'phase_title', 'phase_title_translated', 'short_title', 'short_title_translated', 'purpose', 'purpose_translated', 'stage', 'pinned', 'minutes',
  'item', 'label', 'label_translated', 'look_for', 'look_for_translated', 'coaching_move', 'coaching_move_translated',
  'kind', 'lens', 'law', 'citation', 'evidence', 'answers', 'core', 'chain_link', 'applies_when', 'match', 'patterns', 'continues',
] as const;
export type TableColumn = (typeof tableColumns)[number];

/** What a row of the table is about. */
export const tableRows = ['item', 'phase', 'condition'] as const;

/** Of a form's survey (XLSForm), beside those of the standard: what it has no place for. Other tools leave them alone. */
export const formColumns = [
  'qc_part', 'qc_id', 'qc_stage', 'qc_pinned', 'qc_minutes', 'qc_short_title', 'qc_short_title_translated', 'qc_kind', 'qc_lens', 'qc_law', 'qc_citation',
  'qc_coaching_move', 'qc_coaching_move_translated', 'qc_core', 'qc_chain_link', 'qc_evidence', 'qc_patterns', 'qc_continues',
] as const;
export type FormColumn = (typeof formColumns)[number];

/**
 * In the texts of a form `${name}` stands for the answer to a question. A text of a roadmap
 * that happens to look so gets a word joiner (U+2060) in between, which is taken out again.
 */
export const withoutReferences = (text: string): string => text.replaceAll('${', '$\u2060{');

/** What {@link withoutReferences} was given. */
export const withReferences = (text: string): string => text.replaceAll('$\u2060{', '${');

/** The one language that is not the roadmap's own. */
export const otherLanguage = (language: Language): Language => languages.find((other) => other !== language) ?? 'en';

/** The texts of a roadmap in the language that is not its own, and which that is. */
export function translationOf({ language = 'en', translations }: Pick<Roadmap, 'language' | 'translations'>): { readonly own: Language; readonly other: Language; readonly texts: Translation } {
  const other = otherLanguage(language);
  return { own: language, other, texts: translations?.[other] ?? {} };
}

/** What neither table nor form has a place for; each is named once. */
export function leftOutOfTables({ retired = [], district, basedOn, publishedOn, translations, language = 'en' }: Roadmap): readonly ('retired' | 'district' | 'origin' | 'translations')[] {
  return [
    ...(retired.length > 0 ? ['retired' as const] : []),
    ...(district ? ['district' as const] : []),
    ...(basedOn || publishedOn !== undefined ? ['origin' as const] : []),
    ...(translations?.[language] ? ['translations' as const] : []),
  ];
}
