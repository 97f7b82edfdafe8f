/** What is said of everything that stands in the way. */
export interface Words {
  readonly happened: string;
  readonly safe: string;
  readonly next: string;
}

export const said = (happened: string, safe: string, next: string): Words => ({ happened, safe, next });

/** A string whose first letter is small, to go on with in a sentence. */
export const goesOn = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** One sentence after the other. */
export const inOneLine = ({ happened, safe, next }: Words): string => `${happened} ${safe} ${next}`;
