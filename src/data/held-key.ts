/** The data key while the store is open: one holder, so that a lock can take it away from all at once. */
export class HeldKey {
  #key: CryptoKey | null;

  constructor(key: CryptoKey) {
    this.#key = key;
  }

  /** The key. Throws an InvalidStateError once it was dropped: the store is closed for good then. */
  get key(): CryptoKey {
    if (!this.#key) throw new DOMException('The store is closed', 'InvalidStateError');
    return this.#key;
  }

  drop(): void {
    this.#key = null;
  }
}
