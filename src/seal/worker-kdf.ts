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
    const worker = startWorker();
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

function startWorker(): Worker | null {
  try {
    return new Worker(trustedAddress(), { type: 'module', name: 'kdf' });
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
}

interface AddressPolicy { readonly createScriptURL: (url: string) => unknown }
interface PolicyMaker { readonly createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => AddressPolicy }

let policy: AddressPolicy | undefined;

/** Under Trusted Types the address has to be made by a policy; this one makes that address and no other. */
function trustedAddress(): string {
  const maker = (globalThis as { readonly trustedTypes?: unknown }).trustedTypes as PolicyMaker | undefined;
  policy ??= maker?.createPolicy('app-kdf', {
    createScriptURL: (url) => {
      if (url !== workerAddress) throw new TypeError(`Not the app's worker: ${url}`);
      return url;
    },
  });
  // The types of the DOM know workers' addresses as texts only.
  return (policy?.createScriptURL(workerAddress) ?? workerAddress) as string;
}
