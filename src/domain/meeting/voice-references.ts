/**
 * Shares of talk that were found elsewhere, to stand beside a meeting's own. They are norms
 * found, not goals: in those meetings families spoke little.
 *
 * Martin, Van Dycke, Greene et al. 2006: 109 middle and high school meetings, momentary time
 * sampling every 10 seconds, 17,804 samples. The record prints "general educators and
 * administrators 9%"; read as 9 % each, since the sum then leaves room for the samples
 * without a speaker or with several.
 */
import type { VoiceRole } from './voice-roles.ts';

export interface VoiceReference {
  readonly role: VoiceRole;
  /** 0 to 1, of all samples. */
  readonly share: number;
  readonly source: string;
  readonly year: number;
}

const martin = (role: VoiceRole, share: number): VoiceReference => ({
  role, share, source: 'Martin, Van Dycke, Greene et al.', year: 2006,
});

/** The published shares, the largest first. */
export const references: readonly VoiceReference[] = [
  martin('case-manager', 0.51),
  martin('family', 0.15),
  martin('gen-ed', 0.09),
  martin('lea-rep', 0.09),
  martin('related', 0.06),
  martin('student', 0.03),
];
