/** What has become of items since the version before, in a few words for their rows. */
import type { RoadmapChange } from '#domain/roadmap/diff-versions.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { editorWords } from '#ui/words/editor-words.ts';
import { numbersOf } from './numbers.ts';

/** By item, what has become of it in a few words. */
export function wasWords(changes: readonly RoadmapChange[], base: Roadmap | null): ReadonlyMap<string, string> {
  const numbers: ReadonlyMap<string, string> = base ? numbersOf(base) : new Map();
  const words = new Map<string, string>();
  const add = (item: string, text: string): void => { words.set(item, words.has(item) ? `${words.get(item) ?? ''} · ${text}` : text); };
  for (const change of changes) {
    if (change.type === 'item-added') add(change.item, editorWords.was.added);
    else if (change.type === 'item-renamed') add(change.item, editorWords.was.reworded(change.before));
    else if (change.type === 'item-moved') add(change.item, editorWords.was.moved(change.from, change.to));
    else if (change.type === 'items-merged') add(change.item, editorWords.was.merged(change.merged.map(({ item, label }) => numbers.get(item) ?? label)));
    else if (change.type === 'item-continued') add(change.item, editorWords.was.reworded(change.before.label));
    else if (change.type === 'item-split') for (const part of change.parts) add(part.item, editorWords.was.split(numbers.get(change.item) ?? change.label));
  }
  return words;
}
