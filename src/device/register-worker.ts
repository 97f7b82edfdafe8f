/**
 * Registers `/sw.js`. Under Trusted Types the address has to be made by a policy; this one
 * makes that address and no other. `updateViaCache: 'none'`: no cache on the way may hold a
 * worker back.
 */
const address = '/sw.js';

/** The registration; null where there can be none (no support, not a secure address, refused). */
export async function registerWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator) || !isSecureContext) return null;
  try {
    const { Workbox } = await import('workbox-window');
    const registration = await new Workbox(trustedAddress(), { updateViaCache: 'none' }).register({ immediate: true });
    return registration ?? null;
  } catch (error) {
    // A refused or unreachable script; an earlier registration still serves its copy.
    if (error instanceof DOMException || error instanceof TypeError) return earlierRegistration();
    throw error;
  }
}

async function earlierRegistration(): Promise<ServiceWorkerRegistration | null> {
  return (await navigator.serviceWorker.getRegistration()) ?? null;
}

function trustedAddress(): string | TrustedScriptURL {
  const policy = self.trustedTypes?.createPolicy('app-sw', {
    createScriptURL: (url) => {
      if (url !== address) throw new TypeError(`Not the app's worker: ${url}`);
      return url;
    },
  });
  return policy?.createScriptURL(address) ?? address;
}

/** True when the hub answers with the worker's script: there is a network, and no portal in between. */
export async function isHubReachable(): Promise<boolean> {
  try {
    const answer = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(8_000) });
    return answer.ok && (answer.headers.get('content-type') ?? '').includes('javascript');
  } catch (error) {
    // fetch throws a TypeError without a network, a DOMException after the limit.
    if (error instanceof TypeError || error instanceof DOMException) return false;
    throw error;
  }
}
