import { identityToRecipient, generateIdentity, Decrypter } from 'age-encryption';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { prepareLog } from '#app/export/export-log.ts';
import { exportRecord } from '#app/export/export-record.ts';
import { logSummary, readExportLog } from '#app/export/log.ts';
import { prepareRecord, type Prepared, type RecordOrder } from '#app/export/prepare.ts';
import { readRevision, readRevisions } from '#app/export/revisions.ts';
import { finishMeeting, reopenMeeting } from '#app/meeting/finish-meeting.ts';
import { openMeeting, type OpenedMeeting } from '#app/meeting/open-meeting.ts';
import { loadSample } from '#app/meeting/sample.ts';
import { entryIdOf } from '#domain/ids.ts';
import { addFollowUp } from '#domain/meeting/follow-up.ts';
import { addNote } from '#domain/meeting/note.ts';
import { setStandout } from '#domain/meeting/reflection.ts';
import { meetingOf } from '#domain/merge.ts';
import { allNotes } from '#domain/record/chosen-notes.ts';
import { parseRecord } from '#domain/record/record.ts';
import { readRecord } from '#intake/read-record.ts';
import { fakeApp, type FakeApp } from '#tests/support/fake-app.ts';
import { files } from '#ui/words/en/files.ts';

async function withSample(): Promise<FakeApp & { opened: OpenedMeeting }> {
  const fake = fakeApp();
  const opened = await openMeeting(fake.app, await loadSample(fake.app));
  if (!opened.ok) throw new Error(opened.error.type);
  await opened.value.session.act(addNote({ id: 'x1', text: 'only for me', tag: 'device-only', about: { to: 'meeting', id: '' }, nowMs: fake.app.nowMs() }));
  return { ...fake, opened: opened.value };
}
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const tables: RecordOrder = { form: 'tables-csv', identified: false, reason: '', seal: null, notes: allNotes, names: false, readMe: files.tables };
const record: RecordOrder = { ...tables, form: 'record-json', reason: 'asked for' };
const had = async (prepared: ReturnType<typeof prepareRecord>): Promise<Prepared> => {
  const made = await prepared;
  if (!made.ok) throw new Error(made.error.type);
  return made.value;
};
const unzipped = (bytes: Uint8Array): string => Object.values(unzipSync(bytes)).map((part) => strFromU8(part)).join('\n');

describe('exporting in one step', () => {
  it('gives the record only for a reason, and writes down which', async () => {
    const { app, opened, store } = await withSample();
    expect(await exportRecord(app, opened, { reason: '  ' })).toEqual({ ok: false, error: { type: 'ReasonMissing' } });
    expect(store.log).toEqual([]);
    const file = await exportRecord(app, opened, { reason: ' records request ' });
    if (!file.ok) throw new Error(file.error.type);
    expect(file.value.mediaType).toBe('application/json');
    expect(file.value.name).toMatch(/^sample-observation-record-[0-9a-f]{8}-revision-1\.json$/);
    expect(textOf(file.value.bytes)).not.toContain('only for me');
    expect((await readRecord(new Blob([file.value.bytes]), { nowMs: app.nowMs() })).ok).toBe(true);
    expect(store.log).toMatchObject([{ what: 'record-json', kind: 'identified', reason: 'records request', meetings: 1 }]);
    expect(store.log[0]?.deviceOnlyNotesLeftOut).toBeGreaterThan(0);
  });

  it('gives the meeting out also when the tablet is full', async () => {
    const { app, opened, store } = await withSample();
    store.refuse({ type: 'StorageFull', usedBytes: 1, quotaBytes: 1 });
    void opened.session.act(setStandout(meetingOf(opened.session.replica), 'Not on the disk.')); // waits for room
    const file = await exportRecord(app, opened, { reason: 'the tablet is full' });
    expect(file.ok && textOf(file.value.bytes)).toContain('Not on the disk.');
  });
});

