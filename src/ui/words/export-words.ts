import { exports as en } from './en/exports.ts';
import { inLanguage } from './language.svelte.ts';

/** Words for what leaves the tablet, in the language that is spoken; what can be in its way is in export-obstacle-words.ts. */
export const exportWords = inLanguage('exports', en);
