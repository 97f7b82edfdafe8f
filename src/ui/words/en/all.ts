/** All words in English, for the checks of the build; screens take each part by itself. */
import { dates } from './dates.ts';
import { during } from './during.ts';
import { meeting } from './meeting.ts';
import { phrases } from './phrases.ts';
import { plain } from './plain.ts';

export const en = { dates, during, meeting, phrases, plain };
