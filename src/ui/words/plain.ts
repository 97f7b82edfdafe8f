/** Words that all screens put together in the same way. */
import { plain as en } from './en/plain.ts';
import { inLanguage } from './language.svelte.ts';

const words = inLanguage('plain', en);

export const typeName = (type: string): string => words.typeName(type);
export const conditionName = (condition: string): string => words.conditionName(condition);
/** `interpreter, student and nurse`. */
export const listed = (all: readonly string[]): string => words.listed(all);
/** First letter in lower case, unless the word is an abbreviation or a name. */
export const inSentence = (text: string): string => words.inSentence(text);
/** `1 meeting`, `3 meetings`. */
export const counted = en.counted;