describe('making a file ready', () => {
  it('logs nothing yet, and says all that the log will', async () => {
    const { app, opened, store } = await withSample();
    expect(await prepareRecord(app, opened, { ...tables, identified: true })).toMatchObject({ error: { type: 'ReasonMissing' } });
    const { file, line, canShare } = await had(prepareRecord(app, opened, { ...tables, identified: true, reason: 'audit' }));
    expect(file.name).toMatch(/^sample-observation-tables-[0-9a-f]{8}-revision-1\.zip$/);
    expect(line).toMatchObject({ what: 'tables-csv', kind: 'identified', reason: 'audit', meetings: 1 });
    expect(line.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect([canShare, store.log]).toEqual([false, []]);
    expect((await had(prepareRecord(app, opened, { ...tables, reason: 'not asked for' }))).line).toMatchObject({ kind: 'de-identified', reason: '' });
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
    expect(textOf((await had(prepareRecord(app, opened, { ...record, revision: 1 }))).file.bytes)).not.toContain('Seen anew.');
    expect(textOf((await had(prepareRecord(app, opened, record))).file.bytes)).toContain('Seen anew.');
    expect(await prepareRecord(app, opened, { ...record, revision: 7 })).toEqual({ ok: false, error: { type: 'RevisionMissing', revision: 7 } });
  });

  it('leaves notes out of a record, which says so and is still one', async () => {
    const { app, opened } = await withSample();
    await opened.session.act(addNote({ id: 'g1', text: 'A growth note.', tag: 'growth', about: { to: 'meeting', id: '' }, nowMs: app.nowMs() }));
    const { file, line } = await had(prepareRecord(app, opened, { ...record, notes: new Set(['strength', 'family', 'follow-up', 'none']) }));
    const read = parseRecord(JSON.parse(textOf(file.bytes)));
    expect(read.ok && read.value.notesLeftOut).toEqual(['growth']);
    expect(textOf(file.bytes)).not.toContain('A growth note.');
    expect(line.notesLeftOut).toEqual(['growth']);
  });

  it('names nobody in tables unless asked, and never changes the words of a record', async () => {
    const { app, opened } = await withSample();
    const meeting = meetingOf(opened.session.replica);
    await opened.session.act(addFollowUp(meeting, { id: 'f9', what: 'Call Mrs. Ortega', owner: 'Mr. Lee', dueOn: null, source: { from: 'self', id: '' } }));
    const named = { ...tables, identified: true, reason: 'r' };
    expect(unzipped((await had(prepareRecord(app, opened, named))).file.bytes)).not.toMatch(/Ortega|Lee/);
    expect(unzipped((await had(prepareRecord(app, opened, { ...named, names: true }))).file.bytes)).toMatch(/Ortega[^]*Lee/);
    expect(unzipped((await had(prepareRecord(app, opened, { ...tables, names: true }))).file.bytes)).not.toMatch(/Ortega|Lee/);
    expect(textOf((await had(prepareRecord(app, opened, record))).file.bytes)).toMatch(/Ortega/);
  });

  it('seals it for a passphrase or a reader, and refuses a weak seal first', async () => {
    const { app, opened } = await withSample();
    const sealedBy = (seal: RecordOrder['seal']) => prepareRecord(app, opened, { ...record, seal });
    expect(await sealedBy({ for: 'passphrase', passphrase: 'short', again: 'short' })).toMatchObject({ error: { type: 'SealShort', least: 12 } });
    expect(await sealedBy({ for: 'passphrase', passphrase: 'long enough for it', again: 'long enough for ít' })).toMatchObject({ error: { type: 'SealDiffers' } });
    expect(await sealedBy({ for: 'recipients', keys: ' \n' })).toMatchObject({ error: { type: 'RecipientRefused', line: 1 } });
    const identity = await generateIdentity();
    const reader = await identityToRecipient(identity);
    expect(await sealedBy({ for: 'recipients', keys: `${reader}\nage1nokey` })).toMatchObject({ error: { type: 'RecipientRefused', line: 2 } });
    const { file, line } = await had(sealedBy({ for: 'recipients', keys: reader }));
    const opener = new Decrypter();
    opener.addIdentity(identity);
    expect(parseRecord(JSON.parse(await opener.decrypt(file.bytes, 'text'))).ok).toBe(true);
    expect(file.name).toMatch(/\.json\.age$/);
    expect(line.sealed).toBe('recipients');
  });
});

describe('the log', () => {
  it('has what left without a file, the latest first', async () => {
    const { app, opened, clock } = await withSample();
    const { replica } = opened.session;
    expect(logSummary(app, replica, { way: 'printed', identified: true, reason: '' })).toMatchObject({ error: { type: 'ReasonMissing' } });
    logSummary(app, replica, { way: 'printed', identified: false, reason: 'not asked for' });
    clock.pass(1_000);
    logSummary(app, replica, { way: 'copied', identified: true, reason: 'for the team' });
    expect((await readExportLog(app)).map(({ what, kind, reason }) => [what, kind, reason])).toEqual([['summary-text', 'identified', 'for the team'], ['summary-print', 'de-identified', '']]);
  });

  it('leaves as CSV in which no reason is a formula', async () => {
    const { app, opened } = await withSample();
    logSummary(app, opened.session.replica, { way: 'printed', identified: true, reason: '=HYPERLINK("x")' });
    const { file, line } = await prepareLog(app);
    expect(textOf(file.bytes)).toContain('"\'=HYPERLINK(""x"")"');
    expect(textOf(file.bytes)).toMatch(/"summary-print","identified","printed","1"/);
    expect(line).toMatchObject({ what: 'log-csv', kind: 'none' });
  });
});
