/** Devices with meetings on them, and backups of them. */
import { planMeeting } from '#app/meeting/plan-meeting.ts';
import { finishMeeting } from '#app/meeting/finish-meeting.ts';
import { openMeeting } from '#app/meeting/open-meeting.ts';
import { endMeeting, startMeeting } from '#domain/meeting/timing.ts';
import { setMark } from '#domain/meeting/mark.ts';
import { meetingOf } from '#domain/merge.ts';
import type { Edit } from '#domain/entry.ts';
import type { MeetingId } from '#domain/ids.ts';
import { assert } from '#domain/result.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import type { Item } from '#domain/roadmap/roadmap.ts';
import { makeBackup, type MadeBackup } from '#app/backup/make-backup.ts';
import { fakeApp, type FakeApp } from '#tests/support/fake-app.ts';
import { basics, note } from '#tests/unit/export/records.ts';

export const passphrase = 'four words of the meadow';
export const secret = 'Stays here: tamarin';

/** An item of the shipped roadmap. */
export function itemOf(id: string): Item {
  const item = defaultRoadmap().items.find((candidate) => candidate.id === id);
  assert(item, `the roadmap has ${id}`);
  return item;
}

let devices = 0;

/** A device of its own: its ids and stamps meet with nobody else's. */
export function device(): FakeApp {
  const fake = fakeApp();
  devices += 1;
  const part = devices.toString(16).padStart(4, '0');
  const newId = fake.app.newId;
  Object.assign(fake.app, {
    newId: () => newId().replace('00000000-0000', `0000${part}-0000`),
    node: `000000000000${part}`,
  });
  return fake;
}

/** A meeting that was held and finished, with a device-only note. */
export async function finished(fake: FakeApp, code = 'R-14', more: readonly Edit[] = []): Promise<MeetingId> {
  const { app, clock } = fake;
  const id = await planMeeting(app, [basics({ code }), note(secret, 'device-only', 'n7'), ...more]);
  const opened = await openMeeting(app, id);
  assert(opened.ok, 'the meeting opens');
  const { session } = opened.value;
  await session.act(startMeeting(meetingOf(session.replica), clock.nowMs));
  await session.act(setMark(meetingOf(session.replica), itemOf('goal-from-need'), 'yes', clock.nowMs));
  clock.pass(3_600_000);
  await session.act(endMeeting(meetingOf(session.replica), clock.nowMs));
  const record = await finishMeeting(app, opened.value);
  assert(record.ok, `the meeting can be finished: ${JSON.stringify(record)}`);
  session.close();
  return id;
}

export async function backedUp({ app }: FakeApp): Promise<MadeBackup> {
  const made = await makeBackup(app, { passphrase, again: passphrase });
  assert(made.ok, `a backup is made: ${JSON.stringify(made)}`);
  return made.value;
}

export const fileOf = ({ file }: Pick<MadeBackup, 'file'>): File => new File([file.bytes], file.name, { type: file.mediaType });
