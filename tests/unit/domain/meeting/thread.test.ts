import { describe, expect, it } from 'vitest';
import { isValueOf } from '#domain/parse-change.ts';
import type { Edit, Meeting } from '#domain/entry.ts';
import {
  addGoal, countersOf, placementBeforeGoals, removeGoal, renameGoal, setBead, setBeadWords, setCounter, strand, threadRows, touchOrder,
} from '#domain/meeting/thread.ts';
import type { ChainLink } from '#domain/entry.ts';
import { entryId, meetingAfter, tenMs, withEdits } from '../meeting-of.ts';

type Verb = (meeting: Meeting) => Edit[];
const goal = (words: string): Verb => (m) => addGoal(m, words);
const bead = (row: string, link: ChainLink, answer: 'yes' | 'partly' | 'no' | null, afterMs = 0): Verb => (m) =>
  setBead(m, row, link, answer, tenMs + afterMs);
const words = (row: string, link: ChainLink, text: string, afterMs = 0): Verb => (m) => setBeadWords(m, row, link, text, tenMs + afterMs);
const rowsOf = (meeting: Meeting): string[] => threadRows(meeting).map(({ row }) => row);

describe('rows of the thread', () => {
  it('are one for the whole meeting while there is no goal', () => {
    expect(threadRows(meetingAfter())).toMatchObject([{ row: 'all', words: '', firstBroken: null }]);
  });

  it('are the goals in order once there are some', () => {
    const meeting = meetingAfter(goal('Reading fluency'), goal('Speech sounds'));
    expect(threadRows(meeting).map(({ row, words: text }) => [row, text])).toEqual([['g1', 'Reading fluency'], ['g2', 'Speech sounds']]);
  });

  it('keep the whole meeting first where it was used before', () => {
    expect(rowsOf(meetingAfter(bead('all', 'data', 'yes'), goal('a')))).toEqual(['all', 'g1']);
    expect(rowsOf(meetingAfter(bead('all', 'data', 'yes'), bead('all', 'data', 'yes'), goal('a')))).toEqual(['g1']);
  });

  it('stay in order beyond nine goals', () => {
    const meeting = meetingAfter(...Array.from({ length: 12 }, (_goal, at) => goal(`Goal ${String(at + 1)}`)));
    expect(rowsOf(meeting).slice(8)).toEqual(['g9', 'g10', 'g11', 'g12']);
  });
});

describe('goals', () => {
  it('never get a number again that was given', () => {
    const meeting = meetingAfter(goal('a'), goal('b'), goal('c'), (m) => removeGoal(m, 'g3'), goal('d'), (m) => removeGoal(m, 'g1'), goal('e'));
    expect(rowsOf(meeting)).toEqual(['g2', 'g4', 'g5']);
    const emptied = meetingAfter(goal('a'), goal('b'), (m) => removeGoal(m, 'g2'), (m) => removeGoal(m, 'g1'), goal('c'));
    expect(rowsOf(emptied)).toEqual(['g3']);
  });

  it('remember their numbers beside the counters, which stay', () => {
    const meeting = meetingAfter((m) => setCounter(m, 'needsNamed', 4), goal('a'), (m) => removeGoal(m, 'g1'), (m) => setCounter(m, 'goalsTied', 3), goal('b'));
    expect(countersOf(meeting)).toEqual({ needsNamed: 4, goalsTied: 3, concernsRaised: 0, concernsAddressed: 0 });
    expect(rowsOf(meeting)).toEqual(['g2']);
  });

  it('are removed with their beads, in one act', () => {
    const meeting = meetingAfter(goal('a'), goal('b'), bead('g1', 'data', 'yes'), bead('g1', 'impact', 'no'), bead('g2', 'data', 'no'));
    const after = withEdits(meeting, removeGoal(meeting, 'g1'));
    expect([...after.bead.keys()]).toEqual(['bead:g2:data']);
    expect(rowsOf(after)).toEqual(['g2']);
    expect(removeGoal(after, 'g1')).toEqual([]);
  });

  it('can be said in other words', () => {
    const meeting = meetingAfter(goal('a'));
    expect(renameGoal(meeting, 'g1', 'b')).toMatchObject([{ entry: 'goal:g1', value: { words: 'b', order: 1 } }]);
    expect(renameGoal(meeting, 'g1', 'a')).toEqual([]);
    expect(renameGoal(meeting, 'g9', 'b')).toEqual([]);
  });
});

describe('a bead', () => {
  it('takes an answer, another one, and none by the same again', () => {
    const answers = (...verbs: Verb[]): unknown => threadRows(meetingAfter(...verbs))[0]?.beads.data;
    expect(answers(bead('all', 'data', 'partly', 5))).toEqual({ answer: 'partly', words: '', firstAtMs: tenMs + 5 });
    expect(answers(bead('all', 'data', 'partly', 5), bead('all', 'data', 'no', 9))).toEqual({ answer: 'no', words: '', firstAtMs: tenMs + 5 });
    expect(answers(bead('all', 'data', 'no', 5), bead('all', 'data', 'no', 9))).toEqual({ answer: null, words: '', firstAtMs: null });
    expect(setBead(meetingAfter(), 'all', 'data', null, tenMs)).toEqual([]);
  });

  it('keeps its words when the answer is taken back, and its answer when the words are', () => {
    const both = [bead('all', 'data', 'yes'), words('all', 'data', '62 words a minute', 3)];
    expect(threadRows(meetingAfter(...both, bead('all', 'data', 'yes')))[0]?.beads.data).toEqual({
      answer: null, words: '62 words a minute', firstAtMs: tenMs,
    });
    expect(threadRows(meetingAfter(...both, words('all', 'data', ' ')))[0]?.beads.data).toEqual({ answer: 'yes', words: '', firstAtMs: tenMs });
    expect(meetingAfter(words('all', 'data', 'a'), words('all', 'data', '')).bead.size).toBe(0);
  });

  it('of a goal that is not there is not set', () => {
    expect(setBead(meetingAfter(), 'g1', 'data', 'yes', tenMs)).toEqual([]);
    expect(setBeadWords(meetingAfter(), 'g1', 'data', 'a', tenMs)).toEqual([]);
  });
});

