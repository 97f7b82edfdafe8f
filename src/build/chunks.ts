import { resolve } from 'node:path';

interface Importing { readonly importedIds: readonly string[] }
interface Graph { getModuleInfo(id: string): Importing | null }

const root = resolve(import.meta.dirname, '../..');
/** Files from which the parts begin, in the order in which they are fetched. */
const parts: readonly (readonly [name: string, ...from: string[]])[] = [
  ['index', 'src/main.ts'],
  ['meeting', 'src/ui/screens/meeting/MeetingGate.svelte', 'src/ui/screens/during/During.svelte', 'src/data/later.ts'],
  ['lock', 'src/ui/screens/lock/Lock.svelte', 'src/app/vault/doors.ts', 'src/ui/screens/not-here/Obstacle.svelte', 'src/ui/screens/not-here/Erased.svelte'],
  ['aside', 'src/ui/screens/home/aside.ts', 'src/ui/screens/home/Search.svelte', 'src/ui/state/guard-drops.ts'],
  ['sync', 'src/ui/screens/sync/Sync.svelte', 'src/ui/screens/join/Join.svelte'],
  ['tablet', ...['Tablet', 'Import', 'Backup', 'Restore', 'Retention', 'FindCode', 'Erase', 'WholeLog'].map((name) => `src/ui/screens/tablet/${name}.svelte`)],
  ['handover', 'src/ui/screens/summary/Summary.svelte', 'src/ui/screens/export/Export.svelte'],
  ['roadmaps', ...['Roadmaps', 'Read', 'Changes', 'editor/Editor', 'try/Try'].map((name) => `src/ui/screens/roadmaps/${name}.svelte`)],
  ['patterns', 'src/ui/screens/patterns/Patterns.svelte', 'src/ui/screens/patterns/Compare.svelte'],
  ['around', 'src/ui/screens/home/on-demand.ts', ...['plan/Plan', 'plan/FromCalendar', 'meeting/NewPlan', 'before/Before', 'after/After'].map((name) => `src/ui/screens/${name}.svelte`)],
];

/**
 * Parts of svelte that the walk meets in its index file, and that neither part needs at the
 * first paint. One that is needed after all is still fetched, only not in the same file.
 */
const others = /[\\/]svelte[\\/]src[\\/](?:legacy|transition|motion|animate|easing)[\\/]|[\\/]dom[\\/]elements[\\/](?:custom-element|bindings[\\/](?:select|size))\.js$|[\\/]reactivity[\\/](?:map|set|date|media-query)\.js$/;

/** Names of modules by part; kept for one build, whose graph does not change any more. */
const known = new WeakMap<Graph, ReadonlyMap<string, string>>();

/**
 * Which chunk a module goes into: the first screen's code as one file, a meeting's as a second
 * one. Left to itself the bundler makes dozens of small ones, which compress badly and whose names weigh in the first. What
 * belongs to neither (null) is left to it.
 */
export function chunkOf(id: string, graph: Graph): string | null {
  const names = known.get(graph) ?? namesOf(graph);
  known.set(graph, names);
  return names.get(id) ?? null;
}

function namesOf(graph: Graph): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [name, ...from] of parts) {
    const waiting = from.map((path) => resolve(root, path));
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (names.has(id) || (name === 'index' && others.test(id))) continue;
      names.set(id, name);
      waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
    }
  }
  return names;
}
