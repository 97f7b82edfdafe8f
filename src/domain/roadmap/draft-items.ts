/** The commands of a draft that are about items. */
import type { ItemId, PhaseId } from '../ids.ts';
import { changed, freeId, withOne } from './draft-lists.ts';
import type { RoadmapDraft } from './draft.ts';
import { limits } from './limits.ts';
import type { Item, Phase, RetiredItem, Roadmap } from './roadmap.ts';

/** What can be said of an item; its phase and stage are moved. */
export type ItemFields = Partial<Pick<Item,
  | 'label' | 'lookFor' | 'citation' | 'coachingMove' | 'kind' | 'lens' | 'appliesWhen' | 'match' | 'continues' | 'core' | 'chainLink'
  | 'patterns' | 'evidence' | 'legalForce' | 'allowPartly'>>;

export type ItemCommand =
  /** `index` counts the items of the phase. */
  | { readonly type: 'add-item'; readonly phase: PhaseId; readonly index: number; readonly change?: ItemFields }
  | { readonly type: 'set-item'; readonly item: ItemId; readonly change: ItemFields }
  /** `index` counts the items of the phase but this one. */
  | { readonly type: 'move-item'; readonly item: ItemId; readonly phase: PhaseId; readonly index: number }
  /** One that was in no version yet is simply gone. */
  | { readonly type: 'retire-item'; readonly item: ItemId }
  /** As it was in the version before; from its label alone where it was retired earlier. Into `phase`, else its own, else the first. */
  | { readonly type: 'bring-back-item'; readonly item: ItemId; readonly phase?: PhaseId }
  /** Items in its place, one for each label, 2 to 10, alike in all else; the item itself is retired. */
  | { readonly type: 'split-item'; readonly item: ItemId; readonly labels: readonly string[] }
  /** One in the place of the first of them, as that is but for the label; all of them are retired. */
  | { readonly type: 'merge-items'; readonly items: readonly ItemId[]; readonly label?: string };

type Of<T extends ItemCommand['type']> = Extract<ItemCommand, { readonly type: T }>;

/** An item of which nothing is said yet. */
const emptyItem = (id: ItemId, { id: phase, stage }: Phase): Item => ({
  id, phase, stage, kind: 'quality', lens: ['instruction'], label: '', lookFor: '', citation: '', coachingMove: '', appliesWhen: [],
  core: false, chainLink: '', patterns: [], evidence: 'seen-or-heard', legalForce: 'none', allowPartly: true,
});

/** The item among the others, as the `index`th of its phase. */
function placed(others: readonly Item[], item: Item, index: number): Item[] {
  let before = Math.max(0, Math.trunc(index) || 0);
  let at = others.length;
  let after = -1;
  for (const [place, { phase }] of others.entries()) {
    if (phase !== item.phase) continue;
    if (before === 0) {
      at = place;
      break;
    }
    before -= 1;
    after = place;
  }
  if (at === others.length && after !== -1) at = after + 1;
  return [...others.slice(0, at), item, ...others.slice(at)];
}

/** An item more; none where the phase is not there. */
export function addItem(draft: RoadmapDraft, { phase: id, index, change = {} }: Of<'add-item'>, newId: string): Roadmap {
  const phase = draft.roadmap.phases.find((known) => known.id === id);
  if (!phase) return draft.roadmap;
  return { ...draft.roadmap, items: placed(draft.roadmap.items, changed(emptyItem(freeId(draft, newId), phase), change), index) };
}

/** An item with other fields. */
export function setItem(roadmap: Roadmap, { item: id, change }: Of<'set-item'>): Roadmap {
  const items = withOne(roadmap.items, id, (item) => changed(item, change));
  return items === roadmap.items ? roadmap : { ...roadmap, items: [...items] };
}

/** An item at another place, of another phase perhaps. */
export function moveItem(roadmap: Roadmap, { item: id, phase: to, index }: Of<'move-item'>): Roadmap {
  const item = roadmap.items.find((known) => known.id === id);
  const phase = roadmap.phases.find((known) => known.id === to);
  if (!item || !phase) return roadmap;
  const there = item.phase === to && item.stage === phase.stage ? item : { ...item, phase: to, stage: phase.stage };
  return { ...roadmap, items: placed(roadmap.items.filter((known) => known !== item), there, index) };
}

