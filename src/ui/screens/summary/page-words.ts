/** Words of the summary page for the formats that are written from it; the same as on the screen. */
import type { PageWords, Script } from '#app/export/page.ts';
import { capacityName } from '#ui/words/meeting-words.ts';
import { counted } from '#ui/words/plain.ts';
import {
  familyName, heldWords, linkHead, lookedAtWords, markKey, marksWords, purposeLine, quoted, revisionWords, rowName, sampleMark,
  seenWords, shareWords, speakerName, stepWords, summaryName, teamWords, threadRowWords, titleWords,
} from './summary-words.ts';

const scriptNames: Readonly<Record<Script, string>> = {
  arabic: 'Arabic', chinese: 'Chinese', cyrillic: 'Cyrillic', devanagari: 'Devanagari', emoji: 'picture', greek: 'Greek', hebrew: 'Hebrew',
  japanese: 'Japanese', korean: 'Korean', latin: 'Latin', other: 'other',
};

/** `[3 Chinese characters]`, `[picture]`. */
function missingWords(script: Script, count: number): string {
  if (script === 'emoji') return count === 1 ? '[picture]' : `[${counted(count, 'picture')}]`;
  return `[${counted(count, `${scriptNames[script]} character`)}]`;
}

/** The names of scripts as a leader reads them: `Chinese characters`, `pictures`. */
export const scriptWords = (script: Script): string => (script === 'emoji' ? 'pictures' : `${scriptNames[script]} characters`);

export const pageWords: PageWords = {
  language: 'en-US',
  name: summaryName,
  kicker: summaryName,
  purposeLine,
  sample: sampleMark,
  pageOf: (page, pages) => `Page ${String(page)} of ${String(pages)}`,
  missing: missingWords,
  labels: { held: 'Held', team: 'Team', observedBy: 'Observed by', lookedAt: 'Looked at' },
  sections: {
    strengths: 'Strengths', growth: 'Growth areas', seen: 'What was seen', byKind: 'By kind',
    thread: 'Does one thing follow from the other?', voice: 'Who spoke', voiceEstimated: 'Who spoke, as estimated', nextSteps: 'Next steps',
  },
  kinds: { role: 'Role clarity', quality: 'Quality', equity: 'Equity' },
  markHeads: ['No.', 'Phase', 'Marks', 'Seen'],
  markKey: markKey.map(({ answer, word }) => ({ mark: answer, words: word })),
  voiceHeads: ['Role', 'Part of the talk', 'Share'],
  stepHeads: ['What', 'Who', 'By when'],
  title: titleWords,
  held: ({ held }) => heldWords(held),
  team: teamWords,
  observedBy: ({ capacity }) => (capacity ? capacityName(capacity) : ''),
  lookedAt: lookedAtWords,
  footer: revisionWords,
  quote: quoted,
  quoteBy: ({ interpreter }) => familyName(interpreter),
  count: seenWords,
  marks: marksWords,
  linkHead,
  rowName,
  threadRow: threadRowWords,
  speaker: speakerName,
  share: shareWords,
  due: stepWords,
};
