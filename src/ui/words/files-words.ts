/** Words of files that are not pages. */
import { files as en } from './en/files.ts';
import { inLanguage } from './language.svelte.ts';

export const filesWords = inLanguage('files', en);
