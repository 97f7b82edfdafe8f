/** All words in English, for the checks of the build; screens take each part by itself. */
import { bringIn } from './bring-in.ts';
import { dates } from './dates.ts';
import { during } from './during.ts';
import { keep } from './keep.ts';
import { meeting } from './meeting.ts';
import { phrases } from './phrases.ts';
import { plain } from './plain.ts';
import { tablet } from './tablet.ts';

export const en = { bringIn, dates, during, keep, meeting, phrases, plain, tablet };
