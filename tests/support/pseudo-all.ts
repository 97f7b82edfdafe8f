/** Stands in for the Spanish words in a build of its own (pseudo-build.ts). */
import { en } from '#ui/words/en/all.ts';
import { pseudo } from './pseudo-words.ts';

// These take words that are long already.
const { plain: { listed, inSentence, counted }, dates } = en;
export const es: typeof en = { ...pseudo(en), dates, plain: { ...pseudo(en.plain), listed, inSentence, counted } };
