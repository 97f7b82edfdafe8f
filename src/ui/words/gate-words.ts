/** Words in place of a screen that does not open. */
import { gate as en } from './en/gate.ts';
import { inLanguage } from './language.svelte.ts';

export const gateWords = inLanguage('gate', en);
