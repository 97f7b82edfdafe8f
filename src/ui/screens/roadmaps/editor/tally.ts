/** What changed, in counts: `1 item reworded, 1 moved`. */
import type { RoadmapChange } from '#domain/roadmap/diff-versions.ts';
import { editorWords } from '#ui/words/editor-words.ts';

type Kind = 'reworded' | 'added' | 'moved' | 'retired' | 'split' | 'merged' | 'changed' | 'phases' | 'words' | 'rest';
const order: readonly Kind[] = ['reworded', 'moved', 'added', 'retired', 'split', 'merged', 'changed', 'phases', 'words', 'rest'];

function kindOf(change: RoadmapChange): readonly [Kind, string] {
  switch (change.type) {
    case 'item-renamed': case 'item-continued': return ['reworded', change.item];
    case 'item-added': return ['added', change.item];
    case 'item-moved': return ['moved', change.item];
    case 'item-retired': return ['retired', change.item];
    case 'item-split': return ['split', change.item];
    case 'items-merged': return ['merged', change.item];
    case 'item-changed': return ['changed', change.item];
    case 'phase-added': case 'phase-retired': case 'phase-renamed': case 'phase-moved': case 'phase-changed': return ['phases', change.phase];
    case 'condition-added': case 'condition-removed': case 'condition-changed': return ['rest', `condition ${change.condition}`];
    case 'roadmap-changed': case 'district-changed': return ['rest', `${change.type} ${change.field}`];
    case 'translation-added': case 'translation-removed': case 'translation-changed': return ['words', change.language];
  }
}

export interface Tally {
  /** Empty when nothing has changed. */
  readonly what: string;
  /** True when something was retired, which is then in the counts. */
  readonly retired: boolean;
}

export function tallyWords(changes: readonly RoadmapChange[]): Tally {
  const byKind = new Map<Kind, Set<string>>();
  for (const change of changes) {
    const [kind, id] = kindOf(change);
    byKind.set(kind, (byKind.get(kind) ?? new Set()).add(id));
  }
  const counts = order.flatMap((kind) => {
    const count = byKind.get(kind)?.size ?? 0;
    return count === 0 ? [] : [{ kind, count }];
  });
  return { what: editorWords.tally(counts), retired: byKind.has('retired') };
}
