/** Words beside the meetings on the home screen, and of what comes after it stands. */
import { beside as en } from './en/beside.ts';
import { inLanguage } from './language.svelte.ts';

export const besideWords = inLanguage('beside', en);
