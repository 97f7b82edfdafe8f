/**
 * The names guard: finds, on the device, what looks like a person's name, a birth date or an
 * id number, so that the screen can underline it quietly. It never blocks and is no proof.
 *
 * A word with a capital letter counts as a name unless it begins a sentence or is a term of
 * the field; after a form of address and for frequent given names it counts there too. Full
 * dates count as birth dates: month and day with a year are seldom written of anything else.
 * Time is linear in the length of the text.
 */
import { givenNames, plainWords } from './plain-words.ts';

export interface Suspect {
  /** First character, and the one after the last (UTF-16 units). */
  readonly from: number;
  readonly to: number;
  readonly why: 'name' | 'birth-date' | 'id-number';
}

const wordShape = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;
const capitalised = /^\p{Lu}\p{M}*(?:['’]\p{Lu})?\p{Ll}/u;
const threeLetters = /\p{L}.*\p{L}.*\p{L}/u;
const initial = /^\p{Lu}$/u;
const address = new Set(['mr', 'mrs', 'ms', 'dr', 'miss', 'mx', 'sr', 'sra', 'señor', 'señora', 'prof', 'srta', 'señorita', 'dra', 'lic', 'profa', 'don', 'doña']);
const sentenceEnd = /[.!?¿¡…:;\n\r"“”«»()[\]•*–—/]/u;
const months = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const meses = 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|sept?iembre|octubre|noviembre|diciembre';
const dateShapes = [
  /(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?![\d/-])/gu,
  /(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/gu,
  new RegExp(String.raw`\b(?:${months})\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b`, 'giu'),
  new RegExp(String.raw`\b\d{1,2} (?:${months})\.? \d{4}\b`, 'giu'),
  new RegExp(String.raw`\b\d{1,2} de (?:${meses}),? (?:del? )?\d{4}\b`, 'giu'),
];
const numberShapes = [
  /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/gu,
  /(?<!\d)\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)/gu,
  /(?<!\d)\d{6,}(?!\d)/gu,
  /(?<=\b(?:id|ssn|matr[ií]cula|identificaci[oó]n)\b[ #:.]{0,3})\d{4,5}(?!\d)/giu,
];

const baseOf = (word: string): string => word.replace(/['’]s$/u, '');
/** Lower case without accents, which are often left out in haste: `maria`, `espanol`. */
const folded = (word: string): string => word.toLowerCase().replaceAll('’', "'").normalize('NFD').replaceAll(/\p{M}/gu, '');
/** A plain word, or a compound of plain words and short forms: `IEP-team`, `Spanish-English`. */
const isPlain = (word: string): boolean => {
  const lower = folded(word);
  return plainWords.has(lower) || (lower.includes('-') && lower.split('-').every((part) => plainWords.has(part)));
};

/** Suspicious spans in the order of the text; none overlaps another. */
export function suspectSpans(text: string): Suspect[] {
  const spans: Suspect[] = [];
  const take = (found: readonly Suspect[]): void => {
    const taken = [...spans].sort((a, b) => a.from - b.from);
    let at = 0;
    for (const span of [...found].sort((a, b) => a.from - b.from)) {
      while (at < taken.length && (taken[at]?.to ?? 0) <= span.from) at += 1;
      const next = taken[at];
      if (!next || next.from >= span.to) spans.push(span);
    }
  };
  for (const shape of dateShapes) take(matches(text, shape, 'birth-date'));
  for (const shape of numberShapes) take(matches(text, shape, 'id-number'));
  take(names(text));
  return spans.sort((a, b) => a.from - b.from);
}

const matches = (text: string, shape: RegExp, why: Suspect['why']): Suspect[] =>
  [...text.matchAll(shape)].map((match) => ({ from: match.index, to: match.index + match[0].length, why }));

function names(text: string): Suspect[] {
  const found: { from: number; to: number; why: 'name' }[] = [];
  let before = { end: 0, word: '', named: false };
  for (const match of text.matchAll(wordShape)) {
    const word = baseOf(match[0]);
    const gap = text.slice(before.end, match.index);
    // A dot after "Mr" or an initial ends no sentence.
    const bound = gap === '. ' && (address.has(before.word.toLowerCase()) || initial.test(before.word));
    const begins = before.end === 0 || (sentenceEnd.test(gap) && !bound);
    const addressed = address.has(before.word.toLowerCase()) && (gap === ' ' || bound);
    const named = isName(word, begins, addressed);
    const last = found.at(-1);
    if (named && last && before.named && (gap === ' ' || bound)) last.to = match.index + word.length;
    else if (named) found.push({ from: match.index, to: match.index + word.length, why: 'name' });
    before = { end: match.index + match[0].length, word, named };
  }
  return found;
}

function isName(word: string, begins: boolean, addressed: boolean): boolean {
  if (!capitalised.test(word)) return false;
  if (addressed) return !address.has(word.toLowerCase());
  if (isPlain(word)) return false;
  return !begins || givenNames.has(folded(word));
}

/**
 * True when a student code looks like a person's name: a given name in any case, a word with
 * a capital and small letters, or "last, first". Initials, digits and short forms do not.
 */
export function lookLikeAName(code: string): boolean {
  if (/\p{L}{2,}, ?\p{L}/u.test(code)) return true;
  return [...code.matchAll(wordShape)].some(([word]) => {
    if (!threeLetters.test(word) || isPlain(word)) return false;
    return givenNames.has(folded(word)) || capitalised.test(word);
  });
}
