/** The fonts of the PDF, read from the sources: Node's own fetch takes no file addresses. */
import { readFileSync } from 'node:fs';
import type { Fonts } from '#export/page-pdf/fonts.ts';

const file = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(`src/export/page-pdf/fonts/${name}.woff`));

export const fontFiles = (): Fonts => ({
  sans: file('atkinson-next-400'), strong: file('atkinson-next-600'), serif: file('source-serif-4-500'), italic: file('source-serif-4-400-italic'),
});
