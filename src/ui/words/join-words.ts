import { join as en } from './en/join.ts';
import { inLanguage } from './language.svelte.ts';

/** Words of the pages on which a tablet joins a hub, in the language that is spoken. */
export const joinWords = inLanguage('join', en);
