/**
 * Shares of talk over meetings, beside the published ones. Turns, pulse samples and estimates
 * are told apart and never added up. Several at once and nobody stay out of the shares.
 *
 * A pulse is pooled over the samples of all meetings: 1.96 * sqrt(p(1-p)/n), the rule of
 * three where all fell on one side. Talk comes in runs, so real margins are wider. Turns are
 * told as the middle of the meetings' shares with their middle half. The published shares
 * are norms found and no goals.
 */
import { captureModes, type CaptureMode } from '../entry.ts';
import { references, type VoiceReference } from '../meeting/voice-references.ts';
import { voiceRoles, type VoiceRole } from '../meeting/voice-roles.ts';
import type { DerivedVoice } from './derived.ts';
import type { View } from './filter.ts';
import { quantiles, type Interval } from './interval.ts';

export interface VoiceRow {
  readonly role: VoiceRole;
  /** Of all counted samples (pulse); null for turns and estimates. */
  readonly pooled: number | null;
  /** 95 % half-width of the pooled share in percentage points. */
  readonly marginPoints: number | null;
  readonly samples: number;
  /** The middle of the meetings' shares and their middle half; null for estimates. */
  readonly middle: number | null;
  readonly middleHalf: Interval | null;
  /** Meetings in which the role was captured. */
  readonly meetings: number;
  /** Meetings by level, of estimates only. */
  readonly levels: Readonly<Record<'none' | 'some' | 'lot', number>>;
  readonly reference: VoiceReference | null;
}

export interface VoiceByMode {
  readonly mode: CaptureMode;
  readonly meetings: number;
  /** Samples, turns or estimates in all. */
  readonly count: number;
  readonly roles: readonly VoiceRow[];
}

/** One part for each way of capture that occurs in the view. */
export function voiceSummary({ set, at }: View): VoiceByMode[] {
  const voices = at.map((position) => set.rows[position]?.voice ?? null).filter((voice) => voice !== null);
  return captureModes.flatMap((mode): VoiceByMode[] => {
    const of = voices.filter((voice) => voice.mode === mode);
    return of.length === 0 ? [] : [modeSummary(mode, of)];
  });
}

function modeSummary(mode: CaptureMode, voices: readonly DerivedVoice[]): VoiceByMode {
  const count = voices.reduce((sum, voice) => sum + voice.count, 0);
  const heard = new Map<string, Heard>();
  for (const { roles } of voices) {
    for (const { role, share, count: captured, level } of roles) {
      const known = heard.get(role) ?? { shares: [], count: 0, levels: { none: 0, some: 0, lot: 0 } };
      heard.set(role, known);
      known.shares.push(share);
      known.count += captured;
      if (level) known.levels[level] += 1;
    }
  }
  const roles = voiceRoles.flatMap(({ key: role, counted }): VoiceRow[] => {
    const found = heard.get(role);
    return found && counted ? [voiceRow(role, found, { mode, meetings: voices.length, count })] : [];
  });
  return { mode, meetings: voices.length, count, roles };
}

interface Heard { readonly shares: number[]; count: number; readonly levels: { none: number; some: number; lot: number } }

function voiceRow(role: VoiceRole, heard: Heard, all: { readonly mode: CaptureMode; readonly meetings: number; readonly count: number }): VoiceRow {
  const pooled = all.mode === 'pulse' && all.count > 0 ? heard.count / all.count : null;
  // A role that was not heard in a meeting had none of its talk.
  const shares = all.mode === 'estimate' ? [] : [...heard.shares, ...Array.from({ length: all.meetings - heard.shares.length }, () => 0)];
  const [low, middle, high] = quantiles(shares, [0.25, 0.5, 0.75]);
  return {
    role, pooled, marginPoints: pooled === null ? null : pooledMargin(pooled, all.count), samples: all.mode === 'pulse' ? heard.count : 0,
    middle: middle ?? null, middleHalf: low === undefined || high === undefined ? null : { low, high },
    meetings: heard.shares.length, levels: heard.levels, reference: references.find((other) => other.role === role) ?? null,
  };
}

/** The 95 % half-width of a pooled share, in percentage points. */
export const pooledMargin = (share: number, samples: number): number =>
  share <= 0 || share >= 1 ? Math.min(100, 300 / samples) : 196 * Math.sqrt((share * (1 - share)) / samples);
