import { expect, onTestFinished, test } from 'vitest';
import { entryIdOf } from '#domain/ids.ts';
import { parseRecord, type MeetingRecord } from '#domain/record/record.ts';
import { assert } from '#domain/result.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { freshName, listed, mark, newMeeting, note, storeAt } from './store-kit.ts';

const recordOf = (meeting: string, revision: number): MeetingRecord => {
  const record = parseRecord({
    format: 'quiet-checkpoint/record', schemaVersion: 1, meeting, device: crypto.randomUUID(), revision,
    finishedAtMs: 1_790_000_000_000, sample: false, roadmap: defaultRoadmap(), entries: [], laterField: 'kept',
  });
  assert(record.ok, 'the record is one');
  return record.value;
};

test('a journal comes back as it was written, and after a restart', async () => {
  const name = freshName();
  const meeting = newMeeting();
  const changes = [
    mark(meeting), note(meeting, 'Père says “no” 🙂'),
    { ...mark(meeting), value: null, undoes: mark(meeting).act, imported: true },
    { ...mark(meeting), entry: entryIdOf('later', 'x'), kind: 'later', value: { of: ['a', 1, null] } },
  ];
  const store = await storeAt(name);
  await store.write({ changes });
  expect(await store.readJournal(meeting)).toEqual({ changes, damaged: [] });
  store.close();
  expect(await (await storeAt(name)).readJournal(meeting)).toEqual({ changes, damaged: [] });
});

test('a journal holds its own meeting only', async () => {
  const store = await storeAt(freshName());
  const [one, other] = [newMeeting(), newMeeting()];
  await store.write({ changes: [mark(one), mark(other)] });
  expect((await store.readJournal(one)).changes.map(({ meeting }) => meeting)).toEqual([one]);
});

test('a bundle goes in whole: list, record, roadmap, log line', async () => {
  const store = await storeAt(freshName());
  const meeting = newMeeting();
  const roadmap = defaultRoadmap();
  const log = {
    id: crypto.randomUUID(), atMs: 2, what: 'record-json' as const, kind: 'none' as const, meetings: 1, reason: '', deviceOnlyNotesLeftOut: 0,
  };
  const record = recordOf(meeting, 1);
  await store.write({ listed: listed(meeting, false), record, roadmap, log });
  expect(await store.readMeetings()).toEqual({ meetings: [listed(meeting, false)], damaged: [] });
  expect(await store.readMeeting(meeting)).toEqual(listed(meeting, false));
  expect(await store.readMeeting(newMeeting())).toBeNull();
  expect(await store.readRecord(meeting)).toEqual({ ok: true, value: record });
  expect(await store.readRoadmap(roadmap.id, roadmap.version)).toEqual({ ok: true, value: roadmap });
  expect(await store.readRoadmap(roadmap.id, 'another')).toEqual({ ok: true, value: null });
  await store.write({ log: { ...log, id: crypto.randomUUID(), atMs: 1 } });
  expect((await store.readLog()).map(({ atMs }) => atMs)).toEqual([1, 2]);
});

test('revisions of a record stand side by side, and the latest is read', async () => {
  const store = await storeAt(freshName());
  const meeting = newMeeting();
  for (const revision of [1, 2, 10]) await store.write({ record: recordOf(meeting, revision) });
  await store.write({ record: recordOf(newMeeting(), 99) });
  expect(await store.readRevisions(meeting)).toEqual([1, 2, 10]);
  expect(await store.readRecord(meeting)).toMatchObject({ value: { revision: 10 } });
  expect(await store.readRecord(meeting, 2)).toMatchObject({ value: { revision: 2 } });
  expect(await store.readRecord(meeting, 3)).toEqual({ ok: true, value: null });
  expect(await store.readRecords([[meeting, 10], [meeting, 3], [newMeeting(), 1], [meeting, 2]])).toMatchObject([{ revision: 10 }, null, null, { revision: 2 }]);
});

test('drafts and settings come back, are overwritten, and a null draft is gone', async () => {
  const store = await storeAt(freshName());
  const id = newMeeting();
  expect(await store.readDraft(id)).toBeNull();
  await store.writeDraft(id, { text: 'one' });
  await store.writeDraft(id, { text: 'two' });
  expect(await store.readDraft(id)).toEqual({ text: 'two' });
  await store.writeDraft(id, null);
  expect(await store.readDraft(id)).toBeNull();
  expect(await store.readSetting('device')).toBeNull();
  await store.writeSetting('device', { id });
  expect(await store.readSetting('device')).toEqual({ id });
});

test('a value is written as it was at the call', async () => {
  const store = await storeAt(freshName());
  const id = newMeeting();
  const draft = { text: 'then' };
  const written = store.writeDraft(`${id}:reflection`, draft);
  draft.text = 'later';
  await written;
  expect(await store.readDraft(`${id}:reflection`)).toEqual({ text: 'then' });
});

