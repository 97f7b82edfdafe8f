/** A page with the real shell, vault and passkeys and no screens, handed to the test. */
import * as vault from '#data/vault.ts';
import { createShell } from '#device/create-shell.ts';
import type { Shell } from '#device/shell.ts';
import * as passkey from '#device/passkey.ts';
import { makeRecoveryKey } from '#seal/recovery-key.ts';
import { workerKdf } from '#seal/worker-kdf.ts';

const page = { vault, passkey, makeRecoveryKey, workerKdf };

declare global {
  interface Window {
    shell?: Shell;
    vaultPage?: typeof page;
  }
}

const shell = createShell();
shell.start();
window.shell = shell;
window.vaultPage = page;
