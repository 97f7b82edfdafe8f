/** All words in Spanish, as one file. A bilingual reader of special education should read them before they are relied on. */
import { bringIn } from './bring-in.ts';
import { dates } from './dates.ts';
import { during } from './during.ts';
import { finding } from './finding.ts';
import { keep } from './keep.ts';
import { meeting } from './meeting.ts';
import { pattern } from './pattern.ts';
import { phrases } from './phrases.ts';
import { plain } from './plain.ts';
import { rules } from './rules.ts';
import { tablet } from './tablet.ts';

export const es = { bringIn, dates, during, finding, keep, meeting, pattern, phrases, plain, rules, tablet };
