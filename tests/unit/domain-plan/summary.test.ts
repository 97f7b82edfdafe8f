import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseChange } from '#domain/parse-change.ts';
import { digestSchema } from '#domain/digest-schema.ts';
import { digestOf, stateOf } from '#domain/digest-of.ts';
import { searchDigest } from '#domain/search-digest.ts';
import { emptyMeeting, type Meeting } from '#domain/entry.ts';
import { meetingOf, replicaOf } from '#domain/merge.ts';
import { conditionsOf, setBasics } from '#domain/meeting/plan.ts';
import { suspectSpans } from '#domain/meeting/names-guard.ts';
import { addNote } from '#domain/meeting/note.ts';
import { addReflection, setStandout } from '#domain/meeting/reflection.ts';
import { voiceShares } from '#domain/meeting/voice.ts';
import { finishEdits, reopenEdits } from '#domain/record/finish.ts';
import { defaultSummaryOptions, summaryOf, summarySections } from '#domain/record/summary.ts';
import { omission, withoutCode } from '#domain/record/without-code.ts';
import { askedPhases } from '#domain/roadmap/asked-items.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { sampleMeeting } from '#domain/sample-meeting.ts';
import { withEdits } from '#domain/with-edits.ts';
import { anyJournal, someMeeting } from '#tests/support/arbitrary-meeting.ts';

const roadmap = defaultRoadmap();
const none: Meeting = emptyMeeting();
// 12 November 2026, 12:00 in the time zone of the tests.
const nowMs = Date.UTC(2026, 10, 12, 19);
const newId = (): (() => string) => {
  let next = 0;
  return () => `id${String((next += 1))}`;
};
const edits = sampleMeeting({ roadmap, newId: newId(), nowMs });
const sample = withEdits(none, edits);
const phasesOf = (meeting: Meeting) => askedPhases(roadmap, conditionsOf(meeting));
const summary = (meeting: Meeting, identified: boolean, sections = defaultSummaryOptions.sections) =>
  summaryOf(meeting, { meetingId: someMeeting, roadmap, phases: phasesOf(meeting), nowMs }, { sections, identified, names: true });

describe('the sample meeting', () => {
  test('consists of valid changes and says that it is a sample', () => {
    for (const edit of edits) {
      const stamp = '0000000000010000-0000000000000001';
      expect(parseChange({ ...edit, meeting: someMeeting, act: someMeeting, stamp })).toMatchObject({ ok: true });
    }
    expect(new Set(edits.map(({ entry }) => entry)).size).toBe(edits.length);
    expect(digestOf(sample, roadmap)).toMatchObject({ sample: true, code: 'SAMPLE', state: 'held', onDate: '2026-11-12' });
  });

  test('uses only items and phases of the roadmap, and only items that are asked', () => {
    const asked = new Set(phasesOf(sample).flatMap(({ items }) => items.map(({ item }) => `mark:${item.id}`)));
    expect([...sample.mark.keys()].filter((entry) => !asked.has(entry))).toEqual([]);
    const phases = new Set(roadmap.phases.map(({ id }) => id));
    expect([...sample.visit.values()].every(({ phase }) => phases.has(phase))).toBe(true);
  });

  test('shows everything that a summary can show', () => {
    const page = summary(sample, true);
    expect(page).toMatchObject({ sample: true, code: 'SAMPLE', interpreter: true, language: 'Spanish', attendeesCount: 7 });
    expect(page.strengths.length).toBeGreaterThanOrEqual(page.growth.length);
    expect(page.thread.map(({ row }) => row)).toEqual(['g1', 'g2', 'g3', 'g4']);
    expect(page.familyWords).toHaveLength(1);
    expect(page.voice).toEqual(voiceShares(sample, nowMs));
    expect(new Set([...sample.note.values()].map(({ tag }) => tag)).size).toBe(6);
  });

  test('is told in Spanish with the same marks and turns, every text of its own and without a name', () => {
    const spanish = withEdits(none, sampleMeeting({ roadmap, newId: newId(), nowMs, language: 'es' }));
    expect([...spanish.mark]).toEqual([...sample.mark]);
    expect([...spanish.turn]).toEqual([...sample.turn]);
    const texts = (meeting: Meeting): string[] => [
      ...[...meeting.note.values(), ...meeting.reflection.values()].map(({ text }) => text),
      ...[...meeting['follow-up'].values()].flatMap(({ what, owner }) => [what, owner]),
      ...[...meeting.goal.values(), ...meeting.bead.values()].map(({ words }) => words).filter(Boolean),
    ];
    const told = texts(spanish);
    expect(told).toHaveLength(texts(sample).length);
    expect(told.filter((text) => text === '' || texts(sample).includes(text) || suspectSpans(text).length > 0)).toEqual([]);
    expect([...spanish.reflection.values()].filter(({ source }) => source.from === 'note')).toHaveLength(2);
  });

  test('leaves out what another roadmap does not have', () => {
    const small = { ...roadmap, items: roadmap.items.filter(({ id }) => id === 'purpose-stated'), phases: roadmap.phases.slice(0, 3) };
    const meeting = withEdits(none, sampleMeeting({ roadmap: small, newId: newId(), nowMs }));
    expect([...meeting.mark.keys()]).toEqual(['mark:purpose-stated']);
  });
});