describe('the first broken link', () => {
  it('is the leftmost that is answered no, whatever was touched first', () => {
    const meeting = meetingAfter(bead('all', 'placement', 'no'), bead('all', 'impact', 'no', 1), bead('all', 'data', 'partly', 2));
    expect(threadRows(meeting)[0]?.firstBroken).toBe('impact');
  });

  it('is none where links are only partly there or were not reached', () => {
    expect(threadRows(meetingAfter(bead('all', 'data', 'partly')))[0]?.firstBroken).toBeNull();
  });
});

describe('the thread between two links', () => {
  it.each([
    ['yes', 'yes', 'whole'], ['yes', 'partly', 'thin'], ['partly', 'partly', 'thin'], ['no', 'yes', 'open'], ['partly', 'no', 'open'],
    ['no', 'no', 'open'], [null, 'yes', 'none'], ['no', null, 'none'], [null, null, 'none'],
  ] as const)('%s and %s is %s', (a, b, expected) => {
    expect(strand(a, b)).toBe(expected);
    expect(strand(b, a)).toBe(expected);
  });
});

describe('the order of the first touches', () => {
  it('runs over all rows and does not change with later answers', () => {
    const meeting = meetingAfter(goal('a'), goal('b'), bead('g2', 'service', 'no', 1), bead('g1', 'data', 'yes', 2), bead('g1', 'service', 'yes', 3), bead('g2', 'service', 'yes', 9));
    expect(touchOrder(meeting)).toEqual(['service', 'data']);
  });

  it('is that of the chain at one moment', () => {
    expect(touchOrder(meetingAfter(bead('all', 'goal', 'yes'), bead('all', 'data', 'yes')))).toEqual(['data', 'goal']);
  });

  it('forgets beads of a goal that was removed', () => {
    const meeting = meetingAfter(goal('a'), goal('b'), bead('g1', 'placement', 'yes'), (m) => removeGoal(m, 'g1'));
    expect(touchOrder(meeting)).toEqual([]);
    const stray = withEdits(meeting, [{ kind: 'bead', entry: entryId('bead:g7:data'), value: { answer: 'yes', words: '', firstAtMs: 1 } }]);
    expect(touchOrder(stray)).toEqual([]);
  });

  it.each([
    ['placement came first', [bead('all', 'placement', 'yes', 1), bead('all', 'goal', 'yes', 2)], true],
    ['placement came alone', [bead('all', 'placement', 'yes', 1)], true],
    ['goals came first', [bead('all', 'goal', 'yes', 1), bead('all', 'placement', 'yes', 2)], false],
    ['placement was not reached', [bead('all', 'goal', 'yes', 1)], false],
  ])('tells when %s', (_what, verbs, expected) => {
    expect(placementBeforeGoals(meetingAfter(...verbs))).toBe(expected);
  });
});

describe('counters', () => {
  it('begin at nothing and take whole numbers from 0 to 99', () => {
    expect(countersOf(meetingAfter())).toEqual({ needsNamed: 0, goalsTied: 0, concernsRaised: 0, concernsAddressed: 0 });
    const set = (value: number): number => countersOf(meetingAfter((m) => setCounter(m, 'concernsRaised', value))).concernsRaised;
    expect([3, 2.6, -1, 400].map(set)).toEqual([3, 3, 0, 99]);
    expect(setCounter(meetingAfter(), 'goalsTied', Number.NaN)).toEqual([]);
    expect(setCounter(meetingAfter(), 'goalsTied', 0)).toEqual([]);
  });
});

describe('goals of a file that gave strange numbers', () => {
  it('never take the place of another goal', () => {
    const strange = meetingAfter(() => [
      { kind: 'goal', entry: entryId('goal:g999999999'), value: { words: 'From elsewhere', order: 1 } },
      { kind: 'goal', entry: entryId('goal:g1'), value: { words: 'Here', order: 2 } },
    ]);
    const [first] = addGoal(strange, 'One');
    const [second] = addGoal(withEdits(strange, addGoal(strange, 'One')), 'Two');
    expect(new Set(['goal:g999999999', 'goal:g1', first?.entry, second?.entry]).size).toBe(4);
    for (const { kind, value } of removeGoal(strange, 'g999999999')) expect(isValueOf(kind, value)).toBe(true);
  });

  it.each([1e300, 1.5, -1, 1_000_001])('cannot say that %d goals were given', (goalsEver) => {
    expect(isValueOf('counters', { needsNamed: 0, goalsTied: 0, concernsRaised: 0, concernsAddressed: 0, goalsEver })).toBe(false);
  });
});
