/** Words of the patterns report, with what the rules say. */
import type { PatternPageWords } from '#app/export/prepare-patterns.ts';
import type { Language } from '#app/look.ts';
import type { ExportedLook } from '#domain/patterns/exported.ts';
import type { ExportedFinding } from '#domain/patterns/exported-findings.ts';
import type { Rule } from '#domain/patterns/rule.ts';
import type { RoleWords } from '#domain/patterns/exported-names.ts';
import { finding } from '#ui/words/en/finding.ts';
import { pattern } from '#ui/words/en/pattern.ts';
import { report, type ReportCatalog } from '#ui/words/en/report.ts';
import { spoken, wordsIn } from '#ui/words/language.svelte.ts';
import { ruleWords } from '#ui/words/rule-words.ts';
import { typeset } from '#ui/words/typeset.ts';
import { dotsOf, dotsWords } from './dots.ts';

/** In tables schools and teams are called alike in every language, as all that stands in them. */
export const rolesInTables: RoleWords = report.roles;

/** The words of the report, the rules and the marks in one language. */
export function reportWords(language: Language = spoken.language): PatternPageWords & ReportCatalog {
  const words = wordsIn(language, 'report', report);
  const claim = ({ finding: found }: ExportedFinding, rule: Rule, labels: ExportedLook['labels']): string =>
    wordsIn(language, 'finding', finding).claimOf(found, ruleWords(language, rule).title, new Map(Object.entries(labels)));
  return {
    ...words,
    claim: (found, rule, labels) => typeset(claim(found, rule, labels)),
    ruleTitle: (rule) => ruleWords(language, rule).title,
    subject: (found, rule, labels) => (found.finding.about.type === 'item' ? (labels[found.finding.about.item] ?? found.finding.about.item) : claim(found, rule, labels)),
    coaching: (rule) => words.coachingIs(typeset(ruleWords(language, rule).coaching.join(' '))),
    system: (rule) => {
      const { system } = ruleWords(language, rule);
      return system.length === 0 ? '' : words.around(typeset(system.join(' ')));
    },
    marks: (found) => dotsOf(found.finding),
    marksSpoken: (found) => dotsWords(found.finding, wordsIn(language, 'pattern', pattern).dots),
  };
}