/** Without these items. Those of the version before are kept among the retired ones. */
export function withoutItems({ roadmap, base }: RoadmapDraft, gone: ReadonlySet<ItemId>): Roadmap {
  if (gone.size === 0) return roadmap;
  const published = new Map(base?.items.map((item) => [item.id, item]));
  const earlier = new Map(base?.retired?.map((item) => [item.id, item]));
  const retired = roadmap.items.flatMap(({ id }): RetiredItem[] => {
    if (!gone.has(id)) return [];
    const item = published.get(id);
    if (item && base) return [{ id, label: item.label, version: base.version }];
    const before = earlier.get(id); // brought back and now gone again
    return before ? [before] : [];
  });
  const items = roadmap.items.filter(({ id }) => !gone.has(id));
  return retired.length === 0 ? { ...roadmap, items } : { ...roadmap, items, retired: [...(roadmap.retired ?? []), ...retired] };
}

/** Without this item. */
export const retireItem = (draft: RoadmapDraft, id: ItemId): Roadmap =>
  draft.roadmap.items.some((item) => item.id === id) ? withoutItems(draft, new Set([id])) : draft.roadmap;

/** A retired item again, at the end of its phase. */
export function bringBackItem({ roadmap, base }: RoadmapDraft, { item: id, phase: wanted }: Of<'bring-back-item'>): Roadmap {
  const gone = roadmap.retired?.find((item) => item.id === id);
  const before = base?.items.find((item) => item.id === id);
  const phase = roadmap.phases.find((known) => known.id === (wanted ?? before?.phase)) ?? roadmap.phases[0];
  if (!gone || !phase) return roadmap;
  const item: Item = before ? { ...before, phase: phase.id, stage: phase.stage } : { ...emptyItem(id, phase), label: gone.label };
  const retired = roadmap.retired?.filter((other) => other !== gone) ?? [];
  return changed(
    { ...roadmap, items: placed(roadmap.items, item, roadmap.items.length) },
    { retired: retired.length > 0 ? retired : undefined },
  );
}

/** What an item continues, told in ids that a version had: its own, or those that it stands for. */
const origins = ({ base }: RoadmapDraft, { id, continues = [] }: Item): readonly ItemId[] =>
  base?.items.some((item) => item.id === id) ? [id] : continues;

function split(item: Item, id: ItemId, label: string, continues: readonly ItemId[]): Item {
  return changed({ ...item, id, label }, { continues: continues.length > 0 ? [...continues] : undefined });
}

/** Several items in the place of one. */
export function splitItem(draft: RoadmapDraft, { item: id, labels }: Of<'split-item'>, newId: string): Roadmap {
  const item = draft.roadmap.items.find((known) => known.id === id);
  if (!item || labels.length < 2) return draft.roadmap;
  const parts: Item[] = [];
  for (const label of labels.slice(0, limits.parts)) {
    const known = { base: draft.base, roadmap: { ...draft.roadmap, items: [...draft.roadmap.items, ...parts] } };
    parts.push(split(item, freeId(known, newId), label, origins(draft, item)));
  }
  const at = draft.roadmap.items.indexOf(item);
  const rest = withoutItems(draft, new Set([id]));
  return { ...rest, items: [...rest.items.slice(0, at), ...parts, ...rest.items.slice(at)] };
}

/** One item in the place of several. */
export function mergeItems(draft: RoadmapDraft, { items: ids, label }: Of<'merge-items'>, newId: string): Roadmap {
  const known = new Map(draft.roadmap.items.map((item) => [item.id, item]));
  const merged = [...new Set(ids)].flatMap((id) => known.get(id) ?? []);
  const [first] = merged;
  const continues = [...new Set(merged.flatMap((item) => origins(draft, item)))];
  if (!first || merged.length < 2 || continues.length > limits.continues) return draft.roadmap;
  const one = split(first, freeId(draft, newId), label ?? first.label, continues);
  const gone = new Set(merged.map(({ id }) => id));
  const items = draft.roadmap.items.flatMap((item) => (item === first ? [one] : gone.has(item.id) ? [] : [item]));
  return { ...withoutItems(draft, gone), items };
}
