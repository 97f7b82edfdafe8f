/** What the page asks its worker, and what it hears. */
import type { KdfParams } from './kdf.ts';

export interface KdfQuestion {
  readonly passphrase: Uint8Array<ArrayBuffer>;
  readonly params: KdfParams;
}

export type KdfAnswer =
  | { readonly ok: true; readonly key: Uint8Array<ArrayBuffer> }
  /** The name of what was thrown: too little memory, as a rule. */
  | { readonly ok: false; readonly name: string };
