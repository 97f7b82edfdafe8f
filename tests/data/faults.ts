/** Ways in which a browser's database goes wrong, brought about on purpose. */
import { vi } from 'vitest';

/** Every connection of Dexie's that began a transaction since. Call before a store is opened. */
export function seeConnections(): { readonly killAll: () => void; readonly closeAllSilently: () => void } {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const connections = (): Set<IDBDatabase> => new Set(transaction.mock.contexts as IDBDatabase[]);
  const closeAllSilently = (): void => { for (const connection of connections()) connection.close(); };
  return {
    closeAllSilently,
    killAll: () => {
      closeAllSilently();
      for (const connection of connections()) connection.dispatchEvent(new Event('close'));
    },
  };
}

export type Fault = (this: IDBObjectStore) => void;

/** Lets `choose` decide at each put whether and how it goes wrong. Returns the way to stop. */
export function atEachPut(choose: () => Fault | null): () => void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- applied below to the store that it was called on
  const put = IDBObjectStore.prototype.put;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    choose()?.call(this);
    return put.apply(this, args);
  });
  return () => { spy.mockRestore(); };
}

/** The call itself throws. */
export const throws = (name: string): Fault => () => { throw new DOMException('On purpose', name); };

/** The transaction is aborted with an error of this name, as a full disk does. */
export const aborts = (name: string): Fault => function () {
  const { transaction } = this;
  if (Object.hasOwn(transaction, 'error')) return;
  Object.defineProperty(transaction, 'error', { value: new DOMException('On purpose', name) });
  // After this and the other puts of the same call, which had better find it alive.
  queueMicrotask(() => {
    try {
      transaction.abort();
    } catch (error) {
      // Another fault came first.
      if (!(error instanceof DOMException)) throw error;
    }
  });
};

/** The connection is closed under the transaction's feet. */
export const closes: Fault = function () { this.transaction.db.close(); };

/** Holds a table's lock, so that every transaction on it hangs, until released. */
export async function hold(name: string, table: string): Promise<() => void> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => { resolve(request.result); };
  });
  const store = db.transaction(table, 'readwrite').objectStore(table);
  let held = true;
  const again = (): void => {
    if (held) store.count().onsuccess = again;
    else db.close();
  };
  again();
  return () => { held = false; };
}
