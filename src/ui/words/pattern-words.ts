/** Words of the patterns screen, in the language that is spoken. */
import type { MeetingName } from '#domain/patterns/look.ts';
import { pattern as en } from './en/pattern.ts';
import { inLanguage } from './language.svelte.ts';

export { cellPercent, percent } from './figures.ts';

export const patternWords = inLanguage('pattern', en);

/** A meeting in the head of a column: its code, or its day. */
export const meetingHead = ({ code, day }: MeetingName): string => (code === '' ? (day?.slice(5).replace('-', '/') ?? '–') : code);

/** Points between two shares: `+12`, `−3`. */
export const pointsBetween = (between: number): string => `${between > 0 ? '+' : between < 0 ? '−' : ''}${String(Math.abs(Math.round(between * 100)))}`;
