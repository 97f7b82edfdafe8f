/** All words in Spanish, as one file. A bilingual reader of special education should read them before they are relied on. */
import { after } from './after.ts';
import { before } from './before.ts';
import { beside } from './beside.ts';
import { bringIn } from './bring-in.ts';
import { calendar } from './calendar.ts';
import { changes } from './changes.ts';
import { dates } from './dates.ts';
import { during } from './during.ts';
import { editor } from './editor.ts';
import { errors } from './errors.ts';
import { exchangeRoadmap } from './exchange-roadmap.ts';
import { exports } from './exports.ts';
import { files } from './files.ts';
import { finding } from './finding.ts';
import { followUp, toCalendar } from './follow-ups.ts';
import { gate } from './gate.ts';
import { handingOver } from './handing-over.ts';
import { home } from './home.ts';
import { intake } from './intake.ts';
import { items } from './items.ts';
import { join } from './join.ts';
import { keep } from './keep.ts';
import { language } from './language.ts';
import { lock } from './lock.ts';
import { meeting } from './meeting.ts';
import { page } from './page.ts';
import { pattern } from './pattern.ts';
import { phrases } from './phrases.ts';
import { plain } from './plain.ts';
import { plan } from './plan.ts';
import { readiness } from './readiness.ts';
import { report } from './report.ts';
import { roadmaps } from './roadmaps.ts';
import { rules } from './rules.ts';
import { shell } from './shell.ts';
import { summary } from './summary.ts';
import { sync } from './sync.ts';
import { tablet } from './tablet.ts';
import { vault } from './vault.ts';
import { voice } from './voice.ts';
import { welcome } from './welcome.ts';

export const es = {
  after,
  before,
  beside,
  bringIn,
  calendar,
  changes,
  dates,
  during,
  editor,
  errors,
  exchangeRoadmap,
  exports,
  files,
  finding,
  followUp,
  gate,
  handingOver,
  home,
  intake,
  items,
  join,
  keep,
  language,
  lock,
  meeting,
  page,
  pattern,
  phrases,
  plain,
  plan,
  readiness,
  report,
  roadmaps,
  rules,
  shell,
  summary,
  sync,
  tablet,
  toCalendar,
  vault,
  voice,
  welcome,
};
