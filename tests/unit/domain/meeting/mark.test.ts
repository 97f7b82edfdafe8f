import { describe, expect, it } from 'vitest';
import { answers } from '#domain/entry.ts';
import { answerOf, markEntry, offeredAnswers, setMark } from '#domain/meeting/mark.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { meetingAfter, tenMs, withEdits } from '../meeting-of.ts';

const { items } = defaultRoadmap();
const item = items.find(({ allowPartly }) => allowPartly);
const legal = items.find(({ allowPartly }) => !allowPartly);
if (!item || !legal) throw new Error('the roadmap has both');

describe('a mark', () => {
  it('is there as soon as the item was answered, and none before', () => {
    expect(answerOf(meetingAfter(), item.id)).toBeNull();
    const meeting = meetingAfter((m) => setMark(m, item, 'partly', tenMs));
    expect(answerOf(meeting, item.id)).toBe('partly');
    expect(meeting.mark.get(markEntry(item.id))).toEqual({ answer: 'partly', atMs: tenMs });
  });

  it('is replaced by another answer', () => {
    const meeting = meetingAfter((m) => setMark(m, item, 'yes', tenMs), (m) => setMark(m, item, 'no', tenMs + 1));
    expect(answerOf(meeting, item.id)).toBe('no');
    expect(meeting.mark.size).toBe(1);
  });

  it('is taken back by the same answer', () => {
    const meeting = meetingAfter((m) => setMark(m, item, 'yes', tenMs));
    expect(setMark(meeting, item, 'yes', tenMs + 1)).toEqual([{ kind: 'mark', entry: markEntry(item.id), value: null }]);
  });

  it('keeps what a later version wrote beside the answer', () => {
    const entry = markEntry(item.id);
    const meeting = withEdits(meetingAfter(), [{ kind: 'mark', entry, value: { answer: 'yes', atMs: tenMs, certainty: 3 } }]);
    expect(setMark(meeting, item, 'no', tenMs)[0]?.value).toMatchObject({ answer: 'no', certainty: 3 });
  });

  it('is never partly where the law knows only yes and no', () => {
    expect(setMark(meetingAfter(), legal, 'partly', tenMs)).toEqual([]);
    expect(offeredAnswers(legal)).toEqual(['yes', 'no', 'na']);
    expect(offeredAnswers(item)).toEqual(answers);
    expect(setMark(meetingAfter(), legal, 'na', tenMs)).toHaveLength(1);
  });
});
