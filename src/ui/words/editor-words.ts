/** Words of the roadmap editor. */
import { editor as en } from './en/editor.ts';
import { inLanguage } from './language.svelte.ts';

export const editorWords = inLanguage('editor', en);
