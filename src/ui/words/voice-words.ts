/** Words about who spoke. Published shares are what was found elsewhere, never a target. */
import type { VoiceReference, VoiceShares } from '#domain/meeting/voice.ts';
import { counted } from './meeting-words.ts';

const minutes = (ms: number): string => counted(Math.round(ms / 60_000), 'minute');

export const voiceWords = {
  whoSpoke: 'Who spoke',
  role: 'Role',
  here: 'Here',
  found: 'Found in the study',
  basis: ({ mode, total, samples }: VoiceShares): string =>
    mode === 'pulse' ? counted(samples, 'sample') : `${minutes(total)} of talk`,
  /** The 95 % margin, as people say it. */
  give: (points: number): string => `give or take ${String(Math.max(1, Math.round(points)))}`,
  foundIs: (share: string): string => `found: ${share}`,
  caution: (reference: VoiceReference | undefined): string =>
    reference === undefined
      ? ''
      : `Upright lines: what ${reference.source} found in ${String(reference.year)} in 109 teacher-led secondary meetings. Not a target. Talk is not influence, and some families prefer to listen.`,
  crosstalk: (share: string): string => `Several at once: ${share} of the talk, kept out of the shares.`,
} as const;
