/** Arbitrary meetings: journals with every kind of entry, kinds of later versions and text of all scripts. */
import fc from 'fast-check';
import type { Change } from '#domain/change.ts';
import {
  answers, attendances, captureModes, capacities, chainLinks, entryKinds, noteTags, type EntryKind, type ValueOf,
} from '#domain/entry.ts';
import { entryIdOf, parseMeetingId, type ActId, type DeviceId, type MeetingId } from '#domain/ids.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import type { NodeId, Stamp } from '#domain/stamp.ts';
import { stampOf } from '#domain/stamp.ts';
import { meetingTypes } from '#domain/meeting/meeting-type.ts';
import { attendeeRoles } from '#domain/meeting/plan.ts';

const asMeeting = (text: string): MeetingId => {
  const id = parseMeetingId(text);
  if (!id) throw new Error(`not a meeting id: ${text}`);
  return id;
};

/** The meeting and the device that all arbitrary journals belong to. */
export const someMeeting = asMeeting('6f1d2c3b-0000-4000-8000-000000000001');
export const someDevice = '6f1d2c3b-0000-4000-8000-000000000002' as DeviceId;

const itemIds = defaultRoadmap().items.map(({ id }) => id);
const phaseIds = defaultRoadmap().phases.map(({ id }) => id);

/** Text in many scripts, with right-to-left, emoji, line ends, quotes and lone combining marks among it. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('', ' ', 'Él leyó.', 'عائلة', '家庭の言葉', '👩‍👧 smiled', 'a\u0301', '"=1+1"', '</script>', 'line\r\nline', '\u2028', '__proto__'),
);
const ms = fc.integer({ min: 0, max: 4_000_000_000_000 });
const order = fc.integer({ min: 0, max: 30 });
const day = fc.date({ min: new Date('1999-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10));
const elsewhere = fc.record({ meeting: fc.constant('6f1d2c3b-0000-4000-8000-000000000009'), entry: fc.constantFrom('follow-up:a', 'follow-up:b') });
const nullOr = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });
const one = fc.constantFrom;
const uuid = fc.uuid({ version: 4 });
/** Few ids, so that a journal comes back to its entries, and notes are really drawn from. */
const fewIds = fc.constantFrom('a1', 'b2', 'c3');
const source = fc.oneof(
  fc.record({ from: one('self' as const), id: fc.constant('') }),
  fc.record({ from: one('item' as const), id: one(...itemIds) }),
  fc.record({ from: one('note' as const), id: fewIds.map((id) => `note:${id}`) }),
  fc.record({ from: one('thread' as const), id: fc.constant('g1:goal') }),
);
const about = fc.oneof(
  fc.constant({ to: 'meeting' as const, id: '' }),
  one(...itemIds).map((id) => ({ to: 'item' as const, id })),
  one(...phaseIds).map((id) => ({ to: 'phase' as const, id })),
);
const role = fc.oneof(one(...attendeeRoles), fc.constant('role-of-tomorrow'));

const values: { readonly [K in EntryKind]: fc.Arbitrary<ValueOf<K>> } = {
  basics: fc.record({
    type: fc.oneof(one(...meetingTypes), fc.constant('type-of-tomorrow')), code: anyText, capacity: nullOr(one(...capacities)), onDate: nullOr(day),
    startsAt: nullOr(fc.constantFrom('08:00', '13:30')), room: anyText, school: anyText, team: anyText,
  }),
  conditions: fc.record({ on: fc.array(one('interpreter', 'transition', 'student-attending', 'condition-of-tomorrow'), { maxLength: 4 }), language: anyText }),
  minutes: fc.dictionary(one(...phaseIds), fc.integer({ min: 0, max: 600 })).map((byPhase) => ({ byPhase })),
  dates: fc.record({ byName: fc.dictionary(one('notice-sent', 'copy-given'), day), limitDays: fc.dictionary(one('notice-sent', 'copy-given'), fc.integer({ min: 0, max: 400 })) }),
  capture: fc.record({ mode: one(...captureModes), pulseSeconds: fc.integer({ min: 10, max: 60 }), quick: fc.boolean() }),
  attendee: fc.record({ role, how: one(...attendances), words: anyText, order }),
  mark: fc.record({ answer: one(...answers), atMs: ms }),
  note: fc.record({ text: anyText, tag: nullOr(one(...noteTags)), about, atMs: ms }),
  turn: fc.record({ role, fromMs: ms, toMs: nullOr(ms) }),
  sample: fc.record({ role, atMs: ms }),
  estimate: fc.record({ level: one('none' as const, 'some' as const, 'lot' as const) }),
  goal: fc.record({ words: anyText, order }),
  bead: fc.record({ answer: nullOr(one('yes' as const, 'partly' as const, 'no' as const)), words: anyText, firstAtMs: ms }),
  counters: fc.record({ needsNamed: order, goalsTied: order, concernsRaised: order, concernsAddressed: order }),
  timing: fc.record({ startedAtMs: ms, endedAtMs: nullOr(ms), leftAtMs: nullOr(ms) }),
  visit: fc.record({ phase: one(...phaseIds), fromMs: ms }),
  gap: fc.record({ fromMs: ms, toMs: ms }),
  reflection: fc.record({ section: one('strength' as const, 'growth' as const), text: anyText, source, order }),
  standout: fc.record({ text: anyText }),
  'follow-up': fc.record(
    { what: anyText, owner: anyText, dueOn: nullOr(day), doneOn: nullOr(day), source, order, carriedFrom: elsewhere, carriedTo: nullOr(elsewhere) },
    { requiredKeys: ['what', 'owner', 'dueOn', 'doneOn', 'source', 'order'] },
  ),
  verify: fc.record({ state: one('open' as const, 'done' as const, 'gap' as const), onDate: nullOr(day) }),
  finish: fc.record({ revision: fc.integer({ min: 1, max: 9 }), atMs: ms, open: fc.boolean() }),
  place: fc.record({ phase: one(...phaseIds), view: one('phase' as const, 'thread' as const) }),
};

