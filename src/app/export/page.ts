/** Pages for the screens: what is handed over as a document, before it is written. */
export type { Page, Paper, Script } from '#export/page.ts';
export { pageOfSummary, type PageWords } from '#export/page-of-summary.ts';
export { missingGlyphs, type MissingGlyphs } from '#export/page-glyphs.ts';
