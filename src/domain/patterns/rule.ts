/**
 * What a rule is, and what it finds. A rule reads single meetings for its sign, and a scope's
 * meetings for its pattern. Its texts are data in the product's own words: signs are "worth a
 * look" or to "verify"; nobody is ranked, no person is named.
 */
import type { Answer, CaptureMode, ChainLink } from '../entry.ts';
import type { Level } from './evidence.ts';
import type { Interval } from './interval.ts';
import type { Scope, ScopeKind, ScopeView } from './window.ts';
import type { PatternSet } from './pattern-set.ts';

export const ruleIds = [
  'unclear-roles', 'uneven-participation', 'data-decision-gap', 'family-voice-missing', 'predetermination-signs',
  'follow-through-slippage', 'compliance-risk', 'equity-gap', 'student-voice-missing', 'rushed-or-incomplete', 'readiness-gap',
  'coverage-bias', 'bright-spot',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** Why a sign stands in a meeting; what a tap on a figure opens. */
export type Reason =
  | { readonly type: 'mark'; readonly item: string; readonly answer: Answer }
  | { readonly type: 'bead'; readonly link: ChainLink }
  | { readonly type: 'share'; readonly role: string; readonly share: number; readonly margin: number | null; readonly mode: CaptureMode }
  | { readonly type: 'silent'; readonly role: string }
  | { readonly type: 'date'; readonly name: string; readonly onDate: string | null; readonly limitOn: string }
  | { readonly type: 'task'; readonly entry: string; readonly dueOn: string; readonly doneOn: string | null }
  | { readonly type: 'blank'; readonly link: ChainLink };

/** A sign in one meeting: there, not there, or not to be told. */
export interface Sign {
  readonly state: 'fired' | 'quiet' | 'unknown';
  readonly because: readonly Reason[];
}

/** One meeting, as a rule's sign reads it. */
export interface Look {
  readonly set: PatternSet;
  readonly position: number;
  readonly today: string;
}

/** One meeting of a finding's row of marks, oldest first. */
export interface StripMark {
  readonly meeting: string;
  readonly day: string | null;
  /** How it stands to the finding: it carries it, it does not, or half. */
  readonly state: 'for' | 'half' | 'against';
  readonly because: readonly Reason[];
}

export type ComparisonId = 'interpreter' | 'virtual' | 'initial-annual' | 'advocate';

/** What a finding is about within its rule. */
export type About =
  | { readonly type: 'sign' }
  | { readonly type: 'item'; readonly item: string }
  | { readonly type: 'link'; readonly link: ChainLink }
  | { readonly type: 'date'; readonly name: string }
  | { readonly type: 'tasks' }
  | { readonly type: 'family-share'; readonly mode: CaptureMode; readonly median: number }
  | { readonly type: 'comparison'; readonly comparison: ComparisonId; readonly item: string | null; readonly groups: readonly [GroupCount, GroupCount] }
  | { readonly type: 'coverage'; readonly gap: 'one-team' | 'mostly-yes' | 'no-interpreter' | 'no-initial' | 'no-transition' };

/** One side of a comparison: rated and seen marks, or meetings and the middle family share. */
export interface GroupCount {
  readonly group: 'with' | 'without';
  readonly meetings: number;
  /** Seen (partly a half) of rated; for shares the median and the meetings. */
  readonly value: number;
  readonly of: number;
}

export interface Finding {
  readonly rule: RuleId;
  readonly scope: Scope;
  readonly about: About;
  /** What may be said: by the number of meetings, and no more than `watch` where chance could do the same. */
  readonly level: Level;
  /** Too few, or not surely more than chance, to call it a pattern. */
  readonly tentative: boolean;
  /** `count` of `of` meetings (or tasks) carry it; for bright spots and items, those seen of those rated. */
  readonly count: number;
  readonly of: number;
  /** Wilson's 95 % of count of `of`; of the difference for comparisons; null for single events and medians. */
  readonly interval: Interval | null;
  readonly strip: readonly StripMark[];
  /** Positions of the strip's meetings in the set. */
  readonly at: readonly number[];
  /** Meetings of the span in which it could not be seen: not looked at, N/A, not captured. */
  readonly leftOut: number;
}

export interface Reference {
  /** Key of the source in the product's list of sources. */
  readonly key: string;
  readonly title: string;
  /** Where it can be read, as words to show or print: the app links to nothing outside. */
  readonly address: string;
  /** What it found, in own words. */
  readonly says: string;
}

export interface Rule {
  readonly id: RuleId;
  readonly title: string;
  /** When one meeting shows the sign; null where only many do. */
  readonly sign: string | null;
  readonly pattern: string;
  readonly caution: string;
  /** What a leader can do with a team, and what can change around it. */
  readonly coaching: readonly string[];
  readonly system: readonly string[];
  readonly references: readonly Reference[];
  readonly scopes: readonly ScopeKind[];
  readonly signIn: ((look: Look) => Sign) | null;
  readonly find: (scope: ScopeView) => Finding[];
}
