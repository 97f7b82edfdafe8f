/** What stands in a meeting before it is finished, and what is worth a look first. Nothing of it holds anybody up. */
import type { Meeting } from '#domain/entry.ts';
import { followUpsOf, isOpen } from '#domain/meeting/follow-up.ts';
import { suspectSpans } from '#domain/meeting/names-guard.ts';
import { sharedNotes } from '#domain/meeting/note.ts';
import { planGaps } from '#domain/meeting/plan.ts';
import { reflectionsOf, standoutOf } from '#domain/meeting/reflection.ts';
import type { Tally } from '#domain/meeting/tally.ts';
import { verifyTasks } from '#domain/meeting/verify.ts';
import type { OpenMeeting } from '#ui/state/open-meeting.svelte.ts';
import { afterWords } from '#ui/words/plan-words.ts';

interface Missing {
  readonly words: string;
  /** Where it is mended. */
  readonly href: string;
}

/** What is blank, each with the way to it; `unkept` says that words stand in the note bar that are no note yet. */
export function worthALook(meeting: OpenMeeting, counts: Tally, unkept: boolean): Missing[] {
  const { entries, id } = meeting;
  const to = (step: string): string => `/meeting/${id}/after?step=${step}`;
  const steps = followUpsOf(entries);
  const vague = steps.filter(({ owner, dueOn, doneOn, carriedTo }) => isOpen({ doneOn, carriedTo }) && (owner.trim() === '' || dueOn === null)).length;
  const open = verifyTasks(entries, meeting.askedById.values()).filter(({ state }) => state === 'open').length;
  const missing: (Missing | false)[] = [
    unkept && { words: afterWords.unkeptNote, href: `/meeting/${id}/run` },
    planGaps(entries).includes('code') && { words: afterWords.noCode, href: `/meeting/${id}/plan` },
    counts.unmarked > 0 && { words: afterWords.notLookedAt(counts.unmarked), href: to('items') },
    open > 0 && { words: afterWords.openVerify(open), href: to('items') },
    standoutOf(entries).trim() === '' && { words: afterWords.noStandout, href: to('reflection') },
    reflectionsOf(entries, 'strength').length === 0 && { words: afterWords.noStrengths, href: to('reflection') },
    steps.length === 0 && { words: afterWords.noSteps, href: to('reflection') },
    vague > 0 && { words: afterWords.stepsWithout(vague), href: to('reflection') },
  ];
  return missing.filter((found) => found !== false);
}

/** What goes into the summary, counted in words. */
export function presentIn(entries: Meeting): string[] {
  const { counts } = afterWords;
  const family = sharedNotes(entries).filter(({ tag }) => tag === 'family').length;
  const found: readonly (readonly [number, (count: number) => string])[] = [
    [reflectionsOf(entries, 'strength').length, counts.strengths],
    [reflectionsOf(entries, 'growth').length, counts.growth],
    [family, counts.family],
    [followUpsOf(entries).length, counts.steps],
  ];
  return found.filter(([count]) => count > 0).map(([count, words]) => words(count));
}

/** How many words of the texts that may leave the tablet look like a name, a birth date or a number. */
export function suspectCount(entries: Meeting): number {
  const texts = [
    standoutOf(entries),
    ...reflectionsOf(entries, 'strength').map(({ text }) => text),
    ...reflectionsOf(entries, 'growth').map(({ text }) => text),
    ...sharedNotes(entries).map(({ text }) => text),
    ...followUpsOf(entries).flatMap(({ what, owner }) => [what, owner]),
  ];
  return texts.reduce((sum, text) => sum + suspectSpans(text).length, 0);
}
