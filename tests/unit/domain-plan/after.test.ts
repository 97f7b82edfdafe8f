import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyMeeting, type Answer, type Meeting } from '#domain/entry.ts';
import { entryIdOf } from '#domain/ids.ts';
import { meetingOf, replicaOf } from '#domain/merge.ts';
import { addFollowUp, byDue, changeFollowUp, dueState, followUpsOf, isOpen, removeFollowUp, setCarried, setDone, takeOver } from '#domain/meeting/follow-up.ts';
import { setMark } from '#domain/meeting/mark.ts';
import { addNote, changeNote, notesOf } from '#domain/meeting/note.ts';
import { readiness } from '#domain/meeting/readiness.ts';
import {
  addReflection, changeReflection, drawFromNote, drawnNotes, moveReflection, reflectionsOf, removeReflection, setStandout, standoutOf, suggestions,
} from '#domain/meeting/reflection.ts';
import { byKind, byLens, seenOf, sharePercent, tally } from '#domain/meeting/tally.ts';
import { startMeeting, isRunning } from '#domain/meeting/timing.ts';
import { setVerify, verifyTasks } from '#domain/meeting/verify.ts';
import { takeFloor, speakingNow } from '#domain/meeting/voice.ts';
import { finishEdits, isFinished, reopenEdits, revisionOf } from '#domain/record/finish.ts';
import { askedItems, askedPhases } from '#domain/roadmap/asked-items.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { withEdits } from '#domain/with-edits.ts';
import { anyJournal } from '#tests/support/arbitrary-meeting.ts';

const none: Meeting = emptyMeeting();
const roadmap = defaultRoadmap();
const phases = askedPhases(roadmap, new Set<string>());
const items = [...askedItems(phases).values()];
const self = { from: 'self', id: '' } as const;
const item = (id: string) => {
  const known = roadmap.items.find((other) => other.id === id);
  if (!known) throw new Error(`no item ${id}`);
  return known;
};
const marked = (...marks: readonly (readonly [string, Answer])[]): Meeting =>
  marks.reduce<Meeting>((meeting, [id, answer]) => withEdits(meeting, setMark(meeting, item(id), answer, 1)), none);
const answered = (meeting: Meeting, wanted: readonly string[]) => tally(items.filter((asked) => wanted.includes(asked.item.id)), meeting);

describe('counting', () => {
  test('what was not looked at is never "not yet"', () => {
    fc.assert(fc.property(anyJournal, (journal) => {
      const meeting = meetingOf(replicaOf(journal));
      const counts = tally(items, meeting);
      const without = withEdits(meeting, [...meeting.mark.keys()].map((entry) => ({ kind: 'mark', entry, value: null })));
      expect(tally(items, without)).toMatchObject({ no: 0, lookedAt: 0, unmarked: items.length });
      expect(counts.yes + counts.partly + counts.no + counts.na + counts.unmarked).toBe(counts.asked);
      expect(counts.lookedAt).toBe(counts.asked - counts.unmarked);
      const kinds = byKind(items, meeting);
      expect(kinds.role.asked + kinds.quality.asked + kinds.equity.asked).toBe(counts.asked);
      expect(byLens(items, meeting).compliance.asked).toBeLessThanOrEqual(counts.asked);
    }));
  });

  test('seen is yes of what was rated; not applicable and not looked at are left out', () => {
    const five = ['intros-with-roles', 'purpose-stated', 'facilitator-evident', 'safeguards-offered', 'family-speaks-first'];
    const meeting = marked(['intros-with-roles', 'yes'], ['purpose-stated', 'partly'], ['facilitator-evident', 'no'], ['safeguards-offered', 'na']);
    expect(seenOf(answered(meeting, five))).toEqual({ seen: 1, of: 3 });
  });

  test('a percentage stands only from five rated on, partly worth a half', () => {
    const ids = ['intros-with-roles', 'purpose-stated', 'facilitator-evident', 'family-speaks-first', 'strengths-named'] as const;
    const four = marked(...ids.slice(0, 4).map((id) => [id, 'yes'] as const), ['safeguards-offered', 'na']);
    expect(sharePercent(tally(items, four))).toBeNull();
    expect(sharePercent(tally(items, withEdits(four, setMark(four, item(ids[4]), 'partly', 1))))).toBe(90);
  });

  test('ready is yes or not applicable; partly, not yet and not looked at are open', () => {
    const all = readiness(none, phases);
    expect(all).toMatchObject({ ready: 0, asked: all.open.length });
    const meeting = marked(['notice-sent-early', 'yes'], ['observer-disclosed', 'na'], ['agenda-roles-set', 'partly'], ['current-data-compiled', 'no']);
    expect(readiness(meeting, phases)).toMatchObject({ ready: 2, asked: all.asked });
    expect(readiness(meeting, phases).open.map((asked) => asked.item.id)).toContain('agenda-roles-set');
  });
});

