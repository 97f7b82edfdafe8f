/** Paragraphs of a document from plain text: line ends hold, text from the right runs from the right. */
import { Paragraph, TextRun, type IParagraphOptions, type IRunOptions } from 'docx';
import type { PageMark } from '../page.ts';

// No XML may have them, not even escaped (XML 1.0, section 2.2).
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** The text as a document can hold it. */
export const clean = (text: string): string => text.normalize('NFC').replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll(forbidden, '');

/** Whether the first letter that has a direction runs from the right (Unicode Annex 9, rules P2 and P3). */
export const fromTheRight = (text: string): boolean =>
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text);

/** Runs of a text, a break for each line end. */
export const runs = (text: string, look: IRunOptions = {}): TextRun[] =>
  clean(text).split('\n').map((line, at) => new TextRun({ ...look, text: line, ...(at > 0 ? { break: 1 } : {}), ...(fromTheRight(text) ? { rightToLeft: true } : {}) }));

/** A paragraph of one text. */
export const paragraph = (text: string, options: IParagraphOptions = {}, look: IRunOptions = {}): Paragraph =>
  new Paragraph({ ...options, ...(fromTheRight(text) ? { bidirectional: true } : {}), children: runs(text, look) });

/** Signs that any document face has, or finds in another. */
export const signs = (mark: PageMark): string => (mark === null ? '\u00b7' : { yes: '\u25cf', partly: '\u25d0', no: '\u25cb', na: '\u2013' }[mark]);
