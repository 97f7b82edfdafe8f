/** Reads a roadmap from outside, and the shape of one. */
import { chainLinks } from '../entry.ts';
import type { ItemId, PhaseId } from '../ids.ts';
import { err, ok, type Result } from '../result.ts';
import { z } from '../zod.ts';
import { itemKinds, legalForces, stages, type Phase, type Roadmap } from './roadmap.ts';

/** Ids are keys of plain objects, all of which answer to `constructor`. */
const id = z.string().check(z.regex(/^(?!constructor$)[a-z0-9][a-z0-9-]{0,79}$/));
const short = z.string().check(z.minLength(1), z.maxLength(60));
const text = z.string().check(z.maxLength(400));

const phaseSchema = z.looseObject({
  id, stage: z.enum(stages), title: z.string().check(z.minLength(1), z.maxLength(80)), purpose: text, pinned: z.boolean(),
  /** A title of at most two short words for the portrait rail; the title where there is none. */
  shortTitle: z.optional(z.string().check(z.maxLength(40))),
  /** Minutes planned unless the leader says otherwise. */
  minutes: z.optional(z.number().check(z.gte(0), z.lte(600))),
});

const itemSchema = z.looseObject({
  id, phase: id, stage: z.enum(stages), kind: z.enum(itemKinds),
  lens: z.array(z.enum(['compliance', 'instruction'])).check(z.minLength(1)),
  label: short, lookFor: text, citation: text, coachingMove: text,
  /** Named conditions, any of which asks the item; empty: always asked. */
  appliesWhen: z.array(id),
  core: z.boolean(),
  chainLink: z.enum(['', ...chainLinks]),
  patterns: z.array(id),
  evidence: z.enum(['document', 'seen-or-heard']),
  legalForce: z.enum(legalForces),
  allowPartly: z.boolean(),
});

export const roadmapSchema = z.looseObject({
  id: z._default(id, 'collaborative-iep-team-meetings'),
  version: z.string().check(z.minLength(1), z.maxLength(40)),
  title: z._default(z.string().check(z.maxLength(120)), 'Collaborative IEP Team Meetings Roadmap'),
  phases: z.array(phaseSchema).check(z.minLength(1), z.maxLength(60)),
  items: z.array(itemSchema).check(z.minLength(1), z.maxLength(5_000)),
});

/** The template does not hold together; `at` names the place, such as `items.12.label`. */
export interface NotARoadmap {
  readonly type: 'NotARoadmap';
  readonly at: string;
  readonly why: 'shape' | 'duplicate-id' | 'unknown-phase' | 'stage-differs';
}

/** Reads a roadmap from unknown input; refuses it whole, naming the place. */
export function parseRoadmap(input: unknown): Result<Roadmap, NotARoadmap> {
  const parsed = roadmapSchema.safeParse(input);
  if (!parsed.success) {
    return err({ type: 'NotARoadmap', at: parsed.error.issues[0]?.path.join('.') ?? '', why: 'shape' });
  }
  const roadmap = parsed.data;
  const broken = brokenPlace(roadmap);
  return broken ? err({ type: 'NotARoadmap', ...broken }) : ok(roadmap);
}

function brokenPlace(roadmap: Roadmap): { at: string; why: NotARoadmap['why'] } | null {
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
