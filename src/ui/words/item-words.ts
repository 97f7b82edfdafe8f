/** Words of a roadmap's items as they are asked in a meeting. */
import { items as en } from './en/items.ts';
import { inLanguage } from './language.svelte.ts';

export const itemWords = inLanguage('items', en);
