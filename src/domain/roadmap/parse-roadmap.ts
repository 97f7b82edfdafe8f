/** Reads a roadmap from outside: bounded, whole, and nothing in it that names what is not there. */
import { isBuiltInCondition } from '../meeting/built-in-condition.ts';
import type { ItemId, PhaseId } from '../ids.ts';
import { err, ok, type Result } from '../result.ts';
import { cycleOf } from './asked-conditions.ts';
import { forbiddenSign, roadmapSchema } from './roadmap-schema.ts';
import type { Phase, Roadmap } from './roadmap.ts';

/** The template does not hold together; `at` names the place, such as `items.12.label`. */
export interface NotARoadmap {
  readonly type: 'NotARoadmap';
  readonly at: string;
  readonly why:
    | 'shape' | 'duplicate-id' | 'unknown-phase' | 'stage-differs'
    /** A control character, or a mark that turns the direction of the text. */
    | 'forbidden-sign'
    /** A condition of the roadmap's own has the id of one that the app has. */
    | 'built-in-condition'
    /** A condition follows from one that is not there. */
    | 'unknown-condition'
    /** A condition follows from itself, over others perhaps. */
    | 'condition-cycle'
    /** An item has the id of one that was retired. */
    | 'retired-id';
}

type Broken = Pick<NotARoadmap, 'at' | 'why'> | null;

/** Reads a roadmap from unknown input; refuses it whole, naming the place. */
export function parseRoadmap(input: unknown): Result<Roadmap, NotARoadmap> {
  const parsed = roadmapSchema.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return err({ type: 'NotARoadmap', at: issue?.path.join('.') ?? '', why: issue?.message === forbiddenSign ? 'forbidden-sign' : 'shape' });
  }
  const roadmap = parsed.data;
  const broken = brokenPlace(roadmap) ?? brokenCondition(roadmap) ?? brokenRetirement(roadmap);
  return broken ? err({ type: 'NotARoadmap', ...broken }) : ok(roadmap);
}

function brokenPlace(roadmap: Roadmap): Broken {
  const phases = new Map<PhaseId, Phase>();
  for (const [at, phase] of roadmap.phases.entries()) {
    if (phases.has(phase.id)) return { at: `phases.${String(at)}.id`, why: 'duplicate-id' };
    phases.set(phase.id, phase);
  }
  const seen = new Set<ItemId>();
  for (const [at, item] of roadmap.items.entries()) {
    const phase = phases.get(item.phase);
    if (seen.has(item.id)) return { at: `items.${String(at)}.id`, why: 'duplicate-id' };
    if (!phase) return { at: `items.${String(at)}.phase`, why: 'unknown-phase' };
    if (phase.stage !== item.stage) return { at: `items.${String(at)}.stage`, why: 'stage-differs' };
    seen.add(item.id);
  }
  return null;
}

/** What items ask for is left as it is: a condition that nobody knows asks nothing. */
function brokenCondition({ conditions = [] }: Roadmap): Broken {
  const own = new Set<string>();
  for (const [at, { id }] of conditions.entries()) {
    if (isBuiltInCondition(id)) return { at: `conditions.${String(at)}.id`, why: 'built-in-condition' };
    if (own.has(id)) return { at: `conditions.${String(at)}.id`, why: 'duplicate-id' };
    own.add(id);
  }
  for (const [at, { of = [] }] of conditions.entries()) {
    const unknown = of.findIndex((id) => !own.has(id) && !isBuiltInCondition(id));
    if (unknown !== -1) return { at: `conditions.${String(at)}.of.${String(unknown)}`, why: 'unknown-condition' };
  }
  const [first] = cycleOf(conditions);
  if (first === undefined) return null;
  return { at: `conditions.${String(conditions.findIndex(({ id }) => id === first))}.of`, why: 'condition-cycle' };
}

function brokenRetirement({ items, retired = [] }: Roadmap): Broken {
  const gone = new Set<ItemId>();
  for (const [at, { id }] of retired.entries()) {
    if (gone.has(id)) return { at: `retired.${String(at)}.id`, why: 'duplicate-id' };
    gone.add(id);
  }
  const again = gone.size === 0 ? -1 : items.findIndex(({ id }) => gone.has(id));
  return again === -1 ? null : { at: `items.${String(again)}.id`, why: 'retired-id' };
}
