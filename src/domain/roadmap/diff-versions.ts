/**
 * What changed from one version of a roadmap to another, in the order of the roadmap: the
 * whole, its conditions, then phase by phase with what left each of them, then texts in other
 * languages. Items and phases are the same by their ids.
 */
import { askedPhases } from './asked-items.ts';
import type { FieldChange, ItemPlace, NamedItem, RoadmapChange } from './change-of-roadmap.ts';
import { translationChanges } from './diff-translations.ts';
import { fixedPlaces } from './fixed-places.ts';
import type { Item, Phase, Roadmap } from './roadmap.ts';

export type { FieldChange, ItemPlace, NamedItem, RoadmapChange };

const phaseFields = ['shortTitle', 'purpose', 'minutes', 'stage', 'pinned'] as const;
const itemFields = [
  'lookFor', 'citation', 'coachingMove', 'kind', 'lens', 'legalForce', 'appliesWhen', 'match', 'core', 'allowPartly', 'chainLink',
  'patterns', 'evidence',
] as const;

/** The differences; none between a version and itself. Version, day and origin are not told: whoever shows it names both. */
export function differences(from: Roadmap, to: Roadmap): RoadmapChange[] {
  const sides: Sides = { from, to, fromPlaces: placesOf(from), toPlaces: placesOf(to) };
  return [
    ...fieldChanges(from, to, ['title', 'language']).map((change): RoadmapChange => ({ type: 'roadmap-changed', ...change })),
    ...districtChanges(from, to),
    ...conditionChanges(from, to),
    ...phaseChanges(sides),
    ...translationChanges(from, to),
  ];
}

interface Sides {
  readonly from: Roadmap;
  readonly to: Roadmap;
  readonly fromPlaces: ReadonlyMap<string, ItemPlace>;
  readonly toPlaces: ReadonlyMap<string, ItemPlace>;
}

/** Where every item stands with all of them asked, as the editor numbers them. */
function placesOf(roadmap: Roadmap): ReadonlyMap<string, ItemPlace> {
  const all = new Set(roadmap.items.flatMap(({ appliesWhen }) => appliesWhen));
  return new Map(askedPhases(roadmap, all).flatMap(({ phase, items }) =>
    items.map(({ item, number }) => [item.id, { phase: phase.id, phaseTitle: phase.title, number }] as const)));
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Any is what is meant where nothing is said, and English. */
const meant: Readonly<Record<string, unknown>> = { match: 'any', language: 'en' };

function fieldChanges<T extends object>(before: T, after: T, fields: readonly (keyof T & string)[]): FieldChange[] {
  return fields.flatMap((field) => {
    const [was, is] = [before[field] ?? meant[field], after[field] ?? meant[field]];
    return same(was, is) ? [] : [{ field, before: was, after: is }];
  });
}

function districtChanges({ district: before = {} }: Roadmap, { district: after = {} }: Roadmap): RoadmapChange[] {
  const limits = [...new Set([...Object.keys(before.timeLimits ?? {}), ...Object.keys(after.timeLimits ?? {})])];
  return [
    ...fieldChanges(before, after, ['purpose', 'codePattern', 'retentionMonths']),
    ...limits.flatMap((name): FieldChange[] => {
      const [was, is] = [before.timeLimits?.[name], after.timeLimits?.[name]];
      return same(was, is) ? [] : [{ field: `timeLimits.${name}`, before: was, after: is }];
    }),
  ].map((change) => ({ type: 'district-changed', ...change }));
}

function conditionChanges({ conditions: before = [] }: Roadmap, { conditions: after = [] }: Roadmap): RoadmapChange[] {
  const was = new Map(before.map((condition) => [condition.id, condition]));
  const is = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((condition): RoadmapChange[] => {
      const { id, label } = condition;
      const old = was.get(id);
      if (!old) return [{ type: 'condition-added', condition: id, label }];
      return fieldChanges(old, condition, ['label', 'match', 'of']).map((change) => ({ type: 'condition-changed', condition: id, label, ...change }));
    }),
    ...before.filter(({ id }) => !is.has(id)).map(({ id, label }): RoadmapChange => ({ type: 'condition-removed', condition: id, label })),
  ];
}

function phaseChanges(sides: Sides): RoadmapChange[] {
  const { from, to } = sides;
  const fromAt = new Map(from.phases.map(({ id }, at) => [id, at]));
  const toIds = new Set(to.phases.map(({ id }) => id));
  const fixed = fixedPlaces(to.phases.flatMap(({ id }) => fromAt.get(id) ?? []));
  const oldItems = grouped(from);
  const newItems = grouped(to);
  const itemsOf = itemChangesOf(sides);
  const present = to.phases.flatMap((phase, at): RoadmapChange[] => {
    const { id, title } = phase;
    const was = fromAt.get(id);
    const old = was === undefined ? undefined : from.phases[was];
    const items = itemsOf(newItems.get(id) ?? [], oldItems.get(id) ?? []);
    if (was === undefined || !old) return [{ type: 'phase-added', phase: id, title, to: at + 1 }, ...items];
    return [
      ...(fixed.has(was) ? [] : [{ type: 'phase-moved', phase: id, title, from: was + 1, to: at + 1 } as const]),
      ...changesOfPhase(old, phase),
      ...items,
    ];
  });
  const gone = from.phases.flatMap(({ id, title }, at): RoadmapChange[] =>
    toIds.has(id) ? [] : [{ type: 'phase-retired', phase: id, title, from: at + 1 }, ...itemsOf([], oldItems.get(id) ?? [])]);
  return [...present, ...gone];
}

