/**
 * The derivation in a worker of its own, so that the page stays alive and WebAssembly is
 * allowed nowhere else. Where the worker does not start (its file is missing from a damaged
 * offline copy), the page derives the same bytes itself, slowly: nobody is locked out by that.
 */
// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- other layers compile this file without the include of this one
/// <reference path="./worker-address.d.ts" />
import type { Kdf } from './kdf.ts';
import type { KdfAnswer, KdfQuestion } from './kdf-messages.ts';
import workerAddress from './kdf.worker.ts?worker&url';
import { startWorker } from './start-worker.ts';

/** Derives in a new worker, and ends it. */
export const workerKdf: Kdf = async (passphrase, params) => {
  const answer = await ask({ passphrase, params });
  if (answer?.ok) return answer.key;
  const { byScript } = await import('./argon2id.ts');
  return byScript(passphrase, params);
};

/** The worker's answer; null when it did not start. */
function ask(question: KdfQuestion): Promise<KdfAnswer | null> {
  return new Promise((resolve) => {
    const worker = startWorker('kdf', workerAddress);
    if (!worker) {
      resolve(null);
      return;
    }
    const end = (answer: KdfAnswer | null): void => { worker.terminate(); resolve(answer); };
    worker.addEventListener('message', ({ data }: MessageEvent<KdfAnswer>) => { end(data); });
    worker.addEventListener('error', () => { end(null); });
    worker.postMessage(question);
  });
}
