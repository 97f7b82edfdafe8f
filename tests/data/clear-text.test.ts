import { expect, test } from 'vitest';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { freshName, listed, mark, newMeeting, note, rawRows, storeAt, withRaw } from './store-kit.ts';

const tables = ['slots', 'meetings', 'changes', 'drafts', 'records', 'roadmaps', 'settings', 'log', 'outbox', 'replicas', 'sync', 'receipts', 'derived'];
const latin = new TextDecoder('latin1');

/** All that is on disk, as text: keys, names and bytes alike. */
async function dump(name: string): Promise<string> {
  const rows = (await Promise.all(tables.map((table) => rawRows(name, table)))).flat();
  const texts = rows.flatMap((row) => Object.values(row).map((value) =>
    value instanceof Uint8Array ? latin.decode(value) + JSON.stringify([...value]) : JSON.stringify(value)));
  return texts.join('\n');
}

test('the database has exactly its tables', async () => {
  const name = freshName();
  await storeAt(name);
  expect(await withRaw(name, (db) => Promise.resolve([...db.objectStoreNames]))).toEqual(tables.toSorted());
});

test('nothing that a meeting says stands in clear', async () => {
  const name = freshName();
  const store = await storeAt(name);
  const meeting = newMeeting();
  const log = {
    id: crypto.randomUUID(), atMs: 1, what: 'record-json' as const, kind: 'identified' as const, meetings: 1,
    reason: 'MARKER-reason', deviceOnlyNotesLeftOut: 0,
  };
  await store.write({
    changes: [mark(meeting, 'marker-item', 'partly'), note(meeting, 'MARKER-note')],
    listed: listed(meeting, true, 'MARKER-code'), roadmap: defaultRoadmap(), log,
  });
  await store.writeDraft(meeting, { text: 'MARKER-draft' });
  await store.writeDraft(`${meeting}:mark:marker-item`, 'x');
  await store.writeSetting('hand', 'MARKER-setting');
  const clear = await dump(name);
  expect(clear).toContain(meeting);
  for (const word of ['MARKER', 'marker', 'partly', 'annual', 'Cedar', 'Elmwood', 'mark', 'note', 'roadmap', 'collaborative', 'identified']) {
    expect(clear.includes(word), word).toBe(false);
  }
});

test('the four answers and their removal have one length', async () => {
  const name = freshName();
  const store = await storeAt(name);
  const meeting = newMeeting();
  const item = 'x'.repeat(80);
  const act = mark(meeting).act;
  await store.write({
    changes: ['yes', 'partly', 'no', 'na'].flatMap((answer) => [mark(meeting, 'x', answer), { ...mark(meeting, item, answer), undoes: act, imported: true }])
      .concat({ ...mark(meeting), value: null }),
  });
  const lengths = new Set((await rawRows(name, 'changes')).map(({ sealed }) => sealed.length));
  expect(lengths.size).toBe(1);
});

test('the stored keys cannot be taken out of the browser', async () => {
  const name = freshName();
  await storeAt(name);
  const slots: unknown[] = await rawRows(name, 'slots');
  expect(slots).toMatchObject([{ id: 'device', kind: 'device', wrappingKey: { extractable: false } }]);
  const { wrappingKey } = slots[0] as { wrappingKey: CryptoKey };
  await expect(crypto.subtle.exportKey('raw', wrappingKey)).rejects.toThrow();
});
