/** Words of the meetings on the home screen, and sentences about a listed meeting. */
import type { Digest } from '#domain/digest.ts';
import { chosenConditions } from '#domain/meeting/meeting-type.ts';
import { home as en } from './en/home.ts';
import { inLanguage, spoken } from './language.svelte.ts';
import { conditionName, inSentence, listed } from './plain.ts';
import { shellWords } from './shell-words.ts';
import { typeset } from './typeset.ts';
import { capital } from './named.ts';

export const homeWords = inLanguage('home', en);


/** `Spanish interpreter, student attends` for the conditions that the leader switched on. */
export function conditionsInWords({ conditions, language }: Pick<Digest, 'conditions' | 'language'>): string {
  return chosenConditions
    .filter((condition) => conditions.includes(condition))
    .map((condition) => (condition === 'interpreter' && language !== '' ? homeWords.interpreterOf(language) : inSentence(conditionName(condition))))
    .join(', ');
}

/** `Room 112. Spanish interpreter, student attends.`; empty when there is nothing to say. */
export function whereAndWhat(digest: Pick<Digest, 'room' | 'conditions' | 'language'>): string {
  return [digest.room, capital(conditionsInWords(digest))].filter(Boolean).map((part) => `${part}.`).join(' ');
}

type Prepared = Pick<Digest, 'openBefore' | 'askedBefore' | 'openLabels'> & Partial<Pick<Digest, 'roadmap'>>;

/** Labels of what is open, in the language of the screens where the shipped roadmap has them in it; else as the digest has them. */
function labelsOf({ openBefore, openLabels = [], roadmap }: Prepared): readonly string[] {
  const texts = spoken.roadmapTexts(spoken.language);
  if (!roadmap || texts?.of !== `${roadmap.id}@${roadmap.version}`) return openLabels;
  return openLabels.map((label, at) => texts.items?.[openBefore[at] ?? '']?.label ?? label);
}

/** What is still open before the meeting, by name while it is little. */
export function openInWords(digest: Prepared): { prepared: boolean; says: string } {
  const { openBefore, askedBefore } = digest;
  const open = openBefore.length;
  const openLabels = labelsOf(digest);
  if (askedBefore === 0) return { prepared: true, says: homeWords.nothingToPrepare };
  if (open === 0) return { prepared: true, says: homeWords.prepared };
  if (open === askedBefore) return { prepared: false, says: homeWords.toPrepare(askedBefore) };
  if (open > 3) return { prepared: false, says: homeWords.preparedOf(askedBefore - open, askedBefore) };
  if (openLabels.length !== open) return { prepared: false, says: homeWords.stillOpen(open) };
  return { prepared: false, says: homeWords.stillOpenAre(open, listed(openLabels.map((label) => typeset(inSentence(label))))) };
}

/** The student code, or what stands for it while there is none. */
export const codeOf = ({ code }: Pick<Digest, 'code'>): string => (code === '' ? shellWords.noCode : code);
