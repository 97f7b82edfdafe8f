/**
 * What the words of a calendar say about a meeting. Only guesses, for a form that the leader
 * sees and can change; the words themselves are not kept.
 */
import type { MeetingType } from './meeting-type.ts';
import { lookLikeAName, suspectSpans } from './names-guard.ts';

/** The first that fits counts, so the narrower ones come first. */
const typeWords: readonly (readonly [RegExp, MeetingType])[] = [
  [/manifesta[tc]i[oó]n|\bMDR?\b/iu, 'manifestation'],
  [/re-?eval|triennial|trienal|three[- ]year|3[- ]?(?:yr|year)|(?:tres|3) años|\bREED\b/iu, 'reevaluation'],
  [/\bparte? c\b|\bc (?:to|a) b\b|early intervention|intervenci[oó]n temprana|preschool transition|transici[oó]n (?:a |al )?preescolar/iu, 'part-c'],
  [/ini[tc]ial.*(?:eligib|elegib|eval)|(?:eligib|elegib|eval).*ini[tc]ial|\b(?:eligib|elegib)/iu, 'initial-eligibility'],
  [/\bini[tc]ial\b|\bprimer (?:PEI|IEP)\b/iu, 'initial-iep'],
  [/\btransi[tc]i[oó]n/iu, 'transition'],
  [/\btransfer|\bmove[- ]?in\b|\btraslado/iu, 'transfer-in'],
  [/\bamend|\benmienda/iu, 'amendment'],
  [/\bfacilitated\b|\bfacilitad[oa]\b|\bcon facilitador/iu, 'facilitated'],
  [/(?:parent|family)[- ]request|requested by (?:the )?(?:parent|family)|(?:pedid[oa]|solicitad[oa]) por (?:el |la |los )?(?:padre|madre|familia)|(?:petici[oó]n|solicitud) de (?:el |la |los )?(?:padre|madre|familia)/iu, 'parent-requested'],
  [/\bexit\b|\bdismissal\b|\bsalida de servicios\b|\begreso\b/iu, 'exit'],
];

/** Words that only such meetings have, in English and Spanish, in the states' own names too (ARD in Texas, CSE in New York). */
const fieldWords = /\bIEPs?\b|\bPEIs?\b|revisi[oó]n anual|elegibilidad|trienal|manifestaci[oó]n|educaci[oó]n especial|\bparte c\b|\bARD\b|\bCSE\b|\bPPT\b|\bMDT\b|eligib|re-?eval|triennial|manifestation|\bREED\b|special ed|\bSPED\b|\bpart c\b/iu;

/** Whether it looks like a meeting of the kind that is observed, and of which type; an annual review when nothing says more. */
export function guessMeeting(text: string): { readonly looksLikeOne: boolean; readonly type: MeetingType } {
  const words = text.normalize('NFC'); // some calendars write an accent as a sign of its own
  const type = typeWords.find(([shape]) => shape.test(words))?.[1] ?? 'annual';
  return { looksLikeOne: fieldWords.test(words), type };
}

const codeShape = /(?<![\p{L}\p{N}-])([A-Z]{1,3})-?(\d{1,4})(?![\p{L}\p{N}-])/gu;
/** What such letters mean in a calendar where they are no student's code. */
const notCodes = new Set(['IEP', 'PEI', 'ARD', 'CSE', 'PPT', 'MDT', 'RM', 'PS', 'MS', 'HS', 'ES', 'Q', 'K', 'PK', 'AM', 'PM', 'GR', 'FY', 'SY', 'ROOM']);

/** A code such as `R-14`, when there is exactly one and nothing about it looks like a person or a number that identifies one; else empty. */
export function guessCode(words: string): string {
  const found = [...words.matchAll(codeShape)].filter(({ 0: code, 1: letters = '', index }) =>
    !(notCodes.has(letters) && !code.includes('-')) && letters !== 'IEP' && letters !== 'PEI' && !/\b(?:room|rm|bldg|building|grade|sal[oó]n|sala|aula|edificio|grado)\.? *$/iu.test(words.slice(0, index)));
  const [only] = found;
  if (!only || found.length > 1 || lookLikeAName(only[0])) return '';
  return suspectSpans(words).some(({ from, to, why }) => why !== 'name' && from <= only.index && only.index < to) ? '' : only[0];
}

/** A room without addresses of calls, which may let anybody in. */
export const guessRoom = (location: string): string => location.replaceAll(/https?:\/\/\S+|\S+@\S+/giu, '').replaceAll(/\s+/gu, ' ').replaceAll(/^[\s;,]+|[\s;,]+$/gu, '').slice(0, 80);
