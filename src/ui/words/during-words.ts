/** Words of the meeting screen. */
import { during as en } from './en/during.ts';
import { inLanguage } from './language.svelte.ts';

export const duringWords = inLanguage('during', en);
