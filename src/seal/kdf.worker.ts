/**
 * Derives one key and is ended by the page, which gives its 64 MiB back. Served with a policy
 * of its own, the only one that allows WebAssembly (hub/headers.ts).
 */
import { argon2id } from './argon2id.ts';
import type { KdfAnswer, KdfQuestion } from './kdf-messages.ts';

const answer = (given: KdfAnswer): void => { self.postMessage(given); };

self.addEventListener('message', ({ data }: MessageEvent<KdfQuestion>) => {
  argon2id(data.passphrase, data.params).then(
    (key) => { answer({ ok: true, key }); },
    (error: unknown) => { answer({ ok: false, name: error instanceof Error ? error.name : 'Unknown' }); },
  );
});
