/** Leaving a meeting: what is brought up to date, and which plans are not kept. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { importRecords } from '#app/intake/import-records.ts';
import { readImportFile } from '#app/intake/read-import-file.ts';
import { planMeeting } from '#app/meeting/plan-meeting.ts';
import { removeMeeting } from '#app/meeting/remove-meeting.ts';
import { loadSample } from '#app/meeting/sample.ts';
import type { MeetingId } from '#domain/ids.ts';
import { changeAttendee, attendeesOf, basicsOf, setBasics } from '#domain/meeting/plan.ts';
import { meetingOf, replicaOf } from '#domain/merge.ts';
import type { OpenMeeting } from '#ui/state/open-meeting.svelte.ts';
import { keepOpen } from '#ui/screens/meeting/opened.svelte.ts';
import { fakeApp, tenOClock, type FakeApp } from '#tests/support/fake-app.ts';
import { recordOfEdits } from '#tests/unit/export/records.ts';

let fake: FakeApp;
beforeEach(() => {
  fake = fakeApp();
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function opens(id: MeetingId): Promise<{ readonly meeting: OpenMeeting; readonly leave: () => Promise<void> }> {
  const { promise, resolve } = Promise.withResolvers<OpenMeeting>();
  const close = keepOpen(fake.app, id, (opened) => {
    if (opened.kind === 'open') resolve(opened.meeting);
  });
  const meeting = await promise;
  return { meeting, leave: async () => { close(); await settled(); } };
}
const settled = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 30); });
const onDisk = (id: MeetingId) => meetingOf(replicaOf(fake.store.changes.filter(({ meeting }) => meeting === id)));

describe('a plan that is left', () => {
  it('is not kept when nothing was ever written in it', async () => {
    const { leave } = await opens(await planMeeting(fake.app));
    await leave();
    expect(fake.store.listed.size + fake.store.changes.length).toBe(0);
  });

  it('is kept when all of it came from a file', async () => {
    const record = recordOfEdits([{ kind: 'goal', entry: 'goal:g1' as never, value: { words: 'Reading directions', order: 1 } }]);
    await importRecords(fake.app, [await readImportFile(fake.app, new File([JSON.stringify(record)], 'record.json'))]);
    const { leave } = await opens(record.meeting);
    await leave();
    expect(fake.store.listed.has(record.meeting)).toBe(true);
    expect(onDisk(record.meeting).goal.size).toBe(1);
  });

  it('is kept when another tab wrote into it meanwhile', async () => {
    const id = await planMeeting(fake.app);
    const here = await opens(id);
    vi.spyOn(fake.store, 'watchJournal').mockReturnValue(() => undefined);
    const there = await opens(id);
    there.meeting.session.close();
    here.meeting.session.close(); // frozen: it hears of nothing
    await there.meeting.act(setBasics(there.meeting.entries, { code: 'R-14' }));
    await here.leave();
    expect(basicsOf(onDisk(id)).code).toBe('R-14');
    expect(fake.store.listed.has(id)).toBe(true);
  });
});

describe('a meeting that was removed in another tab', () => {
  it('is whole again on disk once something is written into it here', async () => {
    const id = await planMeeting(fake.app);
    const { meeting } = await opens(id);
    await removeMeeting(fake.app, id);
    await settled();
    const [first] = attendeesOf(meeting.entries);
    if (first) await meeting.act(changeAttendee(meeting.entries, first.entry, { how: 'in-person' }));
    expect(fake.store.listed.has(id)).toBe(true);
    expect(attendeesOf(onDisk(id))).toEqual(attendeesOf(meeting.entries));
    expect(onDisk(id)).toEqual(meetingOf(meeting.session.replica));
  });

  it('is whole again when it was written into before this tab heard of it', async () => {
    const id = await loadSample(fake.app);
    const { meeting } = await opens(id);
    await removeMeeting(fake.app, id);
    void meeting.act(setBasics(meeting.entries, { room: 'Room 9' }));
    await settled();
    expect(basicsOf(onDisk(id))).toMatchObject({ room: 'Room 9', sample: true });
    expect(onDisk(id)).toEqual(meetingOf(meeting.session.replica));
  });

  it('leaves no empty row in the list when it is only left', async () => {
    const id = await loadSample(fake.app);
    const { leave } = await opens(id);
    await removeMeeting(fake.app, id);
    await settled();
    await leave();
    expect([...fake.store.listed.keys(), ...fake.store.changes]).toEqual([]);
    expect(fake.clock.nowMs).toBe(tenOClock);
  });
});
