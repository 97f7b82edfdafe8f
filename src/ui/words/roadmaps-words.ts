/** Words of the roadmaps, their versions, and of trying one. */
import { roadmaps as en } from './en/roadmaps.ts';
import { inLanguage } from './language.svelte.ts';

export const roadmapsWords = inLanguage('roadmaps', en);
