/** Starts the patterns worker under Trusted Types; null where it does not start. */
import workerAddress from './patterns.worker.ts?worker&url';

interface AddressPolicy { readonly createScriptURL: (url: string) => unknown }
interface PolicyMaker { readonly createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => AddressPolicy }

let policy: AddressPolicy | undefined;

export function startWorker(): Worker | null {
  try {
    return new Worker(trustedAddress(), { type: 'module', name: 'patterns' });
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError || error instanceof ReferenceError) return null; // ReferenceError: no workers at all
    throw error;
  }
}

/** The address has to be made by a policy; this one makes that address and no other. */
function trustedAddress(): string {
  const maker = (globalThis as { readonly trustedTypes?: unknown }).trustedTypes as PolicyMaker | undefined;
  policy ??= maker?.createPolicy('app-patterns', {
    createScriptURL: (url) => {
      if (url !== workerAddress) throw new TypeError(`Not the app's worker: ${url}`);
      return url;
    },
  });
  // The types of the DOM know workers' addresses as texts only.
  return (policy?.createScriptURL(workerAddress) ?? workerAddress) as string;
}
