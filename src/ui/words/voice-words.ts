/** Words about who spoke. */
import { voice as en } from './en/voice.ts';
import { inLanguage } from './language.svelte.ts';

export const voiceWords = inLanguage('voice', en);
