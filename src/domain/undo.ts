/**
 * Undo and redo, derived from the journal, so that they survive a restart and are the same
 * in two tabs. Only acts made on this device count; what another device brought is not
 * taken back here.
 *
 *   an act            goes on the undo stack and empties the redo stack
 *   an undo of act X  moves X from the undo stack to the redo stack
 *   a redo of act X   moves it back
 *   finishing, and opening again, are no steps: each is the other's way back, and a number
 *   that was given to a record is never taken away
 *
 * Taking an act back writes each of its entries as it was before the act, as new changes
 * with new stamps. Nothing is ever removed from the journal.
 */
import type { Change } from './change.ts';
import { editOf } from './merge.ts';
import { isEntryKind, localKinds, type Edit } from './entry.ts';
import type { ActId, EntryId } from './ids.ts';

export interface History {
  /** Acts that can be taken back, the latest last. */
  readonly undo: readonly ActId[];
  /** Acts that can be done again, the latest undone last. */
  readonly redo: readonly ActId[];
}

/** Kinds whose acts come by themselves (place, phase visits, sleep gaps) and are not worth a step of undo. */
const silent: ReadonlySet<string> = new Set([...localKinds, 'visit', 'gap']);

/** Nothing done, nothing undone. */
export const emptyHistory: History = { undo: [], redo: [] };

/** True for a change that counts as a step of the leader; a kind of a later version cannot be taken back here. */
export const isStep = (change: Change): boolean =>
  isEntryKind(change.kind) && !silent.has(change.kind) && !change.imported;

/** The history after one more act; `changes` are those of that act. */
export function afterAct(history: History, changes: readonly Change[]): History {
  const step = changes.find(isStep);
  if (!step || changes.some(({ kind }) => kind === 'finish')) return history;
  if (step.undoes) return move(history, step.undoes, 'undo', 'redo');
  if (step.redoes) return move(history, step.redoes, 'redo', 'undo');
  // A field that is typed on joins the step that it began.
  if (history.undo.at(-1) === step.act) return { ...history, redo: [] };
  return { undo: [...history.undo, step.act], redo: [] };
}

function move(history: History, act: ActId, from: 'undo' | 'redo', to: 'undo' | 'redo'): History {
  if (!history[from].includes(act)) return history;
  return { ...history, [from]: history[from].filter((other) => other !== act), [to]: [...history[to], act] };
}

/** Acts in the order in which they were done, with their changes. */
export function actsOf(changes: Iterable<Change>): Map<ActId, Change[]> {
  const acts = new Map<ActId, Change[]>();
  for (const change of [...changes].sort((a, b) => (a.stamp < b.stamp ? -1 : 1))) {
    const act = acts.get(change.act);
    if (act) act.push(change);
    else acts.set(change.act, [change]);
  }
  return acts;
}

/** The history that a journal tells. */
export function historyOf(changes: Iterable<Change>): History {
  let history = emptyHistory;
  for (const act of actsOf(changes).values()) history = afterAct(history, act);
  return history;
}

/** The edits that take an act back: each entry as its latest change before the act left it, or gone. */
export function reversal(journal: Iterable<Change>, act: ActId): Edit[] {
  const all = [...journal];
  const mine = all.filter((change) => change.act === act);
  const first = mine.reduce<string>((least, change) => (least && least < change.stamp ? least : change.stamp), '');
  const before = new Map<EntryId, Change>();
  for (const change of all) {
    if (change.stamp >= first) continue;
    const known = before.get(change.entry);
    if (!known || known.stamp < change.stamp) before.set(change.entry, change);
  }
  return latestOf(mine).flatMap((change) => {
    const earlier = before.get(change.entry);
    const edit = earlier ? editOf(earlier) : editOf({ ...change, value: null });
    return isEntryKind(change.kind) ? [edit] : [];
  });
}

/** The edits that do an act again. */
export function repetition(journal: Iterable<Change>, act: ActId): Edit[] {
  return latestOf([...journal].filter((change) => change.act === act)).map(editOf);
}

function latestOf(changes: readonly Change[]): Change[] {
  const latest = new Map<EntryId, Change>();
  for (const change of changes) {
    const known = latest.get(change.entry);
    if (!known || known.stamp < change.stamp) latest.set(change.entry, change);
  }
  return [...latest.values()];
}
