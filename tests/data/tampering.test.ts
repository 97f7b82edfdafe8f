import { expect, test } from 'vitest';
import { assert } from '#domain/result.ts';
import { freshName, listed, mark, newMeeting, note, putRaw, rawRows, storeAt, type RawRow } from './store-kit.ts';

const flipped = (row: RawRow, at: number): RawRow => {
  const sealed = row.sealed.slice();
  sealed[at] = (sealed[at] ?? 0) ^ 1;
  return { ...row, sealed };
};
const only = (rows: readonly RawRow[]): RawRow => {
  assert(rows[0] && rows.length === 1, 'one row');
  return rows[0];
};

test('a change with any one byte altered is reported, and the others open', async () => {
  const name = freshName();
  const store = await storeAt(name);
  const meeting = newMeeting();
  const [altered, sound] = [mark(meeting), mark(meeting)];
  await store.write({ changes: [altered] });
  const row = only(await rawRows(name, 'changes'));
  await store.write({ changes: [sound] });
  const key = `${meeting}/${altered.stamp}`;
  for (let at = 0; at < row.sealed.length; at += 1) {
    await putRaw(name, 'changes', flipped(row, at));
    const journal = await store.readJournal(meeting);
    expect(journal, `byte ${String(at)}`).toEqual({ changes: [sound], damaged: [{ type: 'DamagedRow', table: 'changes', key }] });
  }
  await putRaw(name, 'changes', row);
  expect((await store.readJournal(meeting)).changes).toEqual([altered, sound]);
});

test.each([
  ['nothing', undefined], ['null', null], ['text', 'sealed'], ['no bytes', new Uint8Array()], ['few bytes', new Uint8Array(40)],
  ['other bytes', new Uint8Array(349).fill(1)],
])('a row that holds %s instead of its sealing is reported', async (_, sealed) => {
  const name = freshName();
  const store = await storeAt(name);
  const meeting = newMeeting();
  const change = mark(meeting);
  await putRaw(name, 'changes', { meeting, stamp: change.stamp, sealed });
  expect((await store.readJournal(meeting)).damaged).toHaveLength(1);
});

test('rows that were swapped between keys, meetings or tables do not open', async () => {
  const name = freshName();
  const store = await storeAt(name);
  const [one, other, third] = [newMeeting(), newMeeting(), newMeeting()];
  const changes = [mark(one), mark(one, 'other-item'), mark(other), mark(third)];
  await store.write({ changes });
  await store.write({ listed: listed(one, false, 'ONE') });
  await store.write({ listed: listed(other, false, 'OTHER') });
  await store.write({ listed: listed(third, false, 'THIRD') });
  await store.writeDraft(one, 'text');
  const rows = await rawRows(name, 'changes');
  const sealedOf = (at: number): unknown => rows.find(({ stamp }) => stamp === changes[at]?.stamp)?.sealed;
  // Within the meeting; then from the other meeting.
  await putRaw(name, 'changes', { meeting: one, stamp: changes[0]?.stamp, sealed: sealedOf(1) });
  await putRaw(name, 'changes', { meeting: one, stamp: changes[1]?.stamp, sealed: sealedOf(2) });
  expect(await store.readJournal(one)).toMatchObject({ changes: [], damaged: [{ table: 'changes' }, { table: 'changes' }] });
  expect((await store.readJournal(other)).changes).toEqual([changes[2]]);
  // A draft of the meeting into the list, and one digest over another.
  const list = await rawRows(name, 'meetings');
  const draft = only(await rawRows(name, 'drafts'));
  await putRaw(name, 'meetings', { id: one, open: 0, sealed: draft.sealed });
  await putRaw(name, 'meetings', { id: other, open: 0, sealed: list.find(({ id }) => id === third)?.sealed });
  const listing = await store.readMeetings();
  expect(listing.meetings.map(({ id }) => id)).toEqual([third]);
  expect(listing.damaged.map(({ key }) => key).toSorted()).toEqual([one, other].toSorted());
});

test('the open flag of a meeting cannot be turned in clear', async () => {
  const name = freshName();
  const store = await storeAt(name);
  const meeting = newMeeting();
  await store.write({ listed: listed(meeting, false) });
  await putRaw(name, 'meetings', { ...only(await rawRows(name, 'meetings')), open: 1 });
  expect(await store.readMeetings()).toEqual({ meetings: [], damaged: [{ type: 'DamagedRow', table: 'meetings', key: meeting }] });
});

test('a damaged change of an open meeting is reported with the list, and the meeting is on it', async () => {
  const name = freshName();
  const store = await storeAt(name);
  const meeting = newMeeting();
  await store.write({ listed: listed(meeting, true), changes: [note(meeting, 'a')] });
  await putRaw(name, 'changes', flipped(only(await rawRows(name, 'changes')), 50));
  const listing = await store.readMeetings();
  expect(listing.meetings.map(({ id }) => id)).toEqual([meeting]);
  expect(listing.damaged).toHaveLength(1);
});

test('a damaged draft or setting reads as none', async () => {
  const name = freshName();
  const store = await storeAt(name);
  const meeting = newMeeting();
  await store.writeDraft(meeting, 'text');
  await putRaw(name, 'drafts', flipped(only(await rawRows(name, 'drafts')), 20));
  expect(await store.readDraft(meeting)).toBeNull();
});
