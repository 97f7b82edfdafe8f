/** Puts text on the clipboard; false where the browser does not let the page. Call it from the handler of a tap. */
export async function copyText(text: string): Promise<boolean> {
  if (!('clipboard' in navigator)) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false; // not allowed here, or the page is not in front
    throw error;
  }
}
