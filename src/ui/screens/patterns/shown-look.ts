/**
 * Names of phases and items in patterns, in the language of the screens. A row can come from
 * several versions, so it goes by the words: those of the shipped roadmap have others in Spanish,
 * those that somebody wrote anew stay.
 */
import type { GroupRow } from '#domain/patterns/district.ts';
import type { PatternLook } from '#domain/patterns/look.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { shownRoadmap } from '#ui/words/roadmap-words.ts';

type InOwnWords = (text: string) => string;

/** For words of phases and labels of items as the shipped roadmap has them. */
export function shownText(): InOwnWords {
  const own = defaultRoadmap();
  const shown = shownRoadmap(own);
  if (shown === own) return (text) => text;
  const titles = own.phases.flatMap((phase, at) => [[phase.title, shown.phases[at]?.title], [phase.shortTitle, shown.phases[at]?.shortTitle]] as const);
  const labels = own.items.map(({ label }, at) => [label, shown.items[at]?.label] as const);
  const byText = new Map<string | undefined, string | undefined>([...titles, ...labels]);
  return (text) => byText.get(text) ?? text;
}

/** A look with the names in it as they are shown. */
export function shownLook(look: PatternLook): PatternLook {
  const text = shownText();
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
