/** Words of the summary's screen, around its page. */
import { summary as en } from './en/summary.ts';
import { inLanguage } from './language.svelte.ts';

export const summaryWords = inLanguage('summary', en);