const parts: Readonly<Partial<Record<EntryKind, fc.Arbitrary<readonly string[]>>>> = {
  mark: one(...itemIds).map((id) => [id]),
  verify: one(...itemIds).map((id) => [id]),
  bead: fc.tuple(one('all', 'g1', 'g2', 'g10'), one(...chainLinks)),
  goal: one('g1', 'g2', 'g10').map((id) => [id]),
  estimate: one('family', 'gen-ed', 'crosstalk').map((id) => [id]),
};
const singletons: ReadonlySet<string> = new Set<EntryKind>([
  'basics', 'conditions', 'minutes', 'dates', 'capture', 'counters', 'timing', 'standout', 'finish', 'place',
]);
const partsOf = (kind: EntryKind): fc.Arbitrary<readonly string[]> =>
  singletons.has(kind) ? fc.constant([]) : (parts[kind] ?? fewIds.map((id) => [id]));

type Body = Pick<Change, 'entry' | 'kind' | 'value'>;

/** As JSON carries it: minus zero becomes zero. */
const laterValue = fc.jsonValue({ maxDepth: 2 }).map((value): unknown => JSON.parse(JSON.stringify(value)));
/** Fields that a later version may have added to a value. */
const addition = fc.oneof(fc.constant({}), fc.record({ laterField: laterValue }));

const knownBody: fc.Arbitrary<Body> = one(...entryKinds).chain((kind) => {
  const value: fc.Arbitrary<object> = values[kind];
  return fc.record({
    entry: partsOf(kind).map((ids) => entryIdOf(kind, ...ids)),
    kind: fc.constant(kind),
    value: fc.oneof({ weight: 5, arbitrary: fc.tuple(value, addition).map(([known, added]) => ({ ...known, ...added })) }, { weight: 1, arbitrary: fc.constant(null) }),
  });
});
const laterBody: fc.Arbitrary<Body> = fewIds.map((id) => entryIdOf('later-kind', id)).chain((entry) =>
  fc.record({ entry: fc.constant(entry), kind: fc.constant('later-kind'), value: fc.oneof(fc.constant(null), fc.dictionary(fc.constantFrom('text', 'count'), anyText)) }),
);

/** A change with an arbitrary stamp; stamps of one journal may meet. */
const change: fc.Arbitrary<Change> = fc
  .tuple(fc.oneof({ weight: 12, arbitrary: knownBody }, { weight: 1, arbitrary: laterBody }), ms, fc.integer({ min: 0, max: 0xffff }), uuid)
  .map(([body, at, counter, act]) => ({
    ...body,
    meeting: someMeeting,
    stamp: stampOf({ ms: at, counter, node: act.replaceAll('-', '').slice(0, 16) as NodeId }),
    act: act as ActId,
  }));

/** A journal in no particular order, no two changes with the same stamp. */
export const anyJournal: fc.Arbitrary<Change[]> = fc.uniqueArray(change, { maxLength: 60, selector: ({ stamp }) => stamp satisfies Stamp });

export { uuid as anyId };
