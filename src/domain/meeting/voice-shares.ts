/**
 * Shares of talk with their margins. Several at once and nobody are kept out of the shares.
 *
 * Margins are 95 % half-widths in percentage points:
 * - pulse: simple binomial over the counted samples, 1.96 * sqrt(p(1-p)/n); where every
 *   sample fell on one side, the rule of three (3/n), since none of it is certain;
 * - turns: ratio estimator over turns, 1.96 * sqrt(sum x²(y-p)²)/sum x with x the length of
 *   a turn and y whether it is the role's; null under two minutes in all, and while only one
 *   role has spoken;
 * - estimate: none; levels are an order, not a measure.
 * Talk comes in runs, so that real margins are wider than these.
 */
import type { CaptureMode, Meeting } from '../entry.ts';
import { observedMs } from './gap.ts';
import { captureOf } from './plan.ts';
import { voiceRoleFrom, voiceRoles, type VoiceRole } from './voice-roles.ts';

export interface RoleShare {
  readonly role: VoiceRole;
  readonly turns: number;
  readonly ms: number;
  readonly samples: number;
  /** 0 to 1, of what is counted. */
  readonly share: number;
  /** 95 % half-width in percentage points; null where none can be told. */
  readonly marginPoints: number | null;
}

export interface VoiceShares {
  readonly mode: CaptureMode;
  /** Roles that were captured, in the order of {@link voiceRoles}. */
  readonly roles: readonly RoleShare[];
  /** 0 to 1: several at once, of all talk. */
  readonly crosstalkShare: number;
  /** What the shares are of: milliseconds, samples, or (for estimates) roles estimated. */
  readonly total: number;
  readonly samples: number;
}

/** One capture: who, and how much it weighs (milliseconds of a turn, 1 for a sample). */
interface Piece {
  readonly role: VoiceRole;
  readonly weight: number;
}

/** Turns of less than this in all say nothing about a meeting. */
const leastForMarginMs = 120_000;
/** Lengths of the drawn bars only. */
const levelWeights = { none: 0, some: 1, lot: 2 } as const;
const z95 = 1.96;

const weigh = (pieces: readonly Piece[]): number => pieces.reduce((sum, { weight }) => sum + weight, 0);

function turnMargin(counted: readonly Piece[], role: VoiceRole, share: number): number | null {
  const total = weigh(counted);
  if (total < leastForMarginMs || share <= 0 || share >= 1) return null;
  const squares = counted.reduce((sum, piece) => sum + (piece.weight * ((piece.role === role ? 1 : 0) - share)) ** 2, 0);
  return Math.min(100, (100 * z95 * Math.sqrt(squares)) / total);
}

function pulseMargin(samples: number, share: number): number | null {
  if (samples === 0) return null;
  if (share <= 0 || share >= 1) return Math.min(100, 300 / samples);
  return 100 * z95 * Math.sqrt((share * (1 - share)) / samples);
}

function piecesOf(meeting: Meeting, mode: CaptureMode, nowMs: number): Piece[] {
  if (mode === 'pulse') return [...meeting.sample.values()].map(({ role }) => ({ role: voiceRoleFrom(role), weight: 1 }));
  if (mode === 'estimate') {
    return [...meeting.estimate].map(([entry, { level }]) => ({
      role: voiceRoleFrom(entry.slice(entry.indexOf(':') + 1)), weight: levelWeights[level],
    }));
  }
  return [...meeting.turn.values()].map(({ role, fromMs, toMs }) => ({
    role: voiceRoleFrom(role), weight: observedMs(meeting, fromMs, toMs ?? Math.max(fromMs, nowMs)),
  }));
}

/**
 * The shares of talk by the meeting's own way of capture; an open turn counts up to `nowMs`.
 * The other two ways are left aside, also where something was captured by them.
 */
export function voiceShares(meeting: Meeting, nowMs: number): VoiceShares {
  const { mode } = captureOf(meeting);
  const pieces = piecesOf(meeting, mode, nowMs);
  const uncounted = new Set<VoiceRole>(voiceRoles.filter(({ counted }) => !counted).map(({ key }) => key));
  const counted = pieces.filter(({ role }) => !uncounted.has(role));
  const total = weigh(counted);
  const crosstalk = weigh(pieces.filter(({ role }) => role === 'crosstalk'));
  const roles = voiceRoles.flatMap(({ key: role }): RoleShare[] => {
    const mine = counted.filter((piece) => piece.role === role);
    if (mine.length === 0) return [];
    const weight = weigh(mine);
    const share = total > 0 ? weight / total : 0;
    const none = { role, turns: 0, ms: 0, samples: 0, share, marginPoints: null };
    if (mode === 'turns') return [{ ...none, turns: mine.length, ms: weight, marginPoints: turnMargin(counted, role, share) }];
    if (mode === 'pulse') return [{ ...none, samples: weight, marginPoints: pulseMargin(total, share) }];
    return [none];
  });
  return {
    mode, roles,
    crosstalkShare: crosstalk > 0 ? crosstalk / (total + crosstalk) : 0,
    total: mode === 'estimate' ? counted.length : total,
    samples: mode === 'pulse' ? total : 0,
  };
}
