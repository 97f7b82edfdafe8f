/** Sentences about a listed meeting. */
import type { Digest } from '#domain/digest.ts';
import { chosenConditions } from '#domain/meeting/meeting-type.ts';
import { conditionName, counted, inSentence, listed } from './plain.ts';
import { typeset } from './typeset.ts';

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const numbers = ['No', 'One thing', 'Two things', 'Three things'] as const;

/** `Spanish interpreter, student attends` for the conditions that the leader switched on. */
export function conditionsInWords({ conditions, language }: Pick<Digest, 'conditions' | 'language'>): string {
  return chosenConditions
    .filter((condition) => conditions.includes(condition))
    .map((condition) => (condition === 'interpreter' && language !== '' ? `${language} interpreter` : inSentence(conditionName(condition))))
    .join(', ');
}

/** `Room 112. Spanish interpreter, student attends.`; empty when there is nothing to say. */
export function whereAndWhat(digest: Pick<Digest, 'room' | 'conditions' | 'language'>): string {
  return [digest.room, capital(conditionsInWords(digest))].filter(Boolean).map((part) => `${part}.`).join(' ');
}

/** What is still open before the meeting, by name while it is little. */
export function openInWords({ openBefore, askedBefore, openLabels = [] }: Pick<Digest, 'openBefore' | 'askedBefore' | 'openLabels'>): { prepared: boolean; says: string } {
  const open = openBefore.length;
  if (askedBefore === 0) return { prepared: true, says: 'Nothing to prepare' };
  if (open === 0) return { prepared: true, says: 'Everything prepared' };
  if (open === askedBefore) return { prepared: false, says: `${counted(askedBefore, 'thing')} to prepare` };
  const things = numbers[open];
  if (things === undefined) return { prepared: false, says: `${String(askedBefore - open)} of ${counted(askedBefore, 'thing')} prepared` };
  if (openLabels.length !== open) return { prepared: false, says: `${things} open` };
  return { prepared: false, says: `${things} open: ${listed(openLabels.map((label) => typeset(inSentence(label))))}` };
}

/** The student code, or what stands for it while there is none. */
export const codeOf = ({ code }: Pick<Digest, 'code'>): string => (code === '' ? 'No code' : code);
