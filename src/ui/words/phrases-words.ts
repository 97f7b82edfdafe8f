/** Phrases of the note bar until the leader changes them. */
import { phrases as en } from './en/phrases.ts';
import { inLanguage } from './language.svelte.ts';

export const phrasesWords = inLanguage('phrases', en);
