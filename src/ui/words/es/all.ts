/** All words in Spanish, as one file. A bilingual reader of special education should read them before they are relied on. */
import { bringIn } from './bring-in.ts';
import { dates } from './dates.ts';
import { during } from './during.ts';
import { keep } from './keep.ts';
import { meeting } from './meeting.ts';
import { phrases } from './phrases.ts';
import { plain } from './plain.ts';
import { tablet } from './tablet.ts';

export const es = { bringIn, dates, during, keep, meeting, phrases, plain, tablet };
