/**
 * From any figure back to the marks of the meetings it came from. A figure is named by what
 * it counts; the view says over which meetings.
 */
import type { Answer, CaptureMode, ChainLink } from '../entry.ts';
import type { View } from './filter.ts';
import { codeAt, code } from './pattern-set.ts';
import type { Reason } from './rule.ts';
import type { afterDates} from './rules/follow-through-slippage.ts';
import { dateSign, dueTasks, isLate } from './rules/follow-through-slippage.ts';
import { firstBroken } from './rules/data-decision-gap.ts';
import { rowAt } from './signs.ts';

export type Figure =
  /** One cell of the item table; `blank` is "not looked at". */
  | { readonly type: 'item'; readonly item: string; readonly answer: Answer | 'blank' | 'rated' }
  /** One cell, or a whole column, of the heat grid. */
  | { readonly type: 'phase'; readonly phase: string; readonly meeting: string | null }
  | { readonly type: 'voice'; readonly role: string; readonly mode: CaptureMode }
  | { readonly type: 'link'; readonly link: ChainLink }
  | { readonly type: 'month'; readonly month: string }
  | { readonly type: 'tasks'; readonly state: 'in-time' | 'late' | 'open' }
  | { readonly type: 'date'; readonly name: (typeof afterDates)[number]; readonly state: 'within' | 'beyond' };

export interface Traced {
  readonly meeting: string;
  readonly day: string | null;
  readonly owner: string;
  readonly because: readonly (Reason | { readonly type: 'not-looked-at'; readonly item: string })[];
}

/** The meetings and marks behind a figure, the latest first. Findings carry theirs in their strip. */
export function trace(view: View, figure: Figure): Traced[] {
  return view.at.toReversed().flatMap((position): Traced[] => {
    const because = becauseOf(view, position, figure);
    const { meeting, day, owner } = rowAt({ set: view.set, position });
    return because === null ? [] : [{ meeting, day, owner, because }];
  });
}

const answers = ['yes', 'partly', 'no', 'na'] as const;

function markOf(view: View, position: number, item: string): Traced['because'][number] | null {
  const found = codeAt(view.set, position, item);
  if (found === code.blank) return { type: 'not-looked-at', item };
  const answer = answers[found - code.yes];
  return answer ? { type: 'mark', item, answer } : null;
}

function becauseOf(view: View, position: number, figure: Figure): Traced['because'] | null {
  const row = rowAt({ set: view.set, position });
  const marks = (items: readonly string[]): Traced['because'] => items.flatMap((item) => markOf(view, position, item) ?? []);
  const orNull = (because: Traced['because']): Traced['because'] | null => (because.length > 0 ? because : null);
  switch (figure.type) {
    case 'item':
      return orNull(marks([figure.item]).filter((mark) => fits(mark, figure.answer)));
    case 'phase':
      if (figure.meeting !== null && figure.meeting !== row.meeting) return null;
      return orNull(marks(view.set.items.filter(({ phase }) => phase === figure.phase).map(({ id }) => id)));
    case 'month':
      return row.day?.startsWith(figure.month) === true ? marks(view.set.items.map(({ id }) => id)).filter((mark) => fits(mark, 'rated')) : null;
    case 'voice':
      return orNull(voiceReasons(row.voice, figure));
    case 'link': {
      if (firstBroken({ set: view.set, position, today: view.today }) !== figure.link) return null;
      return row.thread.length > 0 ? [{ type: 'bead', link: figure.link }] : marks(view.set.items.filter(({ chainLink, core }) => core && chainLink === figure.link).map(({ id }) => id));
    }
    case 'tasks': {
      const state = (task: ReturnType<typeof dueTasks>[number]): string => (task.doneOn === null ? 'open' : isLate(task) ? 'late' : 'in-time');
      return orNull(dueTasks(row, view.today).filter((task) => state(task) === figure.state).map(({ entry, dueOn, doneOn }) => ({ type: 'task', entry, dueOn, doneOn })));
    }
    case 'date': {
      const sign = dateSign(row, figure.name, view.today);
      if (figure.state === 'within') return sign.state === 'quiet' ? [{ type: 'date', name: figure.name, onDate: row.dates[figure.name] ?? null, limitOn: '' }] : null;
      return sign.state === 'fired' ? sign.because : null;
    }
  }
}

function fits(mark: Traced['because'][number], wanted: Answer | 'blank' | 'rated'): boolean {
  if (mark.type === 'not-looked-at') return wanted === 'blank';
  return mark.type === 'mark' && (wanted === 'rated' ? mark.answer !== 'na' : mark.answer === wanted);
}

function voiceReasons(voice: ReturnType<typeof rowAt>['voice'], { role, mode }: { readonly role: string; readonly mode: CaptureMode }): Reason[] {
  if (voice?.mode !== mode) return [];
  const found = voice.roles.find((one) => one.role === role);
  return [{ type: 'share', role, share: found?.share ?? 0, margin: found?.margin ?? null, mode }];
}
