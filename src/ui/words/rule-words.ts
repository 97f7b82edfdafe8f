/** What a rule says in a language: its title, how it is told, what can be done, and what others found. */
import type { Language } from '#app/look.ts';
import type { Reference, Rule } from '#domain/patterns/rule.ts';
import { sources } from '#domain/patterns/sources.ts';
import { rules as en, type RuleText, type SourceName } from './en/rules.ts';
import { wordsIn } from './language.svelte.ts';

export interface RuleWords extends RuleText {
  readonly references: readonly Reference[];
}

const names: ReadonlyMap<string, string> = new Map(Object.entries(sources).map(([name, { key }]) => [key, name]));
const isNamed = (name: string | undefined): name is SourceName => name !== undefined && Object.hasOwn(sources, name);

/** A rule's words; its citations stay as they are printed. */
export function ruleWords(language: Language, rule: Pick<Rule, 'id' | 'references'>): RuleWords {
  const { texts, says, titles } = wordsIn(language, 'rules', en);
  const ownTitles: Readonly<Partial<Record<SourceName, string>>> = titles;
  const references = rule.references.map((reference): Reference => {
    const name = names.get(reference.key);
    return isNamed(name) ? { ...reference, title: ownTitles[name] ?? reference.title, says: says[name] } : reference;
  });
  return { ...texts[rule.id], references };
}
