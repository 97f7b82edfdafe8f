/**
 * Starts one of the app's own module workers. Under Trusted Types the address has to be made
 * by a policy; each worker's makes that address and no other. The policies are named in
 * src/hub/policy.ts.
 */
interface AddressPolicy { readonly createScriptURL: (url: string) => unknown }
interface PolicyMaker { readonly createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => AddressPolicy }

/** A policy can be made once only. */
const policies = new Map<string, AddressPolicy | undefined>();

/** The worker; null where it does not start: its file is missing, or there are no workers at all. */
export function startWorker(name: 'kdf' | 'patterns', address: string): Worker | null {
  try {
    return new Worker(trusted(`app-${name}`, address), { type: 'module', name });
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError || error instanceof ReferenceError) return null;
    throw error;
  }
}

function trusted(policyName: string, address: string): string {
  const maker = (globalThis as { readonly trustedTypes?: unknown }).trustedTypes as PolicyMaker | undefined;
  const policy = policies.get(policyName) ?? maker?.createPolicy(policyName, {
    createScriptURL: (url) => {
      if (url !== address) throw new TypeError(`Not the app's worker: ${url}`);
      return url;
    },
  });
  policies.set(policyName, policy);
  // The types of the DOM know workers' addresses as texts only.
  return (policy?.createScriptURL(address) ?? address) as string;
}
