/** All words in Spanish, as one file. A bilingual reader of special education should read them before they are relied on. */
import { dates } from './dates.ts';
import { during } from './during.ts';
import { meeting } from './meeting.ts';
import { phrases } from './phrases.ts';
import { plain } from './plain.ts';

export const es = { dates, during, meeting, phrases, plain };
