/** Words of the screen that brings in files. What can be in their way stands in intake-words.ts. */
import type { Standing } from '#app/intake/compare-import.ts';
import { bringIn as en } from './en/bring-in.ts';
import { inLanguage } from './language.svelte.ts';

export const importWords = inLanguage('bringIn', en);

export const standingIcons: Readonly<Record<Standing, string>> = { new: 'plus', adds: 'in', here: 'check', twice: 'copy' };
