import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Session } from '#app/meeting/session.ts';
import type { Change } from '#domain/change.ts';
import { answers, type Answer, type Edit, type Meeting } from '#domain/entry.ts';
import type { EntryId, MeetingId } from '#domain/ids.ts';
import { takeFloor } from '#domain/meeting/voice.ts';
import { meetingOf } from '#domain/merge.ts';
import { driftLimitMs, readStamp, stampOf, type Stamp } from '#domain/stamp.ts';
import { historyOf } from '#domain/undo.ts';
import { actId, entryId, meetingId, nodeId, tenMs } from '#tests/unit/domain/meeting-of.ts';

/** A database shared by tabs. While it holds back, nothing is committed; then all is, in order. */
class FakeStore {
  readonly rows = new Map<Stamp, Change>();
  holdsBack = false;
  #waiting: (() => void)[] = [];
  readonly #watchers = new Set<() => void>();

  write({ changes = [] }: { readonly changes?: readonly Change[] }): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const commit = (): void => {
      for (const change of changes) this.rows.set(change.stamp, change);
      for (const watcher of this.#watchers) watcher();
      resolve(undefined);
    };
    if (this.holdsBack) this.#waiting.push(commit);
    else commit();
    return promise;
  }

  commitNext(): void {
    this.#waiting.shift()?.();
  }