describe('verify tasks', () => {
  test('only what must happen and was marked "not yet" raises one', () => {
    const meeting = marked(['pwn-sent', 'no'], ['iep-copy-given', 'yes'], ['purpose-stated', 'no'], ['impact-stated', 'no']);
    expect(verifyTasks(meeting, items).map((task) => [task.item.item.id, task.state])).toEqual([['pwn-sent', 'open']]);
  });

  test('they can be settled and opened again', () => {
    const meeting = marked(['pwn-sent', 'no']);
    const gap = withEdits(meeting, setVerify(meeting, item('pwn-sent'), 'gap', '2026-11-20'));
    expect(verifyTasks(gap, items)[0]?.state).toBe('gap');
    expect(setVerify(gap, item('pwn-sent'), 'gap', '2026-11-20')).toEqual([]);
    expect(verifyTasks(withEdits(gap, setVerify(gap, item('pwn-sent'), 'open', null)), items)[0]?.state).toBe('open');
  });
});

const lines = (...texts: readonly string[]): Meeting =>
  texts.reduce<Meeting>((meeting, text) => withEdits(meeting, addReflection(meeting, { id: text, section: 'strength', text, source: self })), none);
const order = (meeting: Meeting) => reflectionsOf(meeting, 'strength').map(({ text }) => text).join('');

describe('reflection', () => {
  test('lines move up and down, not past the ends', () => {
    const abc = lines('a', 'b', 'c');
    const [a, , c] = ['a', 'b', 'c'].map((id) => entryIdOf('reflection', id));
    if (!a || !c) throw new Error('no lines');
    expect(order(withEdits(abc, moveReflection(abc, c, -1)))).toBe('acb');
    expect(order(withEdits(abc, moveReflection(abc, a, 1)))).toBe('bac');
    expect([moveReflection(abc, a, -1), moveReflection(abc, c, 1), moveReflection(none, a, 1)].flat()).toEqual([]);
  });

  test('lines are reworded and taken out; blank ones are not added', () => {
    const one = lines('a');
    const entry = entryIdOf('reflection', 'a');
    expect(order(withEdits(one, changeReflection(one, entry, 'A')))).toBe('A');
    expect(order(withEdits(one, removeReflection(one, entry)))).toBe('');
    expect(addReflection(one, { id: 'x', section: 'growth', text: ' \n', source: self })).toEqual([]);
  });

  test('a note can be drawn and is then known as used; a device-only one cannot', () => {
    const noted = withEdits(none, addNote({ id: 'n', text: 'waited', tag: 'strength', about: { to: 'meeting', id: '' }, nowMs: 1 }));
    const [note] = notesOf(noted);
    if (!note) throw new Error('no note');
    const drawn = withEdits(noted, drawFromNote(noted, note, { id: 'r', section: 'strength' }));
    expect(reflectionsOf(drawn, 'strength')).toMatchObject([{ text: 'waited', source: { from: 'note', id: 'note:n' } }]);
    expect([...drawnNotes(drawn)]).toEqual(['note:n']);
    const kept = withEdits(noted, changeNote(noted, note.entry, { tag: 'device-only' }));
    expect(drawFromNote(kept, { ...note, tag: 'device-only' }, { id: 'r', section: 'strength' })).toEqual([]);
    expect(addFollowUp(kept, { id: 'f', what: 'x', owner: '', dueOn: null, source: { from: 'note', id: 'note:n' } })).toEqual([]);
  });

  test('yes offers a strength, partly and not yet a growth area with the coaching move, once', () => {
    const meeting = marked(['purpose-stated', 'yes'], ['impact-stated', 'no'], ['needs-prioritized', 'partly'], ['safeguards-offered', 'na']);
    expect(suggestions(meeting, phases).map(({ section, item: asked, text }) => [section, asked.item.id, text])).toEqual([
      ['strength', 'purpose-stated', item('purpose-stated').label],
      ['growth', 'impact-stated', item('impact-stated').coachingMove],
      ['growth', 'needs-prioritized', item('needs-prioritized').coachingMove],
    ]);
    const used = withEdits(meeting, addReflection(meeting, { id: 'r', section: 'growth', text: 'x', source: { from: 'item', id: 'impact-stated' } }));
    expect(suggestions(used, phases).map((offer) => offer.item.item.id)).toEqual(['purpose-stated', 'needs-prioritized']);
  });

  test('the sentence that stood out is written and written over', () => {
    const once = withEdits(none, setStandout(none, 'first'));
    expect(standoutOf(withEdits(once, setStandout(once, '')))).toBe('');
    expect(setStandout(once, 'first')).toEqual([]);
  });
});

