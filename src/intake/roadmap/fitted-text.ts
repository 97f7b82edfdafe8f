/** Texts of other tools as a roadmap may hold them: one line, bounded, without marks of direction. */

/** The marks that a roadmap's texts may not have, beyond control characters (Unicode TR 9). */
const marks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu;

export interface FittedText {
  readonly text: string;
  /** Something other than line ends and tabs was taken out. */
  readonly lostSigns: boolean;
}

/** The text on one line, blanks joined. */
export function oneLine(input: string): FittedText {
  const text = input.replaceAll(marks, '').replaceAll(controls, ' ').replaceAll(/\p{Surrogate}/gu, '\ufffd');
  return { text: text.replaceAll(/\s+/gu, ' ').trim(), lostSigns: /[^\t\r\n]/u.test((input.match(marks) ?? []).join('') + (input.match(controls) ?? []).join('')) };
}

/** At most `most` UTF-16 units, cut after a word where there is one; the same text where it fits. */
export function cutTo(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/u, '');
  const blank = head.lastIndexOf(' ');
  return `${(blank > most / 2 ? head.slice(0, blank) : head).trimEnd()}…`;
}

/** A text as an id: `Student attends` gives `student-attends`; empty where nothing of it can be one. */
export function slug(text: string, most = 60): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-+|-+$/gu, '').slice(0, most).replace(/-+$/u, '');
}

/** Gives ids out, each once. */
export class Ids {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(['constructor', ...taken]);
  }

  has(id: string): boolean {
    return this.#taken.has(id);
  }

  /** The id, or with the first number that makes it free. */
  give(wanted: string, otherwise: string): string {
    const base = wanted === '' ? otherwise : wanted;
    let id = base;
    for (let at = 2; this.#taken.has(id); at += 1) id = `${base.slice(0, 70)}-${String(at)}`;
    this.#taken.add(id);
    return id;
  }
}