describe('a de-identified summary', () => {
  test('has neither code, place, team nor any day', () => {
    const coded = withEdits(sample, setBasics(sample, { code: 'R-14', sample: false }));
    const spoken = withEdits(coded, setStandout(coded, 'For r-14 the family set the direction.'));
    const page = summary(spoken, false);
    expect(page).toMatchObject({ code: null, team: null, school: null, room: null, meetingId: null });
    expect(page.held).toEqual({ onDate: null, month: '2026-11', startedAtMs: null, endedAtMs: null, minutes: 62 });
    expect(page.standout).toBe(`For ${omission} the family set the direction.`);
    expect(JSON.stringify(page)).not.toMatch(/R-14|Sample Elementary|Room 12|case manager B|2026-\d\d-\d\d/iu);
    expect(page.nextSteps.map(({ dueOn }) => dueOn)).toEqual(['2026-11', '2026-11', '2026-11']);
  });

  test('of any meeting has no day', () => {
    fc.assert(fc.property(anyJournal, (journal) => {
      const page = summary(meetingOf(replicaOf(journal)), false);
      expect([page.held.onDate, page.held.startedAtMs, page.held.endedAtMs, page.code, page.team]).toEqual([null, null, null, null, null]);
    }));
  });

  test.each([
    ['K-07', 'k-07 came; K-071 did not', `${omission} came; K-071 did not`],
    ['SAMPLE', 'a writing sample of SAMPLE', `a writing sample of ${omission}`],
    ['a.b*', 'a.b* and axb*', `${omission} and axb*`],
    ['', 'nothing to leave out', 'nothing to leave out'],
  ])('leaves the code %s out of text', (code, words, without) => {
    expect(withoutCode(words, code)).toBe(without);
  });
});

describe('a summary', () => {
  test('gives items their numbers and counts what was looked at', () => {
    const page = summary(sample, true);
    const impact = page.growth.find(({ text }) => text.startsWith('One clear sentence'));
    expect(impact?.number).toMatch(/^3\.\d$/u);
    expect(page.strengths.every(({ number }) => number !== null)).toBe(true);
    expect(page.growth.at(-1)?.number).toBeNull();
    const marks = page.seen.flatMap((phase) => phase.marks);
    expect(page.lookedAt).toEqual({ count: marks.filter((mark) => mark !== null).length, of: marks.length });
    expect(page.seen.some(({ phase }) => phase === 'follow-through')).toBe(false);
  });

  test('holds no growth line back and keeps the order of strengths', () => {
    const texts = ['one', 'two', 'three', 'four'];
    const meeting = texts.reduce<Meeting>((known, text) =>
      withEdits(known, addReflection(known, { id: text, section: 'growth', text, source: { from: 'self', id: '' } })), none);
    expect(summary(meeting, false).growth.map(({ text }) => text)).toEqual(texts);
  });

  test.each(summarySections)('leaves %s out when it is switched off', (section) => {
    const off = summary(sample, true, { ...defaultSummaryOptions.sections, [section]: false });
    const on = summary(sample, true);
    expect(on[section]).not.toEqual(off[section]);
    expect(off).toEqual({ ...on, [section]: off[section] });
  });
});

describe('digests', () => {
  test('of any meeting are valid', () => {
    fc.assert(fc.property(anyJournal, (journal) => {
      expect(digestSchema.safeParse(digestOf(meetingOf(replicaOf(journal)), roadmap)).success).toBe(true);
    }));
  });

  test('tell the state from planned over held to finished and reopened', () => {
    const finished = withEdits(sample, finishEdits(sample, nowMs));
    expect([stateOf(none), stateOf(sample), stateOf(finished), stateOf(withEdits(finished, reopenEdits(finished)))])
      .toEqual(['planned', 'held', 'finished', 'held']);
  });

  const text = { id: 'n', tag: 'device-only', about: { to: 'meeting', id: '' }, nowMs: 1 } as const;
  const noted = withEdits(none, addNote({ ...text, text: 'Él leyó “El Niño” y sonrió.' }));
  const digest = digestOf(withEdits(noted, setBasics(noted, { code: 'K-07', team: 'Équipe 3', school: 'Peña', type: 'initial-iep', onDate: '2026-11-12' })), roadmap);

  test.each(['leyo', 'LEYÓ', 'le\u0301yo', 'nino sonrio', 'k-07', '  K-07  equipe ', 'pena', 'initial iep', '2026-11', '', ' ', '"leyó,"'])('are found by %j', (query) => {
    expect(searchDigest(digest, query)).toBe(true);
  });
  test.each(['leyo absent', 'k-08', '.*', 'ele', 'lleyo'])('are not found by %j', (query) => {
    expect(searchDigest(digest, query)).toBe(false);
  });
});
