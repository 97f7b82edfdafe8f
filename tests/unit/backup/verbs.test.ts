import { describe, expect, it } from 'vitest';
import { keepMade, makeBackup } from '#app/backup/make-backup.ts';
import { previewRestore, type RestorePreview } from '#app/backup/preview-restore.ts';
import { backupReminder, readLastBackup } from '#app/backup/reminder.ts';
import { restore } from '#app/backup/restore.ts';
import { openMeeting } from '#app/meeting/open-meeting.ts';
import { setMark } from '#domain/meeting/mark.ts';
import { meetingOf } from '#domain/merge.ts';
import type { MeetingId } from '#domain/ids.ts';
import { assert } from '#domain/result.ts';
import type { FakeApp } from '#tests/support/fake-app.ts';
import { backedUp, device, fileOf, finished, itemOf, passphrase, secret } from './kit.ts';

async function previewed(fake: FakeApp, file: File): Promise<RestorePreview> {
  const preview = await previewRestore(fake.app, file, { passphrase });
  assert(preview.ok, `the file opens: ${JSON.stringify(preview)}`);
  return preview.value;
}

const brought = async (fake: FakeApp, file: File): Promise<void> => {
  const done = await restore(fake.app, await previewed(fake, file), { bringBack: false });
  assert(done.ok, 'it is restored');
};

async function marks(fake: FakeApp, id: MeetingId, item: string): Promise<void> {
  const opened = await openMeeting(fake.app, id);
  assert(opened.ok, 'the meeting opens');
  const { session } = opened.value;
  await session.act(setMark(meetingOf(session.replica), itemOf(item), 'no', fake.clock.nowMs));
  session.close();
}

const stateOf = ({ store }: FakeApp): unknown => JSON.parse(JSON.stringify({
  changes: [...store.changes].sort((a, b) => (a.stamp < b.stamp ? -1 : 1)), listed: [...store.listed], records: store.records,
  settings: [...store.settings], log: store.log, drafts: [...store.drafts],
}));

describe('making a backup', () => {
  it('asks for a passphrase that is long enough and typed twice', async () => {
    const { app } = device();
    expect(await makeBackup(app, { passphrase: 'short', again: 'short' })).toEqual({ ok: false, error: { type: 'PassphraseShort', least: 12 } });
    expect(await makeBackup(app, { passphrase, again: `${passphrase}.` })).toEqual({ ok: false, error: { type: 'PassphraseDiffers' } });
  });

  it('can be called off', async () => {
    const { app } = device();
    const controller = new AbortController();
    controller.abort();
    expect(await makeBackup(app, { passphrase, again: passphrase, signal: controller.signal })).toEqual({ ok: false, error: { type: 'CalledOff' } });
  });

  it('counts as made only when it is said to be saved', async () => {
    const fake = device();
    await finished(fake);
    const made = await backedUp(fake);
    expect(await readLastBackup(fake.app)).toBeNull();
    await keepMade(fake.app, made);
    expect(await readLastBackup(fake.app)).toMatchObject({ atMs: fake.clock.nowMs });
    expect(fake.store.log.at(-1)).toMatchObject({ what: 'backup-made', meetings: 1 });
  });
});

describe('membership with a hub', () => {
  it('comes along, so that a restored tablet is still the member; what can be asked for again does not', async () => {
    const [from, empty, other] = [device(), device(), device()];
    await finished(from);
    await from.store.write({ sync: [{ id: 'identity', value: { memberId: 'one' } }, { id: 'keyrings', value: 'keys' }, { id: 'cursors', value: { a: 7 } }, { id: 'pass', value: 1 }] });
    await other.store.write({ sync: [{ id: 'identity', value: { memberId: 'another' } }] });
    const file = fileOf(await backedUp(from));
    await brought(empty, file);
    expect([...empty.store.synced.sync]).toEqual([['identity', { memberId: 'one' }], ['keyrings', 'keys']]);
    await brought(other, file);
    expect([...other.store.synced.sync]).toEqual([['identity', { memberId: 'another' }]]);
  });
});

