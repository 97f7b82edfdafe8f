/** Changes in the order in which they are read: the whole, conditions, phase by phase, phases that are gone, words. */
import type { RoadmapChange } from '#domain/roadmap/diff-versions.ts';
import type { Language } from '#domain/roadmap/limits.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { grouped } from './grouped.ts';

export interface PhaseGroup {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly RoadmapChange[];
}

export interface ChangeGroups {
  readonly whole: readonly RoadmapChange[];
  readonly conditions: readonly RoadmapChange[];
  readonly phases: readonly PhaseGroup[];
  readonly gone: readonly PhaseGroup[];
  readonly words: readonly { readonly language: Language; readonly changes: readonly RoadmapChange[] }[];
}

/** The phase under which a change is told: that of now, else that of before. */
function phaseOf(change: RoadmapChange): string | null {
  switch (change.type) {
    case 'phase-added': case 'phase-retired': case 'phase-renamed': case 'phase-moved': case 'phase-changed': return change.phase;
    case 'item-added': case 'item-moved': case 'items-merged': case 'item-continued': return change.to.phase;
    case 'item-retired': case 'item-split': return change.from.phase;
    case 'item-renamed': case 'item-changed': return change.at.phase;
    case 'roadmap-changed': case 'district-changed': case 'condition-added': case 'condition-removed': case 'condition-changed':
    case 'translation-added': case 'translation-removed': case 'translation-changed':
      return null;
  }
}

export function changesByPhase(changes: readonly RoadmapChange[], from: Roadmap, to: Roadmap): ChangeGroups {
  const ofType = (...types: readonly RoadmapChange['type'][]): RoadmapChange[] => changes.filter(({ type }) => types.includes(type));
  const byPhase = grouped(changes, phaseOf);
  const groups = (phases: Roadmap['phases']): PhaseGroup[] =>
    phases.flatMap(({ id, title }) => (byPhase.has(id) ? [{ id, title, changes: byPhase.get(id) ?? [] }] : []));
  const here = new Set(to.phases.map(({ id }) => id));
  const words = grouped(
    changes.flatMap((change) => (change.type === 'translation-added' || change.type === 'translation-removed' || change.type === 'translation-changed' ? [change] : [])),
    ({ language }) => language,
  );
  return {
    whole: ofType('roadmap-changed', 'district-changed'),
    conditions: ofType('condition-added', 'condition-removed', 'condition-changed'),
    phases: groups(to.phases),
    gone: groups(from.phases.filter(({ id }) => !here.has(id))),
    words: [...words].map(([language, all]) => ({ language, changes: all })),
  };
}
