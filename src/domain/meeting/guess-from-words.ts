/**
 * What the words of a calendar say about a meeting. Only guesses, for a form that the leader
 * sees and can change; the words themselves are not kept.
 */
import type { MeetingType } from './meeting-type.ts';
import { lookLikeAName, suspectSpans } from './names-guard.ts';

/** The first that fits counts, so the narrower ones come first. */
const typeWords: readonly (readonly [RegExp, MeetingType])[] = [
  [/manifestation|\bMDR?\b/iu, 'manifestation'],
  [/re-?eval|triennial|three[- ]year|3[- ]?(?:yr|year)|\bREED\b/iu, 'reevaluation'],
  [/\bpart c\b|\bc to b\b|early intervention|preschool transition/iu, 'part-c'],
  [/initial.*(?:eligib|eval)|(?:eligib|eval).*initial|\beligib/iu, 'initial-eligibility'],
  [/\binitial\b/iu, 'initial-iep'],
  [/\btransition/iu, 'transition'],
  [/\btransfer|\bmove[- ]?in\b/iu, 'transfer-in'],
  [/\bamend/iu, 'amendment'],
  [/\bfacilitated\b/iu, 'facilitated'],
  [/(?:parent|family)[- ]request|requested by (?:the )?(?:parent|family)/iu, 'parent-requested'],
  [/\bexit\b|\bdismissal\b/iu, 'exit'],
];

/** Words that only such meetings have, in the states' own names too (ARD in Texas, CSE in New York). */
const fieldWords = /\bIEPs?\b|\bARD\b|\bCSE\b|\bPPT\b|\bMDT\b|eligib|re-?eval|triennial|manifestation|\bREED\b|special ed|\bSPED\b|\bpart c\b/iu;

/** Whether it looks like a meeting of the kind that is observed, and of which type; an annual review when nothing says more. */
export function guessMeeting(words: string): { readonly looksLikeOne: boolean; readonly type: MeetingType } {
  const type = typeWords.find(([shape]) => shape.test(words))?.[1] ?? 'annual';
  return { looksLikeOne: fieldWords.test(words), type };
}

const codeShape = /(?<![\p{L}\p{N}-])([A-Z]{1,3})-?(\d{1,4})(?![\p{L}\p{N}-])/gu;
/** What such letters mean in a calendar where they are no student's code. */
const notCodes = new Set(['IEP', 'ARD', 'CSE', 'PPT', 'MDT', 'RM', 'PS', 'MS', 'HS', 'ES', 'Q', 'K', 'PK', 'AM', 'PM', 'GR', 'FY', 'SY', 'ROOM']);

/** A code such as `R-14`, when there is exactly one and nothing about it looks like a person or a number that identifies one; else empty. */
export function guessCode(words: string): string {
  const found = [...words.matchAll(codeShape)].filter(({ 0: code, 1: letters = '', index }) =>
    !(notCodes.has(letters) && !code.includes('-')) && letters !== 'IEP' && !/\b(?:room|rm|bldg|building|grade)\.? *$/iu.test(words.slice(0, index)));
  const [only] = found;
  if (!only || found.length > 1 || lookLikeAName(only[0])) return '';
  return suspectSpans(words).some(({ from, to, why }) => why !== 'name' && from <= only.index && only.index < to) ? '' : only[0];
}

/** A room without addresses of calls, which may let anybody in. */
export const guessRoom = (location: string): string => location.replaceAll(/https?:\/\/\S+|\S+@\S+/giu, '').replaceAll(/\s+/gu, ' ').replaceAll(/^[\s;,]+|[\s;,]+$/gu, '').slice(0, 80);
