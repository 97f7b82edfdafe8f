import { describe, expect, it } from 'vitest';
import { exportRecord } from '#app/export/export-record.ts';
import { exportTables } from '#app/export/export-tables.ts';
import { logPrint, readExportLog } from '#app/export/log.ts';
import { readRevision, readRevisions } from '#app/export/revisions.ts';
import { finishMeeting, reopenMeeting } from '#app/meeting/finish-meeting.ts';
import { openMeeting, type OpenedMeeting } from '#app/meeting/open-meeting.ts';
import { loadSample } from '#app/meeting/sample.ts';
import { entryIdOf } from '#domain/ids.ts';
import { addNote } from '#domain/meeting/note.ts';
import { setStandout } from '#domain/meeting/reflection.ts';
import { meetingOf } from '#domain/merge.ts';
import { readRecord } from '#intake/read-record.ts';
import { fakeApp, type FakeApp } from '#tests/support/fake-app.ts';

async function withSample(): Promise<FakeApp & { opened: OpenedMeeting }> {
  const fake = fakeApp();
  const opened = await openMeeting(fake.app, await loadSample(fake.app));
  if (!opened.ok) throw new Error(opened.error.type);
  await opened.value.session.act(addNote({ id: 'x1', text: 'only for me', tag: 'device-only', about: { to: 'meeting', id: '' }, nowMs: fake.app.nowMs() }));
  return { ...fake, opened: opened.value };
}
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('exporting', () => {
  it('gives the record only for a reason, and writes down which', async () => {
    const { app, opened, store } = await withSample();
    expect(await exportRecord(app, opened, { reason: '  ' })).toEqual({ ok: false, error: { type: 'ReasonMissing' } });
    expect(store.log).toEqual([]);
    const file = await exportRecord(app, opened, { reason: ' records request ' });
    if (!file.ok) throw new Error(file.error.type);
    expect(file.value.mediaType).toBe('application/json');
    expect(file.value.name).toMatch(/^observation-record-[0-9a-f]{8}-revision-1\.json$/);
    expect(textOf(file.value.bytes)).not.toContain('only for me');
    expect((await readRecord(new Blob([file.value.bytes]), { nowMs: app.nowMs() })).ok).toBe(true);
    expect(store.log).toMatchObject([{ what: 'record-json', kind: 'identified', reason: 'records request', meetings: 1 }]);
    expect(store.log[0]?.deviceOnlyNotesLeftOut).toBeGreaterThan(0);
  });

  it('gives de-identified tables without a reason and identified ones only for one', async () => {
    const { app, opened, store } = await withSample();
    expect((await exportTables(app, opened, { identified: false, reason: '' })).ok).toBe(true);
    expect(await exportTables(app, opened, { identified: true, reason: '' })).toMatchObject({ error: { type: 'ReasonMissing' } });
    expect((await exportTables(app, opened, { identified: true, reason: 'audit' })).ok).toBe(true);
    expect(store.log.map(({ kind, reason }) => [kind, reason])).toEqual([['de-identified', ''], ['identified', 'audit']]);
  });

  it('gives the meeting out also when the tablet is full', async () => {
    const { app, opened, store } = await withSample();
    store.refuse({ type: 'StorageFull', usedBytes: 1, quotaBytes: 1 });
    void opened.session.act(setStandout(meetingOf(opened.session.replica), 'Not on the disk.')); // waits for room
    const file = await exportRecord(app, opened, { reason: 'the tablet is full' });
    expect(file.ok && textOf(file.value.bytes)).toContain('Not on the disk.');
  });

  it('gives an earlier revision as it was', async () => {
    const { app, opened } = await withSample();
    await finishMeeting(app, opened);
    await reopenMeeting(opened);
    await opened.session.act(setStandout(meetingOf(opened.session.replica), 'Seen anew.'));
    await finishMeeting(app, opened);
    const id = opened.session.meeting;
    expect(await readRevisions(app, id)).toEqual([2, 1]);
    const first = await readRevision(app, id, 1);
    expect(first.ok && first.value.meeting.standout.get(entryIdOf('standout'))?.text).not.toBe('Seen anew.');
    const [early, late] = await Promise.all([exportRecord(app, opened, { reason: 'r', revision: 1 }), exportRecord(app, opened, { reason: 'r' })]);
    expect(early.ok && textOf(early.value.bytes)).not.toContain('Seen anew.');
    expect(late.ok && textOf(late.value.bytes)).toContain('Seen anew.');
    expect(await exportRecord(app, opened, { reason: 'r', revision: 7 })).toEqual({ ok: false, error: { type: 'RevisionMissing', revision: 7 } });
  });

  it('writes prints down, the latest first', async () => {
    const { app, opened, clock } = await withSample();
    expect(logPrint(app, opened.session.replica, { identified: true, reason: '' })).toMatchObject({ error: { type: 'ReasonMissing' } });
    logPrint(app, opened.session.replica, { identified: false, reason: 'not asked for' });
    clock.pass(1_000);
    logPrint(app, opened.session.replica, { identified: true, reason: 'for the team' });
    expect((await readExportLog(app)).map(({ kind, reason }) => [kind, reason])).toEqual([['identified', 'for the team'], ['de-identified', '']]);
  });
});
