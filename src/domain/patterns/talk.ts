/** The talk of one meeting, as far as it is to be read. */
import type { CaptureMode } from '../entry.ts';
import type { DerivedMeeting } from './derived.ts';

/** Samples and turns from which the talk of a meeting is read at all (DOMAIN 2.2; the numbers are ours). */
export const leastSamples = 40;
export const leastTurns = 30;

export interface Heard {
  /** 0 to 1; 0 for a role that was not heard. */
  readonly share: number;
  readonly margin: number | null;
  readonly mode: CaptureMode;
}

/** True where there is enough of it, and it is no estimate. */
export const isReadable = ({ voice }: Pick<DerivedMeeting, 'voice'>): boolean =>
  voice !== null && voice.mode !== 'estimate' && voice.count >= (voice.mode === 'pulse' ? leastSamples : leastTurns);

/** The share of a role with how it was captured; null where the talk is not to be read. */
export function shareOf(row: Pick<DerivedMeeting, 'voice'>, role: string): Heard | null {
  const { voice } = row;
  if (!voice || !isReadable(row)) return null;
  const found = voice.roles.find((other) => other.role === role);
  return { share: found?.share ?? 0, margin: found?.margin ?? null, mode: voice.mode };
}

/** True for a role that takes part; for the family also where nobody says that it does not. */
export const isPresent = ({ present, listed }: Pick<DerivedMeeting, 'present' | 'listed'>, role: string): boolean =>
  present.includes(role) || (role === 'family' && !listed.includes(role));

/** The family's share where the family took part and it can be read. */
export const familyHeard = (row: DerivedMeeting): Heard | null => (isPresent(row, 'family') ? shareOf(row, 'family') : null);
