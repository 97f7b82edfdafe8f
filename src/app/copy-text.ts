/** Puts a text on the clipboard; false where the browser does not let the page. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    // NotAllowedError without permission; a TypeError where there is no clipboard (no secure address).
    if (error instanceof DOMException || error instanceof TypeError) return false;
    throw error;
  }
}
