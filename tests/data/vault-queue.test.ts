import { expect, test } from 'vitest';
import { lock } from '#data/vault.ts';
import { forgetCarried, mirrorRows } from '#data/carried-rows.ts';
import { atEachPut, throws } from './faults.ts';
import { freshName, listed, mark, newMeeting, note, rawRows, stampsOf, until } from './store-kit.ts';
import { lockedAt, openAt, unlockedAt } from './vault-kit.ts';

const mirrorOf = (name: string): string | null => sessionStorage.getItem(`qc.queue.${name}`);

/** What a reload leaves: the tab's session storage, and nothing of its memory. */
function forgetMemory(name: string): void {
  const kept = mirrorOf(name);
  forgetCarried(name);
  if (kept !== null) sessionStorage.setItem(`qc.queue.${name}`, kept);
}

test('what waits at a lock is written by the next unlock in this tab, in its order', async () => {
  const name = freshName();
  const store = await lockedAt(name);
  const meeting = newMeeting();
  const heal = atEachPut(() => throws('QuotaExceededError'));
  const changes = [mark(meeting), mark(meeting), note(meeting, 'Waits')];
  for (const change of changes) void store.write({ changes: [change] });
  void store.writeDraft('jot', 'first');
  void store.writeDraft('jot', 'last');
  await until(() => store.saved.obstacle !== null);
  await lock(store);
  heal();
  expect(await rawRows(name, 'changes')).toHaveLength(0);
  const again = await unlockedAt(name);
  expect(again.saved.pendingCount).toBeGreaterThan(0);
  expect(await again.flush(5_000)).toBe(true);
  expect(await stampsOf(again, meeting)).toEqual(changes.map(({ stamp }) => stamp));
  expect(await again.readDraft('jot')).toBe('last');
  await until(() => mirrorOf(name) === null);
});

test('two locks in a row lose nothing', async () => {
  const name = freshName();
  const meeting = newMeeting();
  const heal = atEachPut(() => throws('UnknownError'));
  heal();
  const store = await lockedAt(name);
  const stop = atEachPut(() => throws('QuotaExceededError'));
  void store.write({ changes: [mark(meeting)] });
  await lock(store);
  const second = await unlockedAt(name);
  void second.write({ changes: [mark(meeting)] });
  await lock(second);
  stop();
  const third = await unlockedAt(name);
  expect(await third.flush(5_000)).toBe(true);
  expect(await stampsOf(third, meeting)).toHaveLength(2);
});

test('what waits is mirrored sealed while the disk refuses, and replayed after a reload', async () => {
  const name = freshName();
  const store = await openAt(name);
  const meeting = newMeeting();
  const heal = atEachPut(() => throws('QuotaExceededError'));
  void store.write({ changes: [mark(meeting), note(meeting, 'Narwhalnote')], listed: listed(meeting, true, 'ZEBRA-41') });
  void store.write({ changes: [mark(meeting)] });
  await until(() => mirrorOf(name) !== null);
  const late = mark(meeting);
  void store.write({ changes: [late] });
  await until(() => (JSON.parse(mirrorOf(name) ?? '{"rows":[]}') as { rows: unknown[] }).rows.length === 5);
  for (const word of ['Narwhalnote', 'ZEBRA-41', 'goal-from-need', '"answer"']) expect(mirrorOf(name)).not.toContain(word);
  store.close();
  heal();
  forgetMemory(name);
  const again = await openAt(name);
  expect(await again.flush(5_000)).toBe(true);
  expect(await stampsOf(again, meeting)).toHaveLength(4);
  expect((await again.readMeetings()).damaged).toEqual([]);
  await until(() => mirrorOf(name) === null);
});

test('the mirror goes when all of it has landed', async () => {
  const name = freshName();
  const store = await openAt(name);
  const heal = atEachPut(() => throws('UnknownError'));
  const written = store.write({ changes: [mark(newMeeting())] });
  await until(() => mirrorOf(name) !== null);
  heal();
  await written;
  await until(() => mirrorOf(name) === null);
});

test('a replay over a lock and a reload, twice, changes nothing', async () => {
  const name = freshName();
  const store = await lockedAt(name);
  const meeting = newMeeting();
  const heal = atEachPut(() => throws('QuotaExceededError'));
  void store.write({ changes: [mark(meeting), mark(meeting)] });
  await lock(store);
  heal();
  const kept = mirrorOf(name) ?? '';
  for (const round of [1, 2]) {
    forgetCarried(name);
    sessionStorage.setItem(`qc.queue.${name}`, kept);
    const again = await unlockedAt(name);
    expect(await again.flush(5_000), String(round)).toBe(true);
    expect(await stampsOf(again, meeting)).toHaveLength(2);
    await lock(again);
  }
});

test.each([
  ['of another key', () => JSON.stringify({ version: 1, proof: btoa('x'.repeat(400)), rows: [] })],
  ['cut short', () => '{"version":1,"pro'],
  ['that is something else', () => 'null'],
  ['whose bytes are none', () => JSON.stringify({ version: 1, proof: '*', rows: [] })],
])('a mirror %s is left out, and the store opens', async (_, text) => {
  const name = freshName();
  sessionStorage.setItem(`qc.queue.${name}`, text());
  const store = await openAt(name);
  expect(store.saved.pendingCount).toBe(0);
  sessionStorage.removeItem(`qc.queue.${name}`);
});

test('of more than the session storage holds, the oldest are kept', () => {
  const name = freshName();
  const rows = Array.from({ length: 64 }, (_, index) => ({
    table: 'drafts' as const, key: String(index), row: { id: String(index), sealed: new Uint8Array(200_000) },
  }));
  expect(mirrorRows(name, { proof: new Uint8Array(8), rows })).toBe(true);
  const kept = JSON.parse(mirrorOf(name) ?? '') as { rows: { key: string }[] };
  expect(kept.rows.length).toBeGreaterThan(4);
  expect(kept.rows[0]?.key).toBe('0');
  forgetCarried(name);
});

test('a store that was locked gives nothing any more', async () => {
  const name = freshName();
  const store = await lockedAt(name);
  const meeting = newMeeting();
  await store.write({ changes: [mark(meeting)] });
  let calls = 0;
  store.watchJournal(meeting, new Set(), () => { calls += 1; });
  await until(() => calls > 0);
  await lock(store);
  calls = 0;
  await expect(store.readJournal(meeting)).rejects.toThrow();
  await expect(store.readMeetings()).rejects.toThrow();
  const again = await unlockedAt(name);
  await again.write({ changes: [mark(meeting)] });
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(calls).toBe(0);
});
