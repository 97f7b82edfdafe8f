/** Words about who spoke, in English. Published shares are what was found elsewhere, never a target. */
import type { VoiceReference, VoiceShares } from '#domain/meeting/voice.ts';
import { plain } from './plain.ts';

const minutes = (ms: number): string => plain.counted(Math.round(ms / 60_000), 'minute');

export const voice = {
  whoSpoke: 'Who spoke',
  role: 'Role',
  here: 'Here',
  found: 'Found in the study',
  basis: ({ mode, total, samples }: VoiceShares): string =>
    mode === 'pulse' ? plain.counted(samples, 'sample') : `${minutes(total)} of talk`,
  /** The 95 % margin, as people say it. */
  give: (points: number): string => `give or take ${String(Math.max(1, Math.round(points)))}`,
  foundIs: (share: string): string => `found: ${share}`,
  caution: (reference: VoiceReference | undefined): string =>
    reference === undefined
      ? ''
      : `Upright lines: what ${reference.source} found in ${String(reference.year)} in 109 teacher-led secondary meetings. Not a target. Talk is not influence, and some families prefer to listen.`,
  crosstalk: (share: string): string => `Several at once: ${share} of the talk, kept out of the shares.`,
};
