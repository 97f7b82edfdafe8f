/** Names of what a meeting is made of. */
import type { MeetingState } from '#domain/digest.ts';
import type { Answer, Attendance, CaptureMode, ChainLink, NoteTag } from '#domain/entry.ts';
import type { ItemKind, LegalForce } from '#domain/roadmap/roadmap.ts';
import { meeting as en } from './en/meeting.ts';
import { inLanguage } from './language.svelte.ts';

export { conditionName, counted, inSentence, listed, typeName } from './plain.ts';

const words = inLanguage('meeting', en);

/** A role of the attendees' list or of the voice strip. */
export const roleName = (role: string): string => words.roleName(role);
export const dateName = (name: string): string => words.dateName(name);
export const lensName = (lens: string): string => words.lensName(lens);
/** `Not looked at` where there is no answer. */
export const answerName = (answer: Answer | null): string => words.answerName(answer);
/** What is heard where the word of an answer is an abbreviation; undefined where it will do. */
export const answerSaid = (answer: Answer): string | undefined => words.answerSaid(answer);
export const kindName = (kind: ItemKind): string => words.kinds[kind];
export const tagName = (tag: NoteTag): string => words.tags[tag];
export const linkName = (link: ChainLink): string => words.links[link];
export const captureName = (mode: CaptureMode): string => words.captures[mode];
export const attendanceName = (how: Attendance): string => words.attendances[how];
export const stateName = (state: MeetingState): string => words.states[state];
export const forceName = (force: LegalForce): string => words.forces[force];
