/** The shape of a roadmap from outside. What a shape cannot say is in `parse-roadmap.ts`. Unknown fields are kept. */
import { chainLinks } from '../entry.ts';
import { z } from '../zod.ts';
import { idShape, languages, limits, plainSigns } from './limits.ts';
import { itemKinds, legalForces, stages } from './roadmap.ts';

/** What zod says of a text with a sign that may not be in it. */
export const forbiddenSign = 'forbidden-sign';

const id = z.string().check(z.regex(idShape));
const text = (most: number, least = 0): z.ZodMiniString => z.string().check(z.minLength(least), z.maxLength(most), z.regex(plainSigns, forbiddenSign));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const match = z.optional(z.enum(['any', 'all']));
const conditionIds = z.array(id).check(z.maxLength(limits.conditionsOfOne));

/** At most so many keys, each of them an id. */
const byId = <T extends z.ZodMiniType>(value: T, most: number): z.ZodMiniRecord<typeof id, T> =>
  z.record(id, value).check(z.refine((record) => Object.keys(record).length <= most, 'too-many'));

const phaseSchema = z.looseObject({
  id, stage: z.enum(stages), title: text(limits.phaseTitle, 1), purpose: text(limits.text), pinned: z.boolean(),
  /** A title of at most two short words for the portrait rail; the title where there is none. */
  shortTitle: z.optional(text(limits.shortTitle)),
  /** Minutes planned unless the leader says otherwise. */
  minutes: z.optional(z.number().check(z.gte(0), z.lte(limits.minutes))),
});

const itemSchema = z.looseObject({
  id, phase: id, stage: z.enum(stages), kind: z.enum(itemKinds),
  lens: z.array(z.enum(['compliance', 'instruction'])).check(z.minLength(1), z.maxLength(4)),
  label: text(limits.label, 1), lookFor: text(limits.text), citation: text(limits.text), coachingMove: text(limits.text),
  /** Named conditions that ask the item; empty: always asked. */
  appliesWhen: conditionIds,
  /** Whether any one of them asks it, which is so where nothing is said, or only all together. */
  match,
  /** Ids of earlier versions that this item continues: one for a part of a split item, several for merged ones. */
  continues: z.optional(z.array(id).check(z.maxLength(limits.continues))),
  core: z.boolean(),
  chainLink: z.enum(['', ...chainLinks]),
  patterns: z.array(id).check(z.maxLength(limits.patterns)),
  evidence: z.enum(['document', 'seen-or-heard']),
  legalForce: z.enum(legalForces),
  allowPartly: z.boolean(),
});

/** A condition of the roadmap's own. Without `of` it is asked in the plan; with it, it follows from others. */
const conditionSchema = z.looseObject({
  id, label: text(limits.label, 1), match,
  of: z.optional(conditionIds.check(z.minLength(1))),
});

/** Texts in another language; what is missing stands in the roadmap's own. */
export const translationSchema = z.looseObject({
  title: z.optional(text(limits.title)),
  phases: z.optional(byId(z.looseObject({
    title: z.optional(text(limits.phaseTitle)), shortTitle: z.optional(text(limits.shortTitle)), purpose: z.optional(text(limits.text)),
  }), limits.phases)),
  items: z.optional(byId(z.looseObject({
    label: z.optional(text(limits.label)), lookFor: z.optional(text(limits.text)), coachingMove: z.optional(text(limits.text)),
  }), limits.items)),
  conditions: z.optional(byId(z.looseObject({ label: z.optional(text(limits.label)) }), limits.conditions)),
});

const districtSchema = z.looseObject({
  /** What the district uses the app for, in one line. */
  purpose: z.optional(text(limits.purposeLine)),
  /** How student codes look, as a regular expression over the whole code. */
  codePattern: z.optional(text(limits.codePattern)),
  /** Local limits by the name of the date (`meeting/date-name.ts`); names that are not known are kept and not used. */
  timeLimits: z.optional(byId(z.looseObject({
    days: z.number().check(z.int(), z.gte(0), z.lte(limits.days)), source: z.optional(text(limits.source)),
  }), limits.conditionsOfOne)),
  /** Months after finishing for which meetings stay whole. */
  retentionMonths: z.optional(z.number().check(z.int(), z.gte(1), z.lte(limits.retentionMonths))),
});

export const roadmapSchema = z.looseObject({
  id: z._default(id, 'collaborative-iep-team-meetings'),
  version: text(limits.version, 1),
  title: z._default(text(limits.title), 'Collaborative IEP Team Meetings Roadmap'),
  /** The language of its own texts; English where nothing is said. */
  language: z.optional(z.enum(languages)),
  /** The version that it was made from. */
  basedOn: z.optional(z.looseObject({ id, version: text(limits.version, 1) })),
  publishedOn: z.optional(day),
  phases: z.array(phaseSchema).check(z.minLength(1), z.maxLength(limits.phases)),
  items: z.array(itemSchema).check(z.minLength(1), z.maxLength(limits.items)),
  conditions: z.optional(z.array(conditionSchema).check(z.maxLength(limits.conditions))),
  /** Items of earlier versions, with the version that had them last. Their ids are never those of others. */
  retired: z.optional(z.array(z.looseObject({ id, label: text(limits.label), version: text(limits.version) })).check(z.maxLength(limits.retired))),
  translations: z.optional(z.looseObject({ en: z.optional(translationSchema), es: z.optional(translationSchema) })),
  district: z.optional(districtSchema),
});
