/** Words of the first run. */
import { welcome as en } from './en/welcome.ts';
import { inLanguage } from './language.svelte.ts';

export const welcomeWords = inLanguage('welcome', en);
