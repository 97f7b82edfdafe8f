/** The embedded fonts: the app's own as static files, since a PDF takes no variable ones. */

/** `sans` for text, `strong` for heads, `serif` for what matters, `italic` for what was said. */
export type FontName = 'sans' | 'strong' | 'serif' | 'italic';
export type Fonts = Readonly<Record<FontName, Uint8Array<ArrayBuffer>>>;

const addresses: Readonly<Record<FontName, URL>> = {
  sans: new URL('./fonts/atkinson-next-400.woff', import.meta.url),
  strong: new URL('./fonts/atkinson-next-600.woff', import.meta.url),
  serif: new URL('./fonts/source-serif-4-500.woff', import.meta.url),
  italic: new URL('./fonts/source-serif-4-400-italic.woff', import.meta.url),
};

async function bytesAt(address: URL): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(address);
  if (!answer.ok) throw new TypeError(`No font at ${address.pathname}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** The font files of the app; rejects with a TypeError, as fetch does, when one is not to be had. Offline they come from the stored app. */
export async function fetchFonts(): Promise<Fonts> {
  const [sans, strong, serif, italic] = await Promise.all([
    bytesAt(addresses.sans), bytesAt(addresses.strong), bytesAt(addresses.serif), bytesAt(addresses.italic),
  ]);
  return { sans, strong, serif, italic };
}
