/** Records of finished meetings from a few words, and the rows that patterns derive from them. */
import { chainLinks, type Answer, type CaptureMode, type EntryKind, type ValueOf } from '#domain/entry.ts';
import { parseMeetingId, type DeviceId, type MeetingId } from '#domain/ids.ts';
import { localDay } from '#domain/local-day.ts';
import { derivedOf, type DerivedMeeting } from '#domain/patterns/derived.ts';
import { patternSetOf, type PatternSet } from '#domain/patterns/pattern-set.ts';
import { noFilter, viewOf, type Filter, type View } from '#domain/patterns/filter.ts';
import { factsOf } from '#domain/patterns/roadmap-facts.ts';
import type { MeetingRecord, RecordEntry } from '#domain/record/record.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { stampOf, type NodeId } from '#domain/stamp.ts';

export const roadmap = defaultRoadmap();
export const facts = factsOf(roadmap);

export interface Spec {
  /** Names the meeting; a day apart for each unless `day` is given. */
  readonly n: number;
  readonly day?: string | null;
  readonly school?: string;
  readonly team?: string;
  readonly type?: string;
  readonly on?: readonly string[];
  readonly marks?: Readonly<Record<string, Answer>>;
  /** Seconds by role for turns (each one turn of that length many times over), samples for a pulse. */
  readonly talk?: { readonly mode: CaptureMode; readonly counts: Readonly<Record<string, number>> };
  /** Rows of y, p, n and - from data to placement; of the whole meeting first, then of goals. */
  readonly thread?: readonly string[];
  /** Links by when they were first touched; in their order unless said. */
  readonly touched?: readonly string[];
  readonly counters?: readonly [number, number, number, number];
  readonly tasks?: readonly { readonly dueOn: string | null; readonly doneOn: string | null }[];
  readonly dates?: Readonly<Record<string, string>>;
  readonly limits?: Readonly<Record<string, number>>;
  readonly verify?: Readonly<Record<string, 'open' | 'done' | 'gap'>>;
  readonly present?: readonly string[];
  readonly deviceOnly?: readonly string[];
  readonly sample?: boolean;
  /** Without begin and end, as a meeting that was reduced. */
  readonly reduced?: boolean;
  readonly left?: boolean;
  readonly quick?: boolean;
  readonly device?: number;
  readonly owner?: string;
  readonly code?: string;
}

