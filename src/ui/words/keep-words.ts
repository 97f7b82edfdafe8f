/** Words of the pages that back up, restore, let go, gather and erase. */
import { keep as en } from './en/keep.ts';
import { inLanguage } from './language.svelte.ts';

export const keepWords = inLanguage('keep', en);
