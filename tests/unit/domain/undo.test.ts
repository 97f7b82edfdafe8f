import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '#domain/change.ts';
import { answers, type Edit, type Meeting } from '#domain/entry.ts';
import { emptyClock, stampOf, tick } from '#domain/stamp.ts';
import { afterAct, emptyHistory, historyOf, repetition, reversal, type History } from '#domain/undo.ts';
import { actId, entryId, journalOf, meetingId, nodeId, stateOfJournal, tenMs, withEdits } from './meeting-of.ts';

type Step = { readonly do: readonly Edit[] } | 'undo' | 'redo';

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('mark' as const),
    entry: fc.constantFrom('mark:a', 'mark:b', 'mark:c').map(entryId),
    value: fc.option(fc.constantFrom(...answers).map((answer) => ({ answer, atMs: tenMs })), { nil: null }),
  }),
  fc.record({
    kind: fc.constant('turn' as const),
    entry: fc.constantFrom('turn:1', 'turn:2').map(entryId),
    value: fc.record({ role: fc.constantFrom('family', 'gen-ed'), fromMs: fc.constant(tenMs), toMs: fc.constantFrom(null, tenMs + 5) }),
  }),
);
const anySteps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.array(anyEdit, { minLength: 1, maxLength: 4 }).map((edits) => ({ do: edits })) },
    { weight: 3, arbitrary: fc.constant('undo' as const) },
    { weight: 2, arbitrary: fc.constant('redo' as const) },
  ),
  { maxLength: 40 },
);

interface Live {
  readonly journal: Change[];
  history: History;
}

/** A journal as the app keeps it, with the clock jumping about. */
function run(steps: readonly Step[], onStep: (live: Live) => void): Live {
  const live: Live = { journal: [], history: emptyHistory };
  let clock = emptyClock(nodeId(1));
  const write = (number: number, edits: readonly Edit[], reverses: Pick<Change, 'undoes' | 'redoes'>): void => {
    const changes = edits.map((edit): Change => {
      clock = tick(clock, tenMs - number * 7);
      return { meeting: meetingId, stamp: stampOf(clock), act: actId(number), ...edit, ...reverses };
    });
    live.journal.push(...changes);
    live.history = afterAct(live.history, changes);
  };
  for (const [at, step] of steps.entries()) {
    const last = step === 'undo' ? live.history.undo.at(-1) : step === 'redo' ? live.history.redo.at(-1) : undefined;
    if (typeof step === 'object') write(at + 1, step.do, {});
    else if (last && step === 'undo') write(at + 1, reversal(live.journal, last), { undoes: last });
    else if (last) write(at + 1, repetition(live.journal, last), { redoes: last });
    onStep(live);
  }
  return live;
}

describe('every sequence of edits, undos and redos', () => {
  it('leads to the state that two plain stacks of states lead to', () => {
    fc.assert(fc.property(anySteps, (steps) => {
      let state: Meeting = stateOfJournal([]);
      let past: Meeting[] = [];
      let future: Meeting[] = [];
      const remaining = [...steps];
      run(steps, (live) => {
        const step = remaining.shift();
        if (typeof step === 'object') {
          past = [...past, state];
          future = [];
          state = withEdits(state, step.do);
        } else if (step === 'undo' && past.length > 0) {
          future = [...future, state];
          state = past.pop() ?? state;
        } else if (step === 'redo' && future.length > 0) {
          past = [...past, state];
          state = future.pop() ?? state;
        }
        expect(stateOfJournal(live.journal)).toEqual(state);
        expect(live.history.undo).toHaveLength(past.length);
        expect(live.history.redo).toHaveLength(future.length);
      });
    }), { numRuns: 300 });
  });

  it('is told again by the journal in any order', () => {
    const shuffled = anySteps.chain((steps) => {
      const live = run(steps, () => undefined);
      return fc.tuple(fc.constant(live), fc.shuffledSubarray(live.journal, { minLength: live.journal.length }));
    });
    fc.assert(fc.property(shuffled, ([live, journal]) => {
      expect(historyOf(journal)).toEqual(live.history);
      const last = live.history.undo.at(-1);
      if (last) {
        const byEntry = (a: Edit, b: Edit): number => (a.entry < b.entry ? -1 : 1);
        expect(reversal(journal, last).sort(byEntry)).toEqual(reversal(live.journal, last).sort(byEntry));
      }
    }));
  });

  it('removes nothing from the journal', () => {
    fc.assert(fc.property(anySteps, (steps) => {
      let length = 0;
      run(steps, ({ journal }) => {
        expect(journal.length).toBeGreaterThanOrEqual(length);
        length = journal.length;
      });
    }));
  });
});

describe('what is no step', () => {
  const mark: Edit = { kind: 'mark', entry: entryId('mark:a'), value: { answer: 'yes', atMs: tenMs } };
  const visit: Edit = { kind: 'visit', entry: entryId('visit:1'), value: { phase: 'goals', fromMs: tenMs } };

  it('is a change of place, a visit and a gap of sleep', () => {
    const journal = journalOf([
      [mark], [visit],
      [{ kind: 'place', entry: entryId('place'), value: { phase: 'goals', view: 'phase' } }],
      [{ kind: 'gap', entry: entryId('gap:1'), value: { fromMs: 1, toMs: 2 } }],
    ]);
    expect(historyOf(journal).undo).toEqual([actId(1)]);
  });

  it('is a change that another device brought', () => {
    expect(historyOf(journalOf([[mark]]).map((change) => ({ ...change, imported: true })))).toEqual(emptyHistory);
  });

  it('is a kind of a later version, so that undo never stands still before it', () => {
    const [known, later] = journalOf([[mark], [mark]]);
    if (!known || !later) throw new Error('two changes were made');
    expect(historyOf([known, { ...later, kind: 'later-kind', entry: entryId('later-kind:a') }]).undo).toEqual([known.act]);
  });

  it('and stands between an undo and its redo without emptying it', () => {
    const [first] = journalOf([[mark]]);
    if (!first) throw new Error('a change was made');
    const undone = afterAct(afterAct(emptyHistory, [first]), [{ ...first, act: actId(2), value: null, undoes: first.act }]);
    const [visited] = journalOf([[visit]]);
    expect(afterAct(undone, visited ? [visited] : []).redo).toEqual([first.act]);
  });
});
