/** What the editor asks of a draft, apart from what it keeps. */
import { chosenConditions, meetingTypes, typeConditions } from '#domain/meeting/meeting-type.ts';
import { faultContext, faultsOfItem, faultsOfPhase } from '#domain/roadmap/draft-faults.ts';
import type { DraftFault } from '#domain/roadmap/fault.ts';
import type { Item, Phase, RetiredItem, Roadmap } from '#domain/roadmap/roadmap.ts';
import { placeOf } from './places.ts';

const builtIn: readonly string[] = [...new Set<string>([...chosenConditions, ...meetingTypes.flatMap((type) => typeConditions[type])])];

/** Conditions that an item can be asked with: those of the app, then the roadmap's own. */
export const conditionIds = ({ conditions = [] }: Roadmap): readonly string[] => [...builtIn, ...conditions.map(({ id }) => id)];

/** Ids of items in which something is to be put right. */
export const wantingItems = (faults: readonly DraftFault[]): ReadonlySet<string> => new Set(faults.flatMap(({ at }) => (at.kind === 'item' ? [at.id] : [])));

/** Ids of phases in which something is to be put right, in themselves or in an item. */
export function wantingPhases(faults: readonly DraftFault[], { items }: Roadmap): ReadonlySet<string> {
  const wanting = wantingItems(faults);
  return new Set([
    ...faults.flatMap(({ at }) => (at.kind === 'phase' ? [at.id] : [])),
    ...(wanting.size === 0 ? [] : items.filter(({ id }) => wanting.has(id)).map(({ phase }) => phase)),
  ]);
}

/** Words for each place at which something is the matter. */
export const wordsByPlace = (faults: readonly DraftFault[], words: (fault: DraftFault) => string): ReadonlyMap<string, string> =>
  new Map(faults.map((fault) => [placeOf(fault.at), words(fault)]));

/** Those of the last look over the whole, with those of what is open as they are now. */
export function faultsNow(looked: readonly DraftFault[], roadmap: Roadmap, open: { readonly phase: Phase | undefined; readonly item: Item | undefined }): readonly DraftFault[] {
  const { phase, item } = open;
  const isOpen = ({ at }: DraftFault): boolean =>
    !/^(?:en|es)\./.test(at.field) && (at.kind === 'item' ? at.id === item?.id : at.kind === 'phase' && at.id === phase?.id);
  return [
    ...looked.filter((fault) => !isOpen(fault)),
    ...(phase ? faultsOfPhase(phase) : []),
    ...(item ? faultsOfItem(item, faultContext(roadmap)) : []),
  ];
}

/** Retired items that were last in this phase; of null all whose phase is not there any more or not known. */
export function retiredOf({ retired = [], phases }: Roadmap, base: Roadmap | null, phase: string | null): readonly RetiredItem[] {
  if (retired.length === 0) return retired;
  const here = new Set(phases.map(({ id }) => id));
  const phaseOf = new Map(base?.items.map((item) => [item.id, item.phase]));
  return retired.filter(({ id }) => {
    const own = phaseOf.get(id);
    return phase === null ? own === undefined || !here.has(own) : own === phase;
  });
}

/** Those of `now` that were not among `before`. */
export function addedTo<T extends { readonly id: string }>(before: readonly T[], now: readonly T[]): readonly T[] {
  const known = new Set(before.map(({ id }) => id));
  return now.filter(({ id }) => !known.has(id));
}

/** Gives the last value again for as long as the next ones are the same: rows that read it stay as they are. */
export function steady<T>(same: (a: T, b: T) => boolean): (next: T) => T {
  let last: T | undefined;
  return (next) => {
    if (last === undefined || !same(last, next)) last = next;
    return last;
  };
}

export const sameMembers = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => a.size === b.size && [...a].every((one) => b.has(one));
