/**
 * Words for every obstacle: what happened, what is safe, what to do. A new obstacle without
 * words does not compile, in any language; those of files coming in stand in `<language>/intake.ts`,
 * those going out in handing-over.ts, those of the lock in lock.ts.
 */
import type { AppError } from '#app/errors.ts';
import { errors as en } from './en/errors.ts';
import { inLanguage } from './language.svelte.ts';
import type { Words } from './said.ts';

export type { Words } from './said.ts';

const words = inLanguage('errors', en);

export const wordsOf = (error: AppError): Words => words.wordsOf(error);
