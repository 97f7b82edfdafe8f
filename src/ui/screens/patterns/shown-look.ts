/**
 * Names of phases and items in patterns, in the language of the screens. A row can come from
 * several versions, so it goes by the words: those of the shipped roadmap have others in Spanish,
 * those of another may have them in its own translation, the latest version's before an earlier one's.
 */
import type { GroupRow } from '#domain/patterns/district.ts';
import type { PatternLook } from '#domain/patterns/look.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { shownRoadmap } from '#ui/words/roadmap-words.ts';

type InOwnWords = (text: string) => string;

/** For words of phases and labels of items as the shipped roadmap has them, or one of these, the latest last. */
export function shownText(roadmaps: readonly Roadmap[]): InOwnWords {
  const byText = new Map<string, string>();
  const tell = (text: string | undefined, shown: string | undefined): void => {
    if (text !== undefined && shown !== undefined && text !== shown) byText.set(text, shown);
  };
  for (const own of [defaultRoadmap(), ...roadmaps]) {
    const { phases, items } = shownRoadmap(own);
    for (const [at, phase] of own.phases.entries()) {
      tell(phase.title, phases[at]?.title);
      tell(phase.shortTitle, phases[at]?.shortTitle);
    }
    for (const [at, { label }] of own.items.entries()) tell(label, items[at]?.label);
  }
  return (text) => byText.get(text) ?? text;
}

/** A look with the names in it as they are shown. */
export function shownLook(look: PatternLook, roadmaps: readonly Roadmap[]): PatternLook {
  const text = shownText(roadmaps);
  const labelled = <T extends { readonly label: string }>(of: T): T => ({ ...of, label: text(of.label) });
  const group = (row: GroupRow): GroupRow => ({ ...row, items: row.items.map((of) => ({ ...of, item: labelled(of.item) })) });
  return {
    ...look,
    heat: { ...look.heat, phases: look.heat.phases.map((phase) => ({ ...phase, title: text(phase.title), shortTitle: text(phase.shortTitle) })) },
    months: { ...look.months, lines: look.months.lines.map((line) => ({ ...line, title: text(line.title) })) },
    items: look.items.map((row) => ({ ...row, item: labelled(row.item), ...(row.earlier ? { earlier: row.earlier.map(text) } : {}) })),
    verify: { ...look.verify, rows: look.verify.rows.map(labelled) },
    groups: look.groups && { schools: look.groups.schools.map(group), teams: look.groups.teams.map(group) },
  };
}