const uuid = (kind: string, n: number): string => `${kind.padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const firstDayMs = Date.parse('2026-01-05T17:00:00Z');
export const dayMs = 86_400_000;
/** The day of meeting `n` unless it says another: January 5, 2026 and on. */
export const dayOf = (n: number): string => localDay(firstDayMs + n * dayMs);
export const meetingIdOf = (n: number): MeetingId => {
  const id = parseMeetingId(uuid('a1', n));
  if (!id) throw new Error('a meeting id');
  return id;
};

interface Entry { readonly id: string; readonly kind: EntryKind; readonly value: unknown }
const entry = <K extends EntryKind>(kind: K, id: string, value: ValueOf<K>): Entry => ({ id: id === '' ? kind : `${kind}:${id}`, kind, value });

function talkEntries({ mode, counts }: NonNullable<Spec['talk']>, startMs: number): Entry[] {
  let atMs = startMs;
  return Object.entries(counts).flatMap(([role, count]) => {
    if (mode === 'estimate') return [entry('estimate', role, { level: count === 0 ? 'none' : count === 1 ? 'some' : 'lot' })];
    return Array.from({ length: count }, (_, at) => {
      atMs += 10_000;
      return mode === 'pulse'
        ? entry('sample', `${role}-${String(at)}`, { role, atMs })
        : entry('turn', `${role}-${String(at)}`, { role, fromMs: atMs - 10_000, toMs: atMs });
    });
  });
}

function threadEntries(rows: readonly string[], touched: readonly string[], startMs: number): Entry[] {
  const answers = { y: 'yes', p: 'partly', n: 'no' } as const;
  return rows.flatMap((row, place) => {
    const name = place === 0 ? 'all' : `g${String(place)}`;
    const goal = place === 0 ? [] : [entry('goal', name, { words: 'a goal', order: place })];
    return [...goal, ...Array.from(row).flatMap((letter, at) => {
      const link = chainLinks[at] ?? 'data';
      const answer = answers[letter as 'y' | 'p' | 'n'] as 'yes' | 'partly' | 'no' | undefined;
      return answer ? [entry('bead', `${name}:${link}`, { answer, words: '', firstAtMs: startMs + 1_000 * (1 + touched.indexOf(link)) })] : [];
    })];
  });
}

function planEntries(spec: Spec, day: string | null): Entry[] {
  const basics = {
    type: spec.type ?? 'annual', code: spec.code ?? `R7-${String(spec.n)}`, capacity: 'lea-rep' as const, onDate: day, startsAt: null, room: '',
    school: spec.school ?? 'Desert View', team: spec.team ?? 'CM 1', ...(spec.sample === true ? { sample: true } : {}),
  };
  const present = spec.present ?? ['family', 'case-manager', 'gen-ed', 'lea-rep', 'evaluator'];
  return [
    entry('basics', '', basics),
    entry('conditions', '', { on: [...(spec.on ?? [])], language: '' }),
    entry('capture', '', { mode: spec.talk?.mode ?? 'turns', pulseSeconds: 30, quick: spec.quick ?? false }),
    entry('dates', '', { byName: { ...spec.dates }, limitDays: { ...spec.limits } }),
    ...present.map((role, at) => entry('attendee', `seat-${String(at)}`, { role, how: 'in-person', words: '', order: at })),
  ];
}

/** The record of a meeting. */
export function recordFrom(spec: Spec, of: Roadmap = roadmap): MeetingRecord {
  const day = spec.day === undefined ? dayOf(spec.n) : spec.day;
  const startMs = firstDayMs + spec.n * dayMs;
  const endMs = startMs + 3_600_000;
  const [needsNamed, goalsTied, concernsRaised, concernsAddressed] = spec.counters ?? [0, 0, 0, 0];
  const all: Entry[] = [
    ...planEntries(spec, day),
    ...Object.entries(spec.marks ?? {}).map(([item, answer]) => entry('mark', item, { answer, atMs: startMs })),
    ...(spec.talk ? talkEntries(spec.talk, startMs) : []),
    ...threadEntries(spec.thread ?? [], spec.touched ?? chainLinks, startMs),
    entry('counters', '', { needsNamed, goalsTied, concernsRaised, concernsAddressed }),
    ...(spec.tasks ?? []).map(({ dueOn, doneOn }, at) => entry('follow-up', `step-${String(at)}`, { what: 'a step', owner: 'case manager', dueOn, doneOn, source: { from: 'self', id: '' }, order: at })),
    ...Object.entries(spec.verify ?? {}).map(([item, state]) => entry('verify', item, { state, onDate: state === 'open' ? null : (day ?? null) })),
    ...(spec.deviceOnly ?? []).flatMap((text, at) => [
      entry('note', `private-${String(at)}`, { text, tag: 'device-only', about: { to: 'meeting', id: '' }, atMs: startMs }),
      entry('follow-up', `private-${String(at)}`, { what: text, owner: '', dueOn: '2025-01-01', doneOn: null, source: { from: 'note', id: `note:private-${String(at)}` }, order: 90 }),
    ]),
    ...(spec.reduced === true ? [] : [entry('timing', '', { startedAtMs: startMs, endedAtMs: endMs, leftAtMs: spec.left === true ? endMs : null })]),
    entry('finish', '', { revision: 1, atMs: endMs, open: false }),
  ];
  const node = '0000000000000001' as NodeId;
  const entries = all
    .map(({ id, kind, value }, counter): RecordEntry => ({ id, kind, value, stamp: stampOf({ ms: endMs, counter, node }) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    format: 'quiet-checkpoint/record', schemaVersion: 1, meeting: meetingIdOf(spec.n), device: uuid('d1', spec.device ?? 1) as DeviceId,
    revision: 1, finishedAtMs: endMs, sample: spec.sample ?? false, roadmap: of, entries,
  };
}

/** The derived row of a meeting. */
export function rowFrom(spec: Spec): DerivedMeeting {
  const row = derivedOf([{ owner: spec.owner ?? '', record: recordFrom(spec) }]);
  if (!row) throw new Error('a row');
  return row;
}

/** The set of some meetings. */
export const setFrom = (specs: readonly Spec[]): PatternSet => patternSetOf(specs.map(rowFrom), [facts]);

/** The day on which the tests look: after all meetings. */
export const today = '2026-11-24';

/** The view of some meetings. */
export const viewFrom = (specs: readonly Spec[], filter: Partial<Filter> = {}): View => viewOf(setFrom(specs), { ...noFilter, ...filter }, today);