test('the digest of an open meeting follows its journal', async () => {
  const store = await storeAt(freshName());
  const meeting = newMeeting();
  const roadmap = defaultRoadmap();
  const row = listed(meeting, true);
  const basics = {
    type: 'annual', code: 'FROM-JOURNAL', capacity: null, onDate: null, startsAt: null, room: '', school: '', team: '',
  };
  await store.write({
    roadmap, listed: { ...row, digest: { ...row.digest, roadmap: { id: roadmap.id, version: roadmap.version } } },
    changes: [{ ...mark(meeting), entry: entryIdOf('basics'), kind: 'basics', value: basics }],
  });
  expect((await store.readMeeting(meeting))?.digest.code).toBe('FROM-JOURNAL');
  await store.write({ changes: [{ ...mark(meeting), entry: entryIdOf('basics'), kind: 'basics', value: { ...basics, code: 'NEXT' } }] });
  expect((await store.readMeetings()).meetings[0]?.digest.code).toBe('NEXT');
});

test('the digest of an open meeting is its row where the roadmap is not stored', async () => {
  const store = await storeAt(freshName());
  const meeting = newMeeting();
  await store.write({ listed: listed(meeting, true, 'ROW'), changes: [mark(meeting)] });
  expect((await store.readMeetings()).meetings[0]?.digest.code).toBe('ROW');
});

test('a removed meeting is gone with its records and drafts, and no other is', async () => {
  const store = await storeAt(freshName());
  const [gone, stays] = [newMeeting(), newMeeting()];
  for (const id of [gone, stays]) {
    await store.write({ changes: [mark(id)], listed: listed(id, false), record: recordOf(id, 1) });
    await store.writeDraft(id, 'a');
    await store.writeDraft(`${id}:thread`, 'b');
  }
  expect(await store.removeMeeting(gone)).toEqual({ ok: true, value: true });
  expect((await store.readMeetings()).meetings.map(({ id }) => id)).toEqual([stays]);
  expect((await store.readJournal(gone)).changes).toEqual([]);
  expect(await store.readRevisions(gone)).toEqual([]);
  expect([await store.readDraft(gone), await store.readDraft(`${gone}:thread`)]).toEqual([null, null]);
  expect((await store.readJournal(stays)).changes).toHaveLength(1);
  expect([await store.readDraft(stays), await store.readDraft(`${stays}:thread`)]).toEqual(['a', 'b']);
  expect(await store.readRevisions(stays)).toEqual([1]);
});

test('the self-test passes and leaves nothing', async () => {
  const store = await storeAt(freshName());
  expect(await store.selfTest()).toEqual({ ok: true, value: undefined });
  expect(await store.readSetting('self-test')).toBeNull();
});

test('the saved state counts what waits and tells the commit', async () => {
  const store = await storeAt(freshName(), { nowMs: () => 77 });
  const meeting = newMeeting();
  const seen: number[] = [];
  const stop = store.onSaved(({ pendingCount }) => seen.push(pendingCount));
  expect(store.saved).toEqual({ pendingCount: 0, heldSinceMs: null, savedAtMs: null, obstacle: null });
  const written = store.write({ changes: [mark(meeting), mark(meeting)] });
  expect(store.saved).toEqual({ pendingCount: 2, heldSinceMs: 77, savedAtMs: null, obstacle: null });
  await written;
  expect(store.saved).toEqual({ pendingCount: 0, heldSinceMs: null, savedAtMs: 77, obstacle: null });
  expect(await store.flush(1)).toBe(true);
  stop();
  await store.writeSetting('a', 1);
  expect(seen).toEqual([2, 0]);
});

test('all roadmap versions and drafts are listed, and told when one changes', async () => {
  const name = freshName();
  const store = await storeAt(name);
  const [one, other, id] = [defaultRoadmap(), { ...defaultRoadmap(), id: 'our-own' }, newMeeting()];
  let told = 0;
  onTestFinished(store.watchRoadmaps(() => { told += 1; }));
  await expect.poll(() => told).toBe(1);
  await store.write({ roadmap: one });
  await store.write({ roadmap: other });
  await store.writeDraft(id, { kind: 'roadmap-draft' });
  await store.writeDraft('a name', 'words');
  await expect.poll(() => told).toBeGreaterThan(1);
  store.close();
  const again = await storeAt(name);
  expect((await again.readRoadmaps()).map((roadmap) => roadmap.id).sort()).toEqual([one.id, other.id].sort());
  const drafts = await again.readDrafts();
  expect([drafts.size, drafts.get(id), drafts.has('a name')]).toEqual([2, { kind: 'roadmap-draft' }, false]);
  await again.writeDraft(id, null);
  expect((await again.readDrafts()).size).toBe(1);
});
