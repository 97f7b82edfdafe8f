/**
 * What lists read of a meeting. It stands apart from the verbs that change one, so that the
 * first screen is there without them; the verbs' files hand these readers on.
 */
import type { Elsewhere, Meeting, Source, ValueOf } from '../entry.ts';
import { entryIdOf, type EntryId, type PhaseId } from '../ids.ts';
import type { AskedPhase } from '../roadmap/asked-items.ts';
import { conditionsInForce } from './meeting-type.ts';

export type Basics = ValueOf<'basics'>;

/** What a plan begins with. */
export const defaultBasics: Basics = {
  type: 'annual', code: '', capacity: null, onDate: null, startsAt: null, room: '', school: '', team: '',
};

/** The basics of a meeting; an annual review without code or date as long as nothing was said. */
export const basicsOf = (meeting: Meeting): Basics => meeting.basics.get(entryIdOf('basics')) ?? defaultBasics;

/** The conditions that were chosen and the language, as they are stored; none and empty while there is nothing. */
export const conditionsEntry = (meeting: Meeting): ValueOf<'conditions'> =>
  meeting.conditions.get(entryIdOf('conditions')) ?? { on: [], language: '' };

/** The conditions that the leader switched on, in no particular order. */
export const chosenConditionsOf = (meeting: Meeting): readonly string[] => conditionsEntry(meeting).on;

/** All conditions in force, those of the meeting's type among them. */
export const conditionsOf = (meeting: Meeting): ReadonlySet<string> =>
  conditionsInForce(basicsOf(meeting).type, chosenConditionsOf(meeting));

/** The interpreter's or family's language, as typed; empty when none was named. */
export const languageOf = (meeting: Meeting): string => conditionsEntry(meeting).language;

/** The minutes that the leader chose by phase; phases left to the roadmap are not among them. */
export const chosenMinutesOf = (meeting: Meeting): Readonly<Record<PhaseId, number>> =>
  meeting.minutes.get(entryIdOf('minutes'))?.byPhase ?? {};

/** Planned minutes of the numbered phases, in order: the leader's, else the roadmap's, else 0. */
export function minutesOf(meeting: Meeting, phases: readonly AskedPhase[]): Map<PhaseId, number> {
  const chosen = chosenMinutesOf(meeting);
  const numbered = phases.filter(({ ordinal }) => ordinal !== null);
  return new Map(numbered.map(({ phase }) => [phase.id, chosen[phase.id] ?? phase.minutes ?? 0]));
}

/** Planned minutes of all numbered phases together. */
export const plannedMinutes = (meeting: Meeting, phases: readonly AskedPhase[]): number =>
  [...minutesOf(meeting, phases).values()].reduce((sum, minutes) => sum + minutes, 0);

/** When it began and ended, epoch milliseconds; undefined before it began. */
export const timingOf = (meeting: Meeting): ValueOf<'timing'> | undefined => meeting.timing.get(entryIdOf('timing'));

/** True from the start until the end, or until the leader left. */
export function isRunning(meeting: Meeting): boolean {
  const timing = timingOf(meeting);
  return timing !== undefined && timing.endedAtMs === null && timing.leftAtMs === null;
}

/** The latest finish, open again or not; undefined while there was none. */
export const finishOf = (meeting: Meeting): ValueOf<'finish'> | undefined => meeting.finish.get(entryIdOf('finish'));

/** How often the meeting was finished; 0 when it never was. */
export const revisionOf = (meeting: Meeting): number => finishOf(meeting)?.revision ?? 0;

/** True while a meeting is finished and not reopened. */
export const isFinished = (meeting: Meeting): boolean => finishOf(meeting)?.open === false;

/** The sentence that stood out; empty while there is none. */
export const standoutOf = (meeting: Meeting): string => meeting.standout.get(entryIdOf('standout'))?.text ?? '';

export interface FollowUp {
  readonly entry: EntryId;
  readonly what: string;
  /** A role, not a name. */
  readonly owner: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly source: Source;
  readonly order: number;
  readonly carriedFrom: Elsewhere | null;
  readonly carriedTo: Elsewhere | null;
}

/** True while a next step is neither done nor taken over by a later meeting. */
export const isOpen = ({ doneOn, carriedTo }: { readonly doneOn: string | null; readonly carriedTo?: Elsewhere | null | undefined }): boolean =>
  doneOn === null && !carriedTo;

/** The next steps in the order in which they were written. */
export function followUpsOf(meeting: Meeting): FollowUp[] {
  return [...meeting['follow-up']]
    .map(([entry, { what, owner, dueOn, doneOn, source, order, carriedFrom = null, carriedTo = null }]) =>
      ({ entry, what, owner, dueOn, doneOn, source, order, carriedFrom, carriedTo }))
    .sort((a, b) => a.order - b.order || (a.entry < b.entry ? -1 : 1));
}
