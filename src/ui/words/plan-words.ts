/** Words of planning, of the before stage and of the time after the meeting. */
import { after } from './en/after.ts';
import { before } from './en/before.ts';
import { plan } from './en/plan.ts';
import { inLanguage } from './language.svelte.ts';

export const planWords = inLanguage('plan', plan);
export const beforeWords = inLanguage('before', before);
export const afterWords = inLanguage('after', after);
