/**
 * What a draft still needs before it can be published, each at its place, and what is worth
 * another look. Cheap enough for each keystroke: the whole for a list, one item for its form.
 */
import { isBuiltInCondition } from '../meeting/built-in-condition.ts';
import type { RoadmapDraft } from './draft.ts';
import { districtFaults, translationFaults } from './draft-text-faults.ts';
import { look, must, textFaults, type DraftFault, type FaultPlace, type FaultReason } from './fault.ts';
import { limits } from './limits.ts';
import { cycleOf } from './asked-conditions.ts';
import type { Item, OwnCondition, Phase, Roadmap } from './roadmap.ts';

export type { DraftFault, FaultPlace, FaultReason };

/** What the faults of one item are measured against; made once for many of them. */
export interface FaultContext {
  readonly phases: ReadonlySet<string>;
  /** Ids of the roadmap's own conditions. */
  readonly conditions: ReadonlySet<string>;
}

/** The context of a roadmap as it stands. */
export const faultContext = ({ phases, conditions = [] }: Roadmap): FaultContext =>
  ({ phases: new Set(phases.map(({ id }) => id)), conditions: new Set(conditions.map(({ id }) => id)) });

/** All of a draft, in its order: the roadmap, its conditions, then each phase with its items. */
export function faultsOf({ roadmap }: RoadmapDraft): DraftFault[] {
  const context = faultContext(roadmap);
  const byPhase = new Map(roadmap.phases.map(({ id }) => [id, new Array<Item>()]));
  for (const item of roadmap.items) byPhase.get(item.phase)?.push(item);
  const lost = roadmap.items.filter(({ phase }) => !context.phases.has(phase));
  return [
    ...faultsOfWhole(roadmap),
    ...(roadmap.conditions ?? []).flatMap((condition) => faultsOfCondition(condition, context)),
    ...cycleFaults(roadmap),
    ...roadmap.phases.flatMap((phase) => [
      ...faultsOfPhase(phase),
      ...(byPhase.get(phase.id) ?? []).flatMap((item) => faultsOfItem(item, context)),
    ]),
    ...lost.flatMap((item) => faultsOfItem(item, context)),
    ...translationFaults(roadmap),
  ];
}

function faultsOfWhole(roadmap: Roadmap): DraftFault[] {
  const at = (field: string): FaultPlace => ({ kind: 'roadmap', id: roadmap.id, field });
  const many = (field: string, { length }: readonly unknown[], most: number): DraftFault[] =>
    length > most ? [must(at(field), { type: 'too-many', count: length, most })] : [];
  const { phases, items, conditions = [], retired = [] } = roadmap;
  return [
    ...textFaults(at('title'), roadmap.title, limits.title, true),
    ...(phases.length === 0 ? [must(at('phases'), { type: 'no-phases' })] : many('phases', phases, limits.phases)),
    ...(items.length === 0 ? [must(at('items'), { type: 'no-items' })] : many('items', items, limits.items)),
    ...many('conditions', conditions, limits.conditions),
    ...many('retired', retired, limits.retired),
    ...districtFaults(roadmap),
  ];
}

/** Of one phase, without its items. */
export function faultsOfPhase({ id, title, shortTitle = '', purpose, minutes }: Phase): DraftFault[] {
  const at = (field: string): FaultPlace => ({ kind: 'phase', id, field });
  const badMinutes = minutes !== undefined && !(minutes >= 0 && minutes <= limits.minutes);
  return [
    ...textFaults(at('title'), title, limits.phaseTitle, true),
    ...textFaults(at('shortTitle'), shortTitle, limits.shortTitle),
    ...textFaults(at('purpose'), purpose, limits.text),
    ...(badMinutes ? [must(at('minutes'), { type: 'bad-minutes', most: limits.minutes })] : []),
  ];
}

/** Of one item. */
export function faultsOfItem(item: Item, context: FaultContext): DraftFault[] {
  const at = (field: string): FaultPlace => ({ kind: 'item', id: item.id, field });
  const many = (field: string, count: number, most: number): DraftFault[] => (count > most ? [must(at(field), { type: 'too-many', count, most })] : []);
  const { lens, legalForce, allowPartly, continues = [] } = item;
  return [
    ...(context.phases.has(item.phase) ? [] : [must(at('phase'), { type: 'no-phase' })]),
    ...textFaults(at('label'), item.label, limits.label, true),
    ...(['lookFor', 'citation', 'coachingMove'] as const).flatMap((field) => textFaults(at(field), item[field], limits.text)),
    ...unknownConditions(at('appliesWhen'), item.appliesWhen, context),
    ...many('appliesWhen', item.appliesWhen.length, limits.conditionsOfOne),
    ...many('patterns', item.patterns.length, limits.patterns),
    ...many('continues', continues.length, limits.continues),
    ...(lens.length === 0 ? [must(at('lens'), { type: 'no-lens' })] : []),
    ...(allowPartly && legalForce === 'must-happen' && lens.length > 0 && lens.every((one) => one === 'compliance')
      ? [look(at('allowPartly'), { type: 'partly-must-happen' })] : []),
  ];
}

/** Of one condition; circles are told for all together. */
export function faultsOfCondition({ id, label, of }: OwnCondition, context: FaultContext): DraftFault[] {
  const at = (field: string): FaultPlace => ({ kind: 'condition', id, field });
  return [
    ...textFaults(at('label'), label, limits.label, true),
    ...(of?.length === 0 ? [must(at('of'), { type: 'empty' })] : []),
    ...unknownConditions(at('of'), of ?? [], context),
    ...((of?.length ?? 0) > limits.conditionsOfOne ? [must(at('of'), { type: 'too-many', count: of?.length ?? 0, most: limits.conditionsOfOne })] : []),
  ];
}

const unknownConditions = (at: FaultPlace, ids: readonly string[], { conditions }: FaultContext): DraftFault[] =>
  ids.filter((id) => !conditions.has(id) && !isBuiltInCondition(id)).map((condition) => must(at, { type: 'unknown-condition', condition }));

function cycleFaults({ conditions = [] }: Roadmap): DraftFault[] {
  const circle = cycleOf(conditions);
  const [first] = circle;
  if (first === undefined) return [];
  const labels = circle.flatMap((id) => conditions.find((condition) => condition.id === id)?.label ?? []);
  return [must({ kind: 'condition', id: first, field: 'of' }, { type: 'condition-cycle', labels })];
}
