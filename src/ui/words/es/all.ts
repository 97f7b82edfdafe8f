/** All words in Spanish, as one file. A bilingual reader of special education should read them before they are relied on. */
import { dates } from './dates.ts';
import { meeting } from './meeting.ts';
import { plain } from './plain.ts';

export const es = { dates, meeting, plain };
