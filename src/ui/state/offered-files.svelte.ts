/**
 * Files that were handed to the app from outside: opened with it, shared with it, dropped on
 * it. They wait in memory until a screen takes them; nothing is read before that.
 */
class OfferedFiles {
  #waiting = $state.raw<readonly File[]>([]);

  get count(): number {
    return this.#waiting.length;
  }

  add(files: readonly File[]): void {
    this.#waiting = [...this.#waiting, ...files];
  }

  /** Those that wait, once. */
  take(): readonly File[] {
    const files = this.#waiting;
    if (files.length > 0) this.#waiting = [];
    return files;
  }
}

export const offeredFiles = new OfferedFiles();
