/** The kinds of differences between two versions of a roadmap; `diff-versions.ts` finds them. */
import type { ItemId, PhaseId } from '../ids.ts';
import type { TextPlace } from './draft-texts.ts';
import type { Language } from './limits.ts';

/** Where an item stands: its phase, and the number that it has where everything is asked. */
export interface ItemPlace {
  readonly phase: PhaseId;
  readonly phaseTitle: string;
  readonly number: string;
}

/** An item by its id and its words. */
export interface NamedItem {
  readonly item: ItemId;
  readonly label: string;
}

/** A field with both of its values; undefined where it had or has none. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export type RoadmapChange =
  /** Title or language of the roadmap. */
  | ({ readonly type: 'roadmap-changed' } & FieldChange)
  | ({ readonly type: 'district-changed' } & FieldChange)
  | { readonly type: 'condition-added'; readonly condition: string; readonly label: string }
  | { readonly type: 'condition-removed'; readonly condition: string; readonly label: string }
  | ({ readonly type: 'condition-changed'; readonly condition: string; readonly label: string } & FieldChange)
  /** `to` and `from` count from 1 over all phases. */
  | { readonly type: 'phase-added'; readonly phase: PhaseId; readonly title: string; readonly to: number }
  | { readonly type: 'phase-retired'; readonly phase: PhaseId; readonly title: string; readonly from: number }
  | { readonly type: 'phase-renamed'; readonly phase: PhaseId; readonly before: string; readonly after: string }
  | { readonly type: 'phase-moved'; readonly phase: PhaseId; readonly title: string; readonly from: number; readonly to: number }
  | ({ readonly type: 'phase-changed'; readonly phase: PhaseId; readonly title: string } & FieldChange)
  | ({ readonly type: 'item-added'; readonly to: ItemPlace } & NamedItem)
  | ({ readonly type: 'item-retired'; readonly from: ItemPlace } & NamedItem)
  | { readonly type: 'item-renamed'; readonly item: ItemId; readonly before: string; readonly after: string; readonly at: ItemPlace }
  | ({ readonly type: 'item-moved'; readonly from: ItemPlace; readonly to: ItemPlace } & NamedItem)
  | ({ readonly type: 'item-changed'; readonly at: ItemPlace } & NamedItem & FieldChange)
  /** One item of before went on as several. */
  | ({ readonly type: 'item-split'; readonly from: ItemPlace; readonly parts: readonly NamedItem[] } & NamedItem)
  /** Several items of before went on as one. */
  | ({ readonly type: 'items-merged'; readonly to: ItemPlace; readonly merged: readonly NamedItem[] } & NamedItem)
  /** One item of before went on under another id. */
  | ({ readonly type: 'item-continued'; readonly to: ItemPlace; readonly before: NamedItem } & NamedItem)
  | { readonly type: 'translation-added' | 'translation-removed' | 'translation-changed'; readonly language: Language; readonly at: TextPlace; readonly before: string | undefined; readonly after: string | undefined };
