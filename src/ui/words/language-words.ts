/** Words of the choice of a language. */
import { language as en } from './en/language.ts';
import { inLanguage } from './language.svelte.ts';

export const languageWords = inLanguage('language', en);
