/** The texts of the rules and of their sources, in English: as the rules have them. */
import { allRules } from '#domain/patterns/all-rules.ts';
import type { Rule, RuleId } from '#domain/patterns/rule.ts';
import { sources } from '#domain/patterns/sources.ts';

/** What a rule says. */
export type RuleText = Pick<Rule, 'title' | 'sign' | 'pattern' | 'caution' | 'coaching' | 'system'>;
export type SourceName = keyof typeof sources;

const texts = Object.fromEntries(allRules.map(({ id, title, sign, pattern, caution, coaching, system }) =>
  [id, { title, sign, pattern, caution, coaching, system }])) as Record<RuleId, RuleText>; // all thirteen

const says = Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, source.says])) as Record<SourceName, string>; // the same keys

const titleOf = (name: SourceName): string => sources[name].title;

export const rules = {
  texts, says,
  /** Titles of sources that are our own words; all others are cited as they are printed. */
  titles: {
    literacyGoals: titleOf('literacyGoals'), partsTogether: titleOf('partsTogether'), highBar: titleOf('highBar'), vanDuyn: titleOf('vanDuyn'),
    familiesAccess: titleOf('familiesAccess'), interpreters: titleOf('interpreters'), adolescents: titleOf('adolescents'),
    observers: titleOf('observers'), correction: titleOf('correction'), planning: titleOf('planning'),
  },
};
