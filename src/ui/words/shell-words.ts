/** Words around all screens. */
import { shell as en } from './en/shell.ts';
import { inLanguage } from './language.svelte.ts';

export const shellWords = inLanguage('shell', en);
