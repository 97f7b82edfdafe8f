/**
 * A few words about this browser in localStorage; nothing about a meeting is ever there.
 * Where site data is barred, localStorage throws on touch: then nothing is remembered.
 */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
