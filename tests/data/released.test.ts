/**
 * Databases of released versions open with the present code and keep everything; what the
 * present code adds to it may be there as well. To freeze
 * the file of a new version, once, before its release: VITE_MAKE_RELEASED=3 for v3.json.
 */
import { expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { openStore } from '#data/open-store.ts';
import { databaseName, versions } from '#data/database.ts';
import type { SchemaVersion } from '#data/versions/schema-version.ts';
import v1 from '../fixtures/released/v1.json' with { type: 'json' };
import v2 from '../fixtures/released/v2.json' with { type: 'json' };
import { makeReleased } from './make-released.ts';
import { layDown, type Released } from './released-kit.ts';
import { tellAll, type AskFor } from './released-told.ts';
import { freshName, quick, rawRows, storeAt, withRaw } from './store-kit.ts';

// The file's types are those of its words; the fields are checked by what is told below.
const released = [['1', v1 as unknown as Released], ['2', v2 as unknown as Released]] as const;
const askOf = (told: unknown): AskFor => (told as { ask: AskFor }).ask;
const later: SchemaVersion = {
  number: 3, stores: { extra: 'id' },
  upgrade: (transaction) => transaction.table('extra').add({ id: 'made by the upgrade' }),
};
const nativeOf = (name: string): Promise<number> => withRaw(name, (db) => Promise.resolve(db.version));

test.each(released)('a database of version %s opens, and all of it is there', async (_, file) => {
  const name = freshName();
  await layDown(name, file);
  const store = await storeAt(name);
  expect(await tellAll(store, askOf(file.told))).toMatchObject(file.told as object);
  expect((await store.readMeetings()).meetings).toHaveLength(2);
});

test.each(released)('a database of version %s is upgraded to a later one, and all of it is there', async (_, file) => {
  const name = freshName();
  await layDown(name, file);
  const store = await storeAt(name, { versions: [...versions, later] });
  expect(await tellAll(store, askOf(file.told))).toMatchObject(file.told as object);
  expect(await nativeOf(name)).toBe(30);
  expect(await rawRows(name, 'extra')).toEqual([{ id: 'made by the upgrade' }]);
});

test.each(released)('an upgrade of version %s that fails half-way leaves everything as it was', async (_, file) => {
  const name = freshName();
  await layDown(name, file);
  const failing: SchemaVersion = {
    number: 3, stores: { extra: 'id' },
    upgrade: async (transaction) => {
      await transaction.table('changes').clear();
      throw new DOMException('On purpose', 'ConstraintError');
    },
  };
  const refused = await openStore({ nowMs: () => 1, name, timing: quick, versions: [...versions, failing] });
  expect(refused).toEqual({ ok: false, error: { type: 'NoDatabase', name: 'ConstraintError' } });
  expect(await nativeOf(name)).toBe(file.nativeVersion);
  expect(await tellAll(await storeAt(name), askOf(file.told))).toMatchObject(file.told as object);
});

test('the present code makes a file that opens as released ones do', async () => {
  const made = await makeReleased();
  const frozenAs = (import.meta as { readonly env?: Record<string, unknown> }).env?.['VITE_MAKE_RELEASED'];
  if (typeof frozenAs === 'string') await commands.writeFile(`tests/fixtures/released/v${frozenAs}.json`, `${JSON.stringify(made, null, 1)}\n`);
  const name = freshName();
  await layDown(name, JSON.parse(JSON.stringify(made)) as Released);
  expect(await tellAll(await storeAt(name), askOf(made.told))).toEqual(made.told);
  expect(databaseName).toBe('quiet-checkpoint');
});