function changesOfPhase(old: Phase, phase: Phase): RoadmapChange[] {
  const renamed: RoadmapChange[] = old.title === phase.title ? [] : [{ type: 'phase-renamed', phase: phase.id, before: old.title, after: phase.title }];
  return [...renamed, ...fieldChanges(old, phase, phaseFields).map((change): RoadmapChange => ({ type: 'phase-changed', phase: phase.id, title: phase.title, ...change }))];
}

function grouped({ phases, items }: Roadmap): ReadonlyMap<string, readonly Item[]> {
  const byPhase = new Map(phases.map(({ id }) => [id, new Array<Item>()]));
  for (const item of items) byPhase.get(item.phase)?.push(item);
  return byPhase;
}

/** The changes of one phase: its items of now, in order, and those of before that are not anywhere any more. */
function itemChangesOf({ from, to, fromPlaces, toPlaces }: Sides): (now: readonly Item[], then: readonly Item[]) => RoadmapChange[] {
  const old = new Map(from.items.map((item) => [item.id, item]));
  const here = new Set(to.items.map(({ id }) => id));
  const kin = kinOf(from, to);
  return (now, then) => {
    const orderThen = new Map(then.map(({ id }, at) => [id, at]));
    const fixed = fixedPlaces(now.flatMap(({ id }) => orderThen.get(id) ?? []));
    return [
      ...now.flatMap((item): RoadmapChange[] => {
        const was = old.get(item.id);
        const at = toPlaces.get(item.id);
        if (!at) return [];
        if (!was) return added(item, at, kin);
        const wasAt = fromPlaces.get(item.id);
        const order = orderThen.get(item.id);
        const moved = wasAt && (order === undefined || !fixed.has(order));
        return [...(moved ? [{ type: 'item-moved', item: item.id, label: item.label, from: wasAt, to: at } as const] : []), ...changesOfItem(was, item, at)];
      }),
      ...then.flatMap((item): RoadmapChange[] => {
        const at = fromPlaces.get(item.id);
        return at && !here.has(item.id) ? gone(item, at, kin) : [];
      }),
    ];
  };
}

interface Kin {
  /** By the id of a new item: those of before that it continues. */
  readonly before: ReadonlyMap<string, readonly NamedItem[]>;
  /** By the id of an item of before that is not there any more: those that continue it. */
  readonly after: ReadonlyMap<string, readonly NamedItem[]>;
}

const named = ({ id, label }: Item): NamedItem => ({ item: id, label });

function kinOf(from: Roadmap, to: Roadmap): Kin {
  const here = new Set(to.items.map(({ id }) => id));
  const old = new Map(from.items.filter(({ id }) => !here.has(id)).map((item) => [item.id, item]));
  const known = new Set(from.items.map(({ id }) => id));
  const before = new Map<string, NamedItem[]>();
  const after = new Map<string, NamedItem[]>();
  for (const item of to.items) {
    if (known.has(item.id)) continue;
    for (const id of item.continues ?? []) {
      const was = old.get(id);
      if (!was) continue;
      before.set(item.id, [...(before.get(item.id) ?? []), named(was)]);
      after.set(id, [...(after.get(id) ?? []), named(item)]);
    }
  }
  return { before, after };
}

/** A part of a split item is told where the item is gone, with the other parts. */
function added(item: Item, at: ItemPlace, { before, after }: Kin): RoadmapChange[] {
  const origins = before.get(item.id) ?? [];
  const [first] = origins;
  if (!first) return [{ type: 'item-added', ...named(item), to: at }];
  if (origins.length > 1) return [{ type: 'items-merged', ...named(item), to: at, merged: origins }];
  return (after.get(first.item)?.length ?? 0) > 1 ? [] : [{ type: 'item-continued', ...named(item), to: at, before: first }];
}

function gone(item: Item, at: ItemPlace, { after }: Kin): RoadmapChange[] {
  const parts = after.get(item.id) ?? [];
  if (parts.length === 0) return [{ type: 'item-retired', ...named(item), from: at }];
  return parts.length > 1 ? [{ type: 'item-split', ...named(item), from: at, parts }] : [];
}

function changesOfItem(was: Item, item: Item, at: ItemPlace): RoadmapChange[] {
  const renamed: RoadmapChange[] = was.label === item.label ? [] : [{ type: 'item-renamed', item: item.id, before: was.label, after: item.label, at }];
  return [...renamed, ...fieldChanges(was, item, itemFields).map((change): RoadmapChange => ({ type: 'item-changed', ...named(item), at, ...change }))];
}
