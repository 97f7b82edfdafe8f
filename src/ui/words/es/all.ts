/** All words in Spanish, as one file. A bilingual reader of special education should read them before they are relied on. */
import { after } from './after.ts';
import { before } from './before.ts';
import { bringIn } from './bring-in.ts';
import { calendar } from './calendar.ts';
import { dates } from './dates.ts';
import { during } from './during.ts';
import { finding } from './finding.ts';
import { join } from './join.ts';
import { keep } from './keep.ts';
import { meeting } from './meeting.ts';
import { page } from './page.ts';
import { pattern } from './pattern.ts';
import { phrases } from './phrases.ts';
import { plain } from './plain.ts';
import { plan } from './plan.ts';
import { rules } from './rules.ts';
import { summary } from './summary.ts';
import { sync } from './sync.ts';
import { tablet } from './tablet.ts';
import { voice } from './voice.ts';

export const es = {
  after, before, bringIn, calendar, dates, during, finding, join, keep, meeting,
  page, pattern, phrases, plain, plan, rules, summary, sync, tablet, voice,
};