describe('restoring', () => {
  it('into an empty device makes it equal, device-only notes with it; twice changes nothing', async () => {
    const from = device();
    const id = await finished(from);
    from.store.drafts.set(id, { text: 'half a wo' });
    from.store.settings.set('phrases', ['Said first.']);
    const file = fileOf(await backedUp(from));
    const to = device();
    expect((await previewed(to, file)).counts).toMatchObject({ fresh: 1, grown: 0, same: 0, gone: 0, settings: 1, records: 1 });
    expect(to.store.changes).toEqual([]);
    await brought(to, file);
    expect(JSON.stringify(to.store.changes)).toContain(secret);
    expect(to.store.drafts.get(id)).toEqual({ text: 'half a wo' });
    expect(to.store.settings.get('phrases')).toEqual(['Said first.']);
    expect(to.store.changes).toEqual(from.store.changes);
    expect(to.store.records).toEqual(from.store.records);
    expect(to.store.listed).toEqual(from.store.listed);
    const once = stateOf(to);
    expect((await previewed(to, file)).isNothing).toBe(true);
    await brought(to, file);
    expect(stateOf(to)).toEqual(once);
  });

  it('into a used device keeps what is later on either side', async () => {
    const one = device();
    const id = await finished(one);
    const two = device();
    await brought(two, fileOf(await backedUp(one)));
    one.clock.pass(60_000);
    two.clock.pass(120_000);
    await marks(one, id, 'draft-marked-draft');
    await marks(two, id, 'goal-from-need');
    two.store.settings.set('phrases', ['Mine.']);
    one.store.settings.set('phrases', ['Theirs.']);
    const own = await finished(two, 'OWN-1');
    const preview = await previewed(two, fileOf(await backedUp(one)));
    expect(preview.counts).toMatchObject({ fresh: 0, grown: 1, same: 0, changes: 1 });
    await brought(two, fileOf(await backedUp(one)));
    const opened = await openMeeting(two.app, id);
    assert(opened.ok, 'it opens');
    const meeting = meetingOf(opened.value.session.replica);
    expect([...meeting.mark].map(([entry, { answer }]) => [entry, answer]).sort()).toEqual([['mark:draft-marked-draft', 'no'], ['mark:goal-from-need', 'no']]);
    expect(two.store.settings.get('phrases')).toEqual(['Mine.']);
    expect(two.store.listed.get(own)?.digest.code).toBe('OWN-1');
    // And the other way round: both sides are alike.
    await brought(one, fileOf(await backedUp(two)));
    const stamps = ({ store }: FakeApp): string[] => store.changes.map(({ stamp }) => stamp).sort();
    expect(stamps(one)).toEqual(stamps(two));
  });

  it('changes nothing when it is called off or the disk is full', async () => {
    const from = device();
    await finished(from);
    const file = fileOf(await backedUp(from));
    const to = device();
    const preview = await previewed(to, file);
    const before = stateOf(to);
    const controller = new AbortController();
    controller.abort();
    expect(await restore(to.app, preview, { bringBack: false, signal: controller.signal })).toEqual({ ok: false, error: { type: 'CalledOff' } });
    to.store.refuse({ type: 'StorageFull', usedBytes: 1, quotaBytes: 1 });
    expect(await restore(to.app, preview, { bringBack: false })).toMatchObject({ ok: false, error: { type: 'StorageFull' } });
    expect(stateOf(to)).toEqual(before);
  });

  it('refuses a file whose roadmap version says something else', async () => {
    const from = device();
    await finished(from);
    const [roadmap] = from.store.roadmaps;
    assert(roadmap, 'a roadmap is kept');
    from.store.roadmaps.splice(0, 1, { ...roadmap, title: 'Another one' });
    const file = fileOf(await backedUp(from));
    expect(await previewRestore(device().app, file, { passphrase })).toMatchObject({ ok: false, error: { type: 'RoadmapDiffers' } });
  });
});

describe('the reminder', () => {
  const dayMs = 86_400_000;
  it('speaks after seven days of something that is in no backup, and of nothing else', async () => {
    const fake = device();
    const now = async (): Promise<ReturnType<typeof backupReminder>> =>
      backupReminder((await fake.store.readMeetings()).meetings, await readLastBackup(fake.app), fake.clock.nowMs);
    expect(await now()).toBeNull();
    const id = await finished(fake);
    fake.clock.pass(6 * dayMs);
    expect(await now()).toBeNull();
    fake.clock.pass(dayMs);
    expect(await now()).toEqual({ meetings: 1, sinceDay: '2026-11-12', lastDay: null });
    await keepMade(fake.app, await backedUp(fake));
    fake.clock.pass(30 * dayMs);
    expect(await now()).toBeNull();
    const listed = fake.store.listed.get(id);
    assert(listed, 'it is on the list');
    fake.store.listed.set(id, { ...listed, digest: { ...listed.digest, revision: 2 } });
    expect(await now()).toMatchObject({ meetings: 1, lastDay: '2026-11-19' });
  });
});
