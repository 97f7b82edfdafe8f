/**
 * Short texts outside of the database, for what has to be known while it is locked or lost.
 * Never a word of a meeting in clear. Where the browser bars it, nothing is kept.
 */
type Where = 'localStorage' | 'sessionStorage';

/** The text; null when there is none or storage is barred. */
export function keptText(where: Where, key: string): string | null {
  try {
    return globalThis[where].getItem(key);
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
}

/** Keeps a text; false when there is no room or storage is barred. */
export function keepText(where: Where, key: string, text: string): boolean {
  try {
    globalThis[where].setItem(key, text);
    return true;
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return false;
    throw error;
  }
}

/** Takes a text away. */
export function dropText(where: Where, key: string): void {
  try {
    globalThis[where].removeItem(key);
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
  }
}
