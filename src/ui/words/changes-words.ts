/** What changed between two versions of a roadmap. */
import { changes as en } from './en/changes.ts';
import { inLanguage } from './language.svelte.ts';

export const changesWords = inLanguage('changes', en);
