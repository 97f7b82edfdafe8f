/** What patterns need of a roadmap version, kept once for all its meetings. */
import { chainLinks, type ChainLink } from '../entry.ts';
import { itemKinds, legalForces, stages, type Roadmap } from '../roadmap/roadmap.ts';
import { z } from '../zod.ts';

const phaseFacts = z.object({
  id: z.string(), stage: z.enum(stages), title: z.string(), shortTitle: z.string(), pinned: z.boolean(),
});
const itemFacts = z.object({
  id: z.string(), phase: z.string(), stage: z.enum(stages), kind: z.enum(itemKinds),
  lens: z.array(z.enum(['compliance', 'instruction'])),
  label: z.string(), coachingMove: z.string(), citation: z.string(), core: z.boolean(), conditional: z.boolean(),
  chainLink: z.nullable(z.enum(chainLinks)), force: z.enum(legalForces), patterns: z.array(z.string()),
  /** Items of earlier versions that it goes on with; missing where there are none. */
  continues: z.optional(z.array(z.string())),
});

/** The shape in which the facts of a version are kept. */
export const roadmapFactsSchema = z.object({
  v: z.literal(1), key: z.string(), title: z.string(), version: z.string(),
  phases: z.array(phaseFacts),
  /** In the roadmap's order, which is the order of a row's marks. */
  items: z.array(itemFacts),
  /** Conditions of its own; missing where there are none. */
  conditions: z.optional(z.array(z.object({ id: z.string(), label: z.string() }))),
});

export type RoadmapFacts = z.infer<typeof roadmapFactsSchema>;
export type PhaseFacts = RoadmapFacts['phases'][number];
export type ItemFacts = RoadmapFacts['items'][number];

/** The name under which rows refer to a version: `id@version`. */
export const roadmapKey = ({ id, version }: Pick<Roadmap, 'id' | 'version'>): string => `${id}@${version}`;

const linkOf = (link: '' | ChainLink): ChainLink | null => (link === '' ? null : link);

/** The facts of a roadmap version. */
export const factsOf = (roadmap: Roadmap): RoadmapFacts => ({
  v: 1, key: roadmapKey(roadmap), title: roadmap.title, version: roadmap.version,
  phases: roadmap.phases.map(({ id, stage, title, shortTitle, pinned }) => ({ id, stage, title, shortTitle: shortTitle ?? title, pinned })),
  items: roadmap.items.map((item) => ({
    id: item.id, phase: item.phase, stage: item.stage, kind: item.kind, lens: item.lens,
    label: item.label, coachingMove: item.coachingMove, citation: item.citation, core: item.core,
    conditional: item.appliesWhen.length > 0, chainLink: linkOf(item.chainLink), force: item.legalForce, patterns: item.patterns,
    ...(item.continues && item.continues.length > 0 ? { continues: item.continues } : {}),
  })),
  ...(roadmap.conditions && roadmap.conditions.length > 0 ? { conditions: roadmap.conditions.map(({ id, label }) => ({ id, label })) } : {}),
});
