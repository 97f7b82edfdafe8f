/** What the PDF library needs of Node's streams, in browsers: chunks for whoever listens. */
type Listener = (chunk?: Uint8Array) => void;

class Readable {
  readonly #listeners = new Map<string, Listener[]>();
  readonly #waiting: Uint8Array[] = [];

  on(event: string, listener: Listener): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    if (event === 'data') for (const chunk of this.#waiting.splice(0)) listener(chunk);
    return this;
  }

  emit(event: string, chunk?: Uint8Array): boolean {
    const listeners = this.#listeners.get(event) ?? [];
    for (const listener of listeners) listener(chunk);
    return listeners.length > 0;
  }

  /** A chunk, kept until somebody listens; null at the end. */
  push(chunk: Uint8Array | null): boolean {
    if (chunk === null) this.emit('end');
    else if (!this.emit('data', chunk)) this.#waiting.push(chunk);
    return true;
  }
}

export default { Readable };