describe('next steps', () => {
  test.each([
    ['2026-11-11', null, 'past'], ['2026-11-12', null, 'today'], ['2026-11-13', null, 'coming'], [null, null, 'undated'],
    ['2026-11-01', '2026-11-12', 'done'],
  ] as const)('due %s, done %s is %s', (dueOn, doneOn, state) => {
    expect(dueState({ dueOn, doneOn }, '2026-11-12')).toBe(state);
  });

  test('sort by due date, undated last, in one total order', () => {
    const step = fc.record({ dueOn: fc.option(fc.constantFrom('2026-01-01', '2026-01-02')), what: fc.constantFrom('a', 'b') });
    fc.assert(fc.property(step, step, step, (a, b, c) => {
      expect(Math.sign(byDue(a, b))).toBe(-Math.sign(byDue(b, a)) + 0);
      if (byDue(a, b) <= 0 && byDue(b, c) <= 0) expect(byDue(a, c)).toBeLessThanOrEqual(0);
    }));
    expect([{ dueOn: null, what: '' }, { dueOn: '2026-01-01', what: '' }].sort(byDue)[1]?.dueOn).toBeNull();
  });

  test('are carried over once: neither open nor done in the old meeting, open and undated in the new one', () => {
    const old = withEdits(none, addFollowUp(none, { id: 'f', what: 'send', owner: 'case manager', dueOn: '2026-11-01', source: self }));
    const entry = entryIdOf('follow-up', 'f');
    const [step] = followUpsOf(old);
    if (!step) throw new Error('no step');
    const next = withEdits(none, takeOver(none, { meeting: 'old', entry }, step));
    expect(followUpsOf(next)).toMatchObject([{ what: 'send', owner: 'case manager', dueOn: null, carriedFrom: { meeting: 'old', entry } }]);
    expect(takeOver(next, { meeting: 'old', entry }, step)).toEqual([]);
    const closed = withEdits(old, setCarried(old, entry, { meeting: 'next', entry }));
    expect(setCarried(closed, entry, { meeting: 'next', entry })).toEqual([]);
    expect(followUpsOf(closed).map((one) => [isOpen(one), dueState(one, '2026-11-12')])).toEqual([[false, 'carried']]);
    expect(followUpsOf(withEdits(closed, setCarried(closed, entry, null))).map((one) => dueState(one, '2026-11-12'))).toEqual(['past']);
  });

  test('are written, changed, done, opened again and removed', () => {
    const one = withEdits(none, addFollowUp(none, { id: 'f', what: 'send', owner: 'case manager', dueOn: null, source: self }));
    const entry = entryIdOf('follow-up', 'f');
    const done = withEdits(one, setDone(one, entry, '2026-11-12'));
    expect(followUpsOf(done)).toMatchObject([{ what: 'send', doneOn: '2026-11-12' }]);
    expect(followUpsOf(withEdits(done, setDone(done, entry, null)))[0]?.doneOn).toBeNull();
    expect(changeFollowUp(one, entry, { what: 'send' })).toEqual([]);
    expect(followUpsOf(withEdits(one, removeFollowUp(one, entry)))).toEqual([]);
  });
});

describe('finishing', () => {
  test('ends a running meeting and an open turn; reopening leads to the next revision', () => {
    const running = withEdits(none, startMeeting(none, 1));
    const speaking = withEdits(running, takeFloor(running, 'family', { id: 't', nowMs: 2 }));
    const finished = withEdits(speaking, finishEdits(speaking, 9));
    expect([isRunning(finished), speakingNow(finished), isFinished(finished), revisionOf(finished)]).toEqual([false, null, true, 1]);
    expect(finishEdits(finished, 10)).toEqual([]);
    const open = withEdits(finished, reopenEdits(finished));
    expect([isFinished(open), revisionOf(open), reopenEdits(open).length]).toEqual([false, 1, 0]);
    const again = withEdits(open, finishEdits(open, 11));
    expect([isFinished(again), revisionOf(again)]).toEqual([true, 2]);
  });
});
