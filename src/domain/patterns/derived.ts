/**
 * The small row that patterns keep of a finished meeting. It can be computed anew from the
 * meeting's record at any time, holds no text but code, school and team, and no person.
 *
 * Marks are one letter an item, in the order of the roadmap's items:
 *
 *   | y   | p      | n  | x   | .                      | -                                |
 *   | yes | partly | no | N/A | asked, not looked at   | not asked under its conditions   |
 *
 * What a leader tagged as staying on the device, and what was drawn from it, is not read.
 */
import { captureModes, capacities, chainLinks, type Answer, type ChainLink, type Meeting } from '../entry.ts';
import type { DeviceId, MeetingId } from '../ids.ts';
import { followUpsOf } from '../meeting/follow-up.ts';
import { answerOf } from '../meeting/mark.ts';
import { takesPart } from '../meeting/members.ts';
import { attendeesOf, basicsOf, captureOf, conditionsOf, datesOf, limitDaysOf, voiceRoleOf } from '../meeting/plan.ts';
import { countersOf, placementBeforeGoals, threadRows, touchOrder } from '../meeting/thread.ts';
import { voiceShares } from '../meeting/voice.ts';
import { voiceRoles } from '../meeting/voice-roles.ts';
import { heldOf } from '../record/held.ts';
import { meetingOfRecord } from '../record/finish.ts';
import { mergeRecords } from '../record/merge-records.ts';
import type { MeetingRecord } from '../record/record.ts';
import { withheldEntries } from '../record/withheld.ts';
import { calledBy } from '../roadmap/asked-items.ts';
import { withOwn } from '../roadmap/own-conditions.ts';
import { z } from '../zod.ts';
import { roadmapKey } from './roadmap-facts.ts';

const roleKeys = voiceRoles.map(({ key }) => key);
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

const voiceSchema = z.object({
  mode: z.enum(captureModes),
  /** Samples of a pulse, turns tapped, or roles estimated: what the shares rest on. */
  count: z.number(),
  roles: z.array(z.object({
    role: z.enum(roleKeys), share: z.number(), count: z.number(),
    /** Half-width in percentage points; null where none can be told. */
    margin: z.nullable(z.number()),
    /** Of an estimate only. */
    level: z.nullable(z.enum(['none', 'some', 'lot'])),
  })),
});

/** The version that rows are written in; rows of another are computed anew. */
export const derivedVersion = 1;

export const derivedSchema = z.object({
  v: z.literal(derivedVersion),
  meeting: z.string(),
  /** The member whose meeting it is; empty for one of this device. */
  owner: z.string(),
  device: z.string(), revision: z.number(), finishedAtMs: z.number(),
  /** Which replicas it was computed from: another text means that it is to be computed anew. */
  from: z.string(),
  sample: z.boolean(),
  code: z.string(), school: z.string(), team: z.string(), type: z.string(),
  /** Local day; null for a meeting without one, and one that was reduced. */
  day: z.nullable(day),
  minutes: z.nullable(z.number()),
  capacity: z.nullable(z.enum(capacities)),
  /** Conditions in force, those of the type among them; sorted. */
  conditions: z.array(z.string()),
  quick: z.boolean(), leftEarly: z.boolean(), ended: z.boolean(),
  roadmap: z.string(),
  marks: z.string(),
  /** Null when nobody's talk was captured. */
  voice: z.nullable(voiceSchema),
  /** One text of five letters (y p n -) for each row of the thread that says something. */
  thread: z.array(z.string()),
  /** Links in the order in which they were first touched. */
  order: z.array(z.enum(chainLinks)),
  placementFirst: z.boolean(),
  /** Needs named, goals tied, concerns raised, concerns addressed. */
  counters: z.array(z.number()),
  tasks: z.array(z.object({ entry: z.string(), dueOn: z.nullable(day), doneOn: z.nullable(day), carried: z.boolean() })),
  dates: z.record(z.string(), day), limits: z.record(z.string(), z.number()),
  verify: z.record(z.string(), z.object({ state: z.enum(['open', 'done', 'gap']), onDate: z.nullable(day) })),
  /** Voice roles of those who take part, and of all who are listed; sorted. */
  present: z.array(z.string()), listed: z.array(z.string()),
});

export type DerivedMeeting = z.infer<typeof derivedSchema>;
export type DerivedVoice = NonNullable<DerivedMeeting['voice']>;

/** One replica of a meeting's record and whose it is. */
export interface OwnedRecord {
  /** A member of the hub; empty for this device's own meeting. */
  readonly owner: string;
  readonly record: MeetingRecord;
}

const letters: Readonly<Record<Answer, string>> = { yes: 'y', partly: 'p', no: 'n', na: 'x' };

/** What a row was computed from: the same replicas in any order give the same text. */
export const sourceOf = (replicas: readonly { readonly device: DeviceId; readonly revision: number; readonly finishedAtMs: number }[]): string =>
  [...new Set(replicas.map(({ device, revision, finishedAtMs }) => `${device}:${String(revision)}:${String(finishedAtMs)}`))].sort().join(' ');

