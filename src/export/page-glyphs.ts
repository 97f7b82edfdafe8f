import type { Page, Script } from './page.ts';
import { graphemesOf } from './page-pdf/graphemes.ts';
import { settable } from './page-pdf/settable.ts';
import { textsOf } from './page-texts.ts';

export interface MissingGlyphs {
  /** Each character once, in the order in which it is met. */
  readonly characters: readonly string[];
  readonly scripts: readonly Script[];
  /** The texts in which they stand. */
  readonly where: readonly string[];
}

/**
 * What the PDF of a page cannot set, because its embedded fonts are Latin, Greek and Cyrillic; null when it sets all.
 * Print (with the device's own fonts) and DOCX show such text as it is.
 */
export function missingGlyphs(page: Page): MissingGlyphs | null {
  const found = textsOf(page).map((text) => ({ text, runs: settable(text).flatMap((run) => (run.script === null ? [] : [run])) })).filter(({ runs }) => runs.length > 0);
  if (found.length === 0) return null;
  const runs = found.flatMap((one) => one.runs);
  const characters = runs.flatMap(({ text }) => graphemesOf(text)).filter((sign) => sign.trim() !== '');
  return {
    characters: [...new Set(characters)],
    scripts: [...new Set(runs.map(({ script }) => script))],
    where: found.map(({ text }) => text),
  };
}