  commitAll(): void {
    this.holdsBack = false;
    while (this.#waiting.length > 0) this.commitNext();
  }

  watchJournal(meeting: MeetingId, known: ReadonlySet<Stamp>, on: (changes: readonly Change[]) => void): () => void {
    const watcher = (): void => {
      const unknown = [...this.rows.values()].filter((row) => row.meeting === meeting && !known.has(row.stamp));
      if (unknown.length > 0) on(unknown);
    };
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
}

const markA = entryId('mark:a');
const markB = entryId('mark:b');
const mark = (answer: Answer | null, entry = markA): Edit => ({
  kind: 'mark', entry, value: answer === null ? null : { answer, atMs: tenMs },
});
const note = (text: string): Edit => ({
  kind: 'note', entry: entryId('note:a'), value: { text, tag: null, about: { to: 'meeting', id: '' }, atMs: tenMs },
});
const answerIn = (session: Session, entry: EntryId = markA): Answer | undefined => meetingOf(session.replica).mark.get(entry)?.answer;
const entriesOf = (session: Session): Meeting => meetingOf(session.replica);
const held = (session: Session): string[] => [...session.heldEntries];

/** Opens tabs on one store; each has a node of its own, and all a clock that the test sets. */
function tablet(store = new FakeStore()) {
  const clock = { nowMs: tenMs };
  let acts = 0;
  let nodes = 0;
  const open = (): Session => {
    const node = nodeId((nodes += 1));
    const session = new Session(meetingId, [...store.rows.values()], {
      store, node, nowMs: () => (clock.nowMs += 1), newActId: () => actId((acts += 1)),
    });
    session.follow();
    return session;
  };
  return { store, clock, open };
}

describe('a tick', () => {
  it('is there at once and held until the database has committed it', async () => {
    const { store, open } = tablet();
    const session = open();
    store.holdsBack = true;
    const saved = session.act([mark('yes')]);
    expect(answerIn(session)).toBe('yes');
    expect(held(session)).toEqual([markA]);
    expect(store.rows.size).toBe(0);
    store.commitAll();
    await saved;
    expect(held(session)).toEqual([]);
    expect(store.rows.size).toBe(1);
  });

  it('stays held while a later one of the same item waits', async () => {
    const { store, open } = tablet();
    const session = open();
    store.holdsBack = true;
    const first = session.act([mark('yes')]);
    const second = session.act([mark('no')]);
    store.commitNext();
    await first;
    expect(session.isHeld(markA)).toBe(true);
    store.commitAll();
    await second;
    expect(session.isHeld(markA)).toBe(false);
  });

  it('tells the screen what changed, and later that it was saved', async () => {
    const session = tablet().open();
    const told: number[] = [];
    const stop = session.subscribe((changes) => told.push(changes.length));
    await session.act([mark('yes'), mark('no', markB)]);
    expect(told).toEqual([2, 0]);
    stop();
    await session.act([mark('no')]);
    expect(told).toEqual([2, 0]);
  });

  it('of nothing writes nothing', async () => {
    const { store, open } = tablet();
    const session = open();
    await session.act([]);
    expect(store.rows.size).toBe(0);
    expect(session.history.undo).toEqual([]);
  });

  it('is saved also when the screen was closed meanwhile', async () => {
    const { store, open } = tablet();
    const session = open();
    store.holdsBack = true;
    const saved = session.act([mark('yes')]);
    session.close();
    store.commitAll();
    await saved;
    expect(answerIn(tablet(store).open())).toBe('yes');
  });
});

describe('undo', () => {
  it('takes back an act of several entries whole, and redo does it again', async () => {
    const session = tablet().open();
    await session.act(takeFloor(entriesOf(session), 'family', { id: 'one', nowMs: tenMs }));
    await session.act(takeFloor(entriesOf(session), 'gen-ed', { id: 'two', nowMs: tenMs + 5_000 }));
    const turns = (): unknown => [...entriesOf(session).turn.values()];
    const both = turns();
    await session.undo();
    expect(turns()).toEqual([{ role: 'family', fromMs: tenMs, toMs: null }]);
    await session.redo();
    expect(turns()).toEqual(both);
    await session.undo();
    await session.undo();
    expect(turns()).toEqual([]);
  });

  it('does nothing where there is nothing to take back or to do again', async () => {
    const { store, open } = tablet();
    const session = open();
    await session.undo();
    await session.redo();
    expect(store.rows.size).toBe(0);
  });

  it('works on what is not on disk yet', async () => {
    const { store, open } = tablet();
    const session = open();
    store.holdsBack = true;
    const writes = [session.act([mark('yes')]), session.act([mark('no')]), session.undo()];
    expect(answerIn(session)).toBe('yes');
    store.commitAll();
    await Promise.all(writes);
    expect(answerIn(tablet(store).open())).toBe('yes');
  });

  it('goes on after a restart where it stood', async () => {
    const { open } = tablet();
    const before = open();
    await before.act([mark('yes')]);
    await before.act([mark('no')]);
    await before.undo();
    const after = open();
    expect(after.history).toEqual(before.history);
    await after.redo();
    expect(answerIn(after)).toBe('no');
    await after.undo();
    await after.undo();
    expect(answerIn(after)).toBeUndefined();
  });
});

describe('typing', () => {
  it('in one field is one step, however often it was stored', async () => {
    const session = tablet().open();
    await session.act([mark('yes')]);
    let act = session.typeOn([note('Asked')], null);
    act = session.typeOn([note('Asked what')], act);
    session.typeOn([note('Asked what helps')], act);
    expect(session.history.undo).toHaveLength(2);
    await session.undo();
    expect(entriesOf(session).note.size).toBe(0);
    await session.redo();
    expect([...entriesOf(session).note.values()][0]?.text).toBe('Asked what helps');
  });

  it('begins a step after another act, and after an undo', async () => {
    const session = tablet().open();
    const first = session.typeOn([note('one')], null);
    await session.act([mark('yes')]);
    expect(session.typeOn([note('two')], first)).not.toBe(first);
    await session.undo();
    await session.undo();
    expect(session.typeOn([note('three')], first)).not.toBe(first);
    expect(session.history.redo).toEqual([]);
    expect(session.history).toEqual(historyOf(session.journal));
  });
});

describe('two tabs', () => {
  it('show ticks of each other, and share undo', async () => {
    const { open } = tablet();
    const [one, other] = [open(), open()];
    await one.act([mark('yes')]);
    expect(answerIn(other)).toBe('yes');
    expect(held(other)).toEqual([]);
    await other.undo();
    expect(answerIn(one)).toBeUndefined();
    expect(one.history).toEqual(other.history);
    await one.redo();
    expect(answerIn(other)).toBe('yes');
  });

  it('tell only what wins', async () => {
    const { store, open } = tablet();
    const [one, other] = [open(), open()];
    store.holdsBack = true;
    const early = one.act([mark('yes')]);
    const late = other.act([mark('no')]);
    const told: (readonly Change[])[] = [];
    other.subscribe((changes) => told.push(changes));
    store.commitAll();
    await Promise.all([early, late]);
    expect(answerIn(one)).toBe('no');
    expect(answerIn(other)).toBe('no');
    expect(told.flat()).toEqual([]);
  });

  it('end alike after any acts, undos and redos, committed late or at once', async () => {
    const step = fc.record({
      tab: fc.nat(1), what: fc.constantFrom('act', 'act', 'type', 'undo', 'redo'), entry: fc.constantFrom(markA, markB), answer: fc.constantFrom(...answers),
      late: fc.boolean(), clockMs: fc.constantFrom(0, 0, 60_000, -60_000, -86_400_000, 86_400_000),
    });
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { store, clock, open } = tablet();
      const tabs = [open(), open()];
      const typing = [null, null].map((act): { act: Parameters<Session['typeOn']>[1] } => ({ act }));
      for (const { tab, what, entry, answer, late, clockMs } of steps) {
        clock.nowMs = Math.max(0, clock.nowMs + clockMs);
        const [session, typed] = [tabs[tab], typing[tab]];
        if (!session || !typed) throw new Error('there are two tabs');
        if (late) store.holdsBack = true;
        if (what === 'act') void session.act([mark(answer, entry)]);
        else if (what === 'type') typed.act = session.typeOn([note(answer)], typed.act);
        else if (what === 'undo') void session.undo();
        else void session.redo();
        if (!late) store.commitAll();
      }
      store.commitAll();
      await Promise.resolve();
      const [one, other] = tabs;
      const reopened = open();
      expect(Object.fromEntries(one?.replica ?? [])).toEqual(Object.fromEntries(reopened.replica));
      expect(Object.fromEntries(other?.replica ?? [])).toEqual(Object.fromEntries(reopened.replica));
      expect(one?.history).toEqual(reopened.history);
      expect(other?.history).toEqual(reopened.history);
    }), { numRuns: 300 });
  });
});

describe('a clock that jumps', () => {
  it('back over days between two openings leaves the new answer standing', async () => {
    const { clock, open } = tablet();
    await open().act([mark('yes')]);
    clock.nowMs = tenMs - 3 * 86_400_000;
    const later = open();
    await later.act([mark('no')]);
    expect(answerIn(later)).toBe('no');
    expect(answerIn(open())).toBe('no');
    await later.undo();
    expect(answerIn(open())).toBe('yes');
  });

  it('on another device is not followed, and its entry can still be answered', async () => {
    const { store, open } = tablet();
    const farMs = tenMs + 365 * 86_400_000;
    const imported: Change = {
      meeting: meetingId, stamp: stampOf({ ms: farMs, counter: 0, node: nodeId(99) }), act: actId(9_999), ...mark('yes'), imported: true,
    };
    await store.write({ changes: [imported] });
    const session = open();
    await session.act([mark('no', markB)]);
    expect(readStamp(session.replica.get(markB)?.stamp ?? imported.stamp).ms).toBeLessThan(tenMs + driftLimitMs);
    await session.act([mark('no')]);
    expect(answerIn(session)).toBe('no');
    expect(answerIn(open())).toBe('no');
    expect(session.history.undo).toHaveLength(2);
  });
});