/** The row of a meeting from all replicas of its record; null for none. Own replicas make it an own meeting. */
export function derivedOf(replicas: readonly OwnedRecord[]): DerivedMeeting | null {
  const merged = mergeRecords(replicas.map(({ record }) => record));
  if (!merged) return null;
  const owner = replicas.map((replica) => replica.owner).sort()[0] ?? '';
  return { ...rowOf(merged), owner, from: sourceOf(replicas.map(({ record }) => record)) };
}

function rowOf(record: MeetingRecord): DerivedMeeting {
  const meeting = meetingOfRecord(record);
  const { code, school, team, type } = basicsOf(meeting);
  const held = heldOf(meeting, true);
  return {
    v: derivedVersion, meeting: record.meeting satisfies MeetingId, owner: '', device: record.device, revision: record.revision,
    finishedAtMs: record.finishedAtMs, from: '', sample: record.sample || basicsOf(meeting).sample === true,
    code, school: school.trim(), team: team.trim(), type,
    day: held.onDate, minutes: held.minutes, capacity: basicsOf(meeting).capacity,
    conditions: [...conditionsOf(meeting)].sort(),
    quick: captureOf(meeting).quick,
    leftEarly: [...meeting.timing.values()].some(({ leftAtMs }) => leftAtMs !== null),
    ended: held.endedAtMs !== null,
    roadmap: roadmapKey(record.roadmap), marks: marksOf(meeting, record),
    voice: voiceOf(meeting, record.finishedAtMs),
    ...threadOf(meeting),
    tasks: tasksOf(meeting),
    dates: { ...datesOf(meeting) }, limits: { ...limitDaysOf(meeting) },
    verify: Object.fromEntries([...meeting.verify].map(([entry, { state, onDate }]) => [entry.slice('verify:'.length), { state, onDate }])),
    ...seatsOf(meeting),
  };
}

function marksOf(meeting: Meeting, { roadmap }: MeetingRecord): string {
  const conditions = withOwn(roadmap, conditionsOf(meeting));
  return roadmap.items.map((item) => {
    if (calledBy(item, conditions) === undefined) return '-';
    const answer = answerOf(meeting, item.id);
    return answer ? letters[answer] : '.';
  }).join('');
}

function voiceOf(meeting: Meeting, nowMs: number): DerivedVoice | null {
  const shares = voiceShares(meeting, nowMs);
  if (shares.roles.length === 0) return null;
  const levelOf = (role: string): 'none' | 'some' | 'lot' | null =>
    shares.mode === 'estimate' ? ([...meeting.estimate].find(([entry]) => entry === `estimate:${role}`)?.[1].level ?? null) : null;
  return {
    mode: shares.mode,
    count: shares.roles.reduce((sum, { turns, samples }) => sum + (shares.mode === 'turns' ? turns : shares.mode === 'pulse' ? samples : 1), 0),
    roles: shares.roles.map(({ role, share, turns, samples, marginPoints }) => ({
      role, share, count: shares.mode === 'turns' ? turns : samples, margin: marginPoints, level: levelOf(role),
    })),
  };
}

function threadOf(meeting: Meeting): Pick<DerivedMeeting, 'thread' | 'order' | 'placementFirst' | 'counters'> {
  const letter = { yes: 'y', partly: 'p', no: 'n' } as const;
  const { needsNamed, goalsTied, concernsRaised, concernsAddressed } = countersOf(meeting);
  return {
    thread: threadRows(meeting)
      .map(({ beads }) => chainLinks.map((link) => { const { answer } = beads[link]; return answer ? letter[answer] : '-'; }).join(''))
      .filter((row) => row !== '-----')
      .sort(),
    order: touchOrder(meeting),
    placementFirst: placementBeforeGoals(meeting),
    counters: [needsNamed, goalsTied, concernsRaised, concernsAddressed],
  };
}

function tasksOf(meeting: Meeting): DerivedMeeting['tasks'] {
  const withheld = withheldEntries(meeting);
  return followUpsOf(meeting)
    .filter(({ entry, what }) => !withheld.has(entry) && what.trim() !== '')
    .map(({ entry, dueOn, doneOn, carriedTo }) => ({ entry, dueOn, doneOn, carried: carriedTo !== null }))
    .sort((a, b) => (a.entry < b.entry ? -1 : 1));
}

function seatsOf(meeting: Meeting): Pick<DerivedMeeting, 'present' | 'listed'> {
  const attendees = attendeesOf(meeting);
  const roles = (of: typeof attendees): string[] => [...new Set<string>(of.map(({ role }) => voiceRoleOf(role)))].sort();
  return { present: roles(attendees.filter(({ how }) => takesPart(how))), listed: roles(attendees) };
}

/** The leftmost link that is broken in any row of the thread; null where none is. */
export function firstBrokenBead({ thread }: DerivedMeeting): ChainLink | null {
  return chainLinks.find((_, at) => thread.some((row) => row[at] === 'n')) ?? null;
}
