/** Words of the screen "This tablet". */
import { tablet as en } from './en/tablet.ts';
import { inLanguage } from './language.svelte.ts';

export const tabletWords = inLanguage('tablet', en);
