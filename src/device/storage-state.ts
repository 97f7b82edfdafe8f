import { remember, remembered } from './remember.ts';
import type { StorageState } from './shell.ts';
import { unknownStorage } from './unknown-storage.ts';

// Firefox asks the person, and its promise waits for as long as nobody answers.
const persistLimitMs = 2_000;

/**
 * Asks the browser to protect the data, unless it does already; resolves when asked, not
 * when granted. Firefox shows the question to the person: there it is asked once, so that
 * it never comes up over a meeting.
 */
export async function askForPersistence(): Promise<void> {
  const storage = storageManager();
  if (!storage?.persist || (asksThePerson() && remembered(askedKey) !== null)) return;
  remember(askedKey, 'yes');
  await within(persistLimitMs, storage.persisted().then((already) => already || storage.persist?.()));
}

const askedKey = 'qc.asked-to-persist';
const asksThePerson = (): boolean => CSS.supports('-moz-appearance', 'none');

/** What the browser says now. */
export async function lookAtStorage(): Promise<StorageState> {
  const storage = storageManager();
  const [persisted, estimate] = await Promise.all([
    within(persistLimitMs, storage?.persisted()),
    within(persistLimitMs, storage?.estimate?.()),
  ]);
  return {
    ...unknownStorage(),
    persisted: persisted ?? null,
    usedBytes: estimate?.usage ?? null,
    quotaBytes: estimate?.quota ?? null,
  };
}

/** Missing in WebKitGTK and outside of secure addresses, whatever the types say. */
function storageManager(): Partial<StorageManager> & Pick<StorageManager, 'persisted'> | undefined {
  return 'storage' in navigator ? navigator.storage : undefined;
}

/** The value, or null when it is late or the browser refuses to say. */
function within<T>(limitMs: number, asked: Promise<T> | undefined): Promise<T | null> {
  const late = new Promise<null>((resolve) => {
    setTimeout(resolve, limitMs, null);
  });
  // A refusal (private window, locked profile) means the same as no answer: not known.
  return asked ? Promise.race([asked.catch(() => null), late]) : Promise.resolve(null);
}
