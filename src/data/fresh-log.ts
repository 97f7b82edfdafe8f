/**
 * Makes Chromium's storage begin a new log before this session writes anything.
 *
 * LevelDB hands the head of a log record and its body to the system one after the other. A
 * browser that is killed between the two leaves a head without a body. The next start reads
 * up to there and goes on writing behind it ("Reusing old log"); the start after that finds a
 * wrong checksum, takes the whole database for corrupt and removes it, telling nobody
 * (Chromium 156, 2026-11: about once in a hundred kills under load, the torn record found in
 * the file). Once its table in memory is over 4 MiB, LevelDB writes it to a file of its own
 * and drops the log with what stands at its end; so 5 MiB of nothing are put and taken away.
 * That costs some 50 ms, once, before the first commit, and reading waits for nothing.
 *
 * What is left open: a second kill within those 50 ms.
 */
import type { Factory } from './database.ts';

/** All databases of a site share one log, so that this one serves. */
const name = 'quiet-checkpoint-fresh-log';
const table = 'nothing';
/** Below 64 KiB, beyond which Chromium keeps a value in a file beside the log. */
const valueBytes = 48 * 1024;
const valueCount = 110;

/** True in browsers whose storage is LevelDB; only they have this object. */
const isChromium = (): boolean => 'userAgentData' in navigator;

const answerOf = <T>(request: IDBRequest<T>): Promise<T> => new Promise((done, failed) => {
  request.onsuccess = () => { done(request.result); };
  request.onerror = () => { failed(request.error ?? new DOMException('No reason given', 'UnknownError')); };
});

const endOf = (transaction: IDBTransaction): Promise<void> => new Promise((done, failed) => {
  transaction.oncomplete = () => { done(); };
  transaction.onabort = () => { failed(transaction.error ?? new DOMException('No reason given', 'AbortError')); };
});

/** Begins a new log. Where there is no room for it, nothing happens: the write that follows meets the same lack and tells it. */
export async function freshLog({ indexedDB }: Factory): Promise<void> {
  if (!isChromium()) return;
  try {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => { opening.result.createObjectStore(table); };
    const db = await answerOf(opening);
    db.onversionchange = () => { db.close(); };
    try {
      // Whether it is on the disk does not matter: it is only to be more than fits.
      const transaction = db.transaction(table, 'readwrite', { durability: 'relaxed' });
      const nothing = new Uint8Array(valueBytes);
      for (let count = 0; count < valueCount; count += 1) transaction.objectStore(table).put(nothing, count);
      await endOf(transaction);
    } finally {
      db.close();
      indexedDB.deleteDatabase(name); // not waited for: another tab may be at the same
    }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
