import { describe, expect, it } from 'vitest';
import { tickFollowUp } from '#app/home/tick-follow-up.ts';
import { finishMeeting, reopenMeeting } from '#app/meeting/finish-meeting.ts';
import { openMeeting, type OpenedMeeting } from '#app/meeting/open-meeting.ts';
import { planMeeting } from '#app/meeting/plan-meeting.ts';
import type { MeetingId } from '#domain/ids.ts';
import { addFollowUp, followUpsOf } from '#domain/meeting/follow-up.ts';
import { setStandout } from '#domain/meeting/reflection.ts';
import { meetingOf } from '#domain/merge.ts';
import { isFinished, meetingOfRecord, revisionOf } from '#domain/record/finish.ts';
import { fakeApp, type FakeApp } from '#tests/support/fake-app.ts';

async function opened(fake: FakeApp, id: MeetingId): Promise<OpenedMeeting> {
  const result = await openMeeting(fake.app, id);
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}
const source = { from: 'self', id: '' } as const;

describe('a finished meeting', () => {
  it('is not taken apart by undo: opening it again is the way back', async () => {
    const fake = fakeApp();
    const meeting = await opened(fake, await planMeeting(fake.app));
    const { session } = meeting;
    await session.act(setStandout(meetingOf(session.replica), 'Heard by all.'));
    await finishMeeting(fake.app, meeting);
    await reopenMeeting(meeting);
    await finishMeeting(fake.app, meeting);
    await session.undo();
    expect(isFinished(meetingOf(session.replica))).toBe(true);
    expect(revisionOf(meetingOf(session.replica))).toBe(2);
    expect(fake.store.records.map(({ revision }) => revision)).toEqual([1, 2]);
  });

  it('gets a number above every revision that is kept here, also one from another tablet', async () => {
    const fake = fakeApp();
    const meeting = await opened(fake, await planMeeting(fake.app));
    await finishMeeting(fake.app, meeting);
    const [first] = fake.store.records;
    if (!first) throw new Error('a record was made');
    fake.store.records.push({ ...first, revision: 2 });
    await reopenMeeting(meeting);
    const third = await finishMeeting(fake.app, meeting);
    expect(third.ok && third.value.revision).toBe(3);
    expect(fake.store.records.map(({ revision }) => revision)).toEqual([1, 2, 3]);
  });

  it('has both in its latest record when two of its steps are ticked at once', async () => {
    const fake = fakeApp();
    const id = await planMeeting(fake.app);
    const meeting = await opened(fake, id);
    for (const step of ['one', 'two']) {
      await meeting.session.act(addFollowUp(meetingOf(meeting.session.replica), { id: step, what: step, owner: '', dueOn: null, source }));
    }
    await finishMeeting(fake.app, meeting);
    const [one, two] = followUpsOf(meetingOf(meeting.session.replica));
    if (!one || !two) throw new Error('two steps were written');
    await Promise.all([tickFollowUp(fake.app, id, one.entry, '2026-11-13'), tickFollowUp(fake.app, id, two.entry, '2026-11-13')]);
    const latest = fake.store.records.at(-1);
    expect(fake.store.records.map(({ revision }) => revision)).toEqual([1, 2, 3]);
    expect(latest && followUpsOf(meetingOfRecord(latest)).map(({ doneOn }) => doneOn)).toEqual(['2026-11-13', '2026-11-13']);
  });
});
