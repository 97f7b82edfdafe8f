/** One thing that a draft still needs, or that is worth another look. */
import { hasForbiddenSign } from './limits.ts';

export interface FaultPlace {
  readonly kind: 'roadmap' | 'phase' | 'item' | 'condition';
  /** Of the phase, item or condition; of the roadmap itself where it is about the whole. */
  readonly id: string;
  /** The field, such as `label`; `es.label` for a translation, `district.codePattern` for a setting. */
  readonly field: string;
}

export type FaultReason =
  | { readonly type: 'empty' }
  | { readonly type: 'too-long'; readonly length: number; readonly most: number }
  | { readonly type: 'too-many'; readonly count: number; readonly most: number }
  | { readonly type: 'forbidden-sign' }
  | { readonly type: 'unknown-condition'; readonly condition: string }
  /** Labels of the conditions that follow from one another. */
  | { readonly type: 'condition-cycle'; readonly labels: readonly string[] }
  | { readonly type: 'no-phase' }
  | { readonly type: 'no-phases' }
  | { readonly type: 'no-items' }
  | { readonly type: 'no-lens' }
  | { readonly type: 'bad-minutes'; readonly most: number }
  | { readonly type: 'bad-days'; readonly most: number }
  | { readonly type: 'bad-months'; readonly most: number }
  /** No regular expression, or one that can take long: a repeated group, many repetitions. */
  | { readonly type: 'bad-pattern' }
  /** Partly is allowed where the law asks for yes or no. */
  | { readonly type: 'partly-must-happen' }
  | { readonly type: 'retired-id' };

export interface DraftFault {
  readonly at: FaultPlace;
  readonly why: FaultReason;
  /** `must`: it cannot be published so. `look`: it can. */
  readonly severity: 'must' | 'look';
}

/** A fault that stands in the way. */
export const must = (at: FaultPlace, why: FaultReason): DraftFault => ({ at, why, severity: 'must' });
/** A fault that is worth another look. */
export const look = (at: FaultPlace, why: FaultReason): DraftFault => ({ at, why, severity: 'look' });

/** What is the matter with a text; `needed` where it may not be empty. */
export function textFaults(at: FaultPlace, text: string, most: number, needed = false): DraftFault[] {
  if (needed && text.trim() === '') return [must(at, { type: 'empty' })];
  if (text.length > most) return [must(at, { type: 'too-long', length: text.length, most })];
  return hasForbiddenSign(text) ? [must(at, { type: 'forbidden-sign' })] : [];
}
