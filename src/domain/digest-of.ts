/** From a meeting to its digest. */
import type { Digest, MeetingState } from './digest.ts';
import type { Meeting } from './entry.ts';
import {
  basicsOf, conditionsOf, followUpsOf, isFinished, isRunning, languageOf, plannedMinutes, revisionOf, standoutOf, timingOf,
} from './meeting/glance.ts';
import { readiness } from './meeting/readiness.ts';
import { observedItems, tally } from './meeting/tally.ts';
import { askedPhases } from './roadmap/asked-items.ts';
import type { Roadmap } from './roadmap/roadmap.ts';

/**
 * Where a meeting stands:
 *
 *   | finished and not reopened | finished |
 *   | begun, not ended          | running  |
 *   | begun and ended, or finished once and reopened | held |
 *   | none of these             | planned  |
 */
export function stateOf(meeting: Meeting): MeetingState {
  if (isFinished(meeting)) return 'finished';
  if (isRunning(meeting)) return 'running';
  return timingOf(meeting) !== undefined || revisionOf(meeting) > 0 ? 'held' : 'planned';
}

/** Up to how many open items are told by name. */
export const namedOpen = 3;

/** The digest of a meeting under the roadmap that it was begun with. */
export function digestOf(meeting: Meeting, roadmap: Roadmap): Digest {
  const { type, code, team, school, room, onDate, startsAt, sample, fromEvent } = basicsOf(meeting);
  const conditions = conditionsOf(meeting);
  const phases = askedPhases(roadmap, conditions);
  const timing = timingOf(meeting);
  const before = readiness(meeting, phases);
  const observed = tally(observedItems(phases), meeting);
  return {
    state: stateOf(meeting),
    sample: sample === true,
    type, code, team, school, room, onDate, startsAt,
    plannedMinutes: plannedMinutes(meeting, phases),
    conditions: [...conditions], language: languageOf(meeting),
    startedAtMs: timing?.startedAtMs ?? null,
    endedAtMs: timing ? (timing.endedAtMs ?? timing.leftAtMs) : null,
    openBefore: before.open.map(({ item }) => item.id),
    askedBefore: before.asked,
    openLabels: before.open.length > namedOpen ? [] : before.open.map(({ item }) => item.label),
    lookedAt: observed.lookedAt, asked: observed.asked,
    revision: revisionOf(meeting),
    finishedAtMs: isFinished(meeting) ? ([...meeting.finish.values()][0]?.atMs ?? null) : null,
    roadmap: { id: roadmap.id, version: roadmap.version },
    followUps: followUpsOf(meeting).map(({ entry, what, owner, dueOn, doneOn, carriedFrom, carriedTo }) => ({
      entry, what, owner, dueOn, doneOn, ...(carriedFrom ? { carriedFrom } : {}), ...(carriedTo ? { carriedTo } : {}),
    })),
    ...(fromEvent === undefined ? {} : { fromEvent }),
    words: wordsOf(meeting),
  };
}

/** Each word that was written, once; that is all that search asks of a text. */
function wordsOf(meeting: Meeting): string {
  const texts = [
    ...[...meeting.note.values()].map(({ text }) => text),
    ...[...meeting.reflection.values()].map(({ text }) => text),
    ...[...meeting['follow-up'].values()].map(({ what }) => what),
    standoutOf(meeting),
  ];
  const words = texts.flatMap((text) => text.toLowerCase().split(/\s+/u)).map(withoutEdges);
  return [...new Set(words.filter((word) => word !== ''))].join(' ');
}

/** A word without what is no letter or number before and after it. */
export const withoutEdges = (word: string): string => word.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}\p{M}]+$/u, '');
