/**
 * A record as tables, for spreadsheets: one row per thing that was marked, said or agreed.
 * The counts are the domain's own: rows of asked items add up to `tally`. Tables of many
 * records are made of these by `tables-of-many.ts`.
 *
 * Two kinds. *Identified* has the code, days and clock times. *De-identified* has neither
 * code, school, team, room, language nor anybody's words about an attendee; a month stands
 * in place of a day, minutes since the beginning in place of clock times; the code and
 * whatever looks like a name, a birth date or an id number in running text is left out.
 * Neither kind has device-only notes: a record has none.
 */
import { chainLinks, type Meeting } from '../entry.ts';
import type { EntryId } from '../ids.ts';
import { followUpsOf } from '../meeting/follow-up.ts';
import { sharedNotes } from '../meeting/note.ts';
import { languageOf, timingOf } from '../meeting/glance.ts';
import { attendeesOf, basicsOf, conditionsOf } from '../meeting/plan.ts';
import { reflectionsOf, standoutOf } from '../meeting/reflection.ts';
import { tally } from '../meeting/tally.ts';
import { threadRows } from '../meeting/thread.ts';
import { askedItems, askedPhases, type AskedItem } from '../roadmap/asked-items.ts';
import type { Item } from '../roadmap/roadmap.ts';
import { meetingOfRecord } from './finish.ts';
import type { MeetingRecord } from './record.ts';
import { withheldEntries } from './withheld.ts';
import { tableOf, type Column, type ColumnType, type Table, type TableKind } from './table.ts';
import { withoutNames } from './without-names.ts';

/** All tables of one record, in the order in which a reader would open them; `key` names the meeting in each row. */
export function tablesOfOne(record: MeetingRecord, kind: TableKind, key: string): Table[] {
  const meeting = meetingOfRecord(record);
  const facts: Facts = {
    record, meeting, kind, key, startedAtMs: timingOf(meeting)?.startedAtMs ?? null, withheld: withheldEntries(meeting),
  };
  return [
    meetingsTable(facts), marksTable(facts), notesTable(facts), turnsTable(facts),
    threadTable(facts), reflectionsTable(facts), followUpsTable(facts), attendeesTable(facts),
  ];
}

interface Facts {
  readonly record: MeetingRecord;
  readonly meeting: Meeting;
  readonly kind: TableKind;
  readonly key: string;
  readonly startedAtMs: number | null;
  readonly withheld: ReadonlySet<EntryId>;
}

/** Every table begins with the meeting's key and ends with whether it is a sample. */
function table<Row>(facts: Facts, name: string, rows: readonly Row[], columns: readonly Column<Row>[]): Table {
  return tableOf<Row>(facts.kind, name, rows, [
    { name: 'meeting', means: 'which meeting the row belongs to', value: () => facts.key },
    ...columns,
    { name: 'sample', means: 'whether it is of the sample and not of a real meeting', value: () => yesNo(facts.record.sample) },
  ]);
}

/** Text as this kind may carry it, but for student codes: they are taken out when those of all meetings are known. */
const text = ({ kind }: Facts, words: string): string => (kind === 'identified' ? words : withoutNames(words, 'all'));

/** The day, or its month. */
const day = (facts: Facts, onDate: string | null): string | null =>
  onDate === null || facts.kind === 'identified' ? onDate : onDate.slice(0, 7);

const dayType = ({ kind }: Facts): ColumnType => (kind === 'identified' ? 'date' : 'month');

/** Minutes since the meeting began, to a tenth; nothing when it never began. */
const minute = (facts: Facts, atMs: number): number | null =>
  facts.startedAtMs === null ? null : Math.round((atMs - facts.startedAtMs) / 6_000) / 10;

const utc = (atMs: number | null | undefined): string | null =>
  atMs === null || atMs === undefined ? null : new Date(atMs).toISOString();

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

/** The two columns of a moment, for tables whose rows have one. */
const moments = <Row>(facts: Facts, atMs: (row: Row) => number): Column<Row>[] => [
  { name: 'minute', means: 'minutes since the meeting began', type: 'minute', value: (row) => minute(facts, atMs(row)) },
  { name: 'at_utc', means: 'the moment, in universal time', type: 'moment', only: 'identified', value: (row) => utc(atMs(row)) },
];

function meetingsTable(facts: Facts): Table {
  const { record, meeting } = facts;
  const basics = basicsOf(meeting);
  const conditions = conditionsOf(meeting);
  const timing = timingOf(meeting);
  const counts = tally(askedItems(askedPhases(record.roadmap, conditions)).values(), meeting);
  const columns: Column<null>[] = [
    { name: 'code', means: 'student code', only: 'identified', value: () => basics.code },
    { name: 'type', means: 'type of the meeting', value: () => basics.type },
    { name: 'date', means: 'day of the meeting', type: 'date', only: 'identified', value: () => basics.onDate },
    { name: 'month', means: 'month of the meeting', type: 'month', only: 'de-identified', value: () => day(facts, basics.onDate) },
    { name: 'school', means: 'school', only: 'identified', value: () => basics.school },
    { name: 'team', means: 'team', only: 'identified', value: () => basics.team },
    { name: 'room', means: 'room', only: 'identified', value: () => basics.room },
    { name: 'capacity', means: 'in which capacity the observer was there', value: () => basics.capacity },
    { name: 'conditions', means: 'conditions in force, apart by semicolons', value: () => [...conditions].sort().join('; ') },
    { name: 'language', means: 'language of the interpreter', only: 'identified', value: () => languageOf(meeting) },
    { name: 'started_utc', means: 'when it began, in universal time', type: 'moment', only: 'identified', value: () => utc(timing?.startedAtMs) },
    { name: 'ended_utc', means: 'when it ended, in universal time', type: 'moment', only: 'identified', value: () => utc(timing?.endedAtMs) },
    { name: 'minutes', means: 'minutes from beginning to end', type: 'minutes', value: () => (timing?.endedAtMs ? Math.max(0, minute(facts, timing.endedAtMs) ?? 0) : null) },
    { name: 'left_early', means: 'whether the observer left before the end', value: () => yesNo(typeof timing?.leftAtMs === 'number') },
    { name: 'asked', means: 'items asked', type: 'count', value: () => counts.asked },
    { name: 'looked_at', means: 'items that have an answer', type: 'count', value: () => counts.lookedAt },
    { name: 'roadmap', means: 'roadmap that was used', value: () => record.roadmap.id },
    { name: 'roadmap_version', means: 'its version', value: () => record.roadmap.version },
    { name: 'revision', means: 'how often the meeting was finished', type: 'count', value: () => record.revision },
  ];
  return table(facts, 'meetings', [null], columns);
}

/** Asked items in the roadmap's order, marked or not; then marks on items that are not asked. */
function marksTable(facts: Facts): Table {
  const { record, meeting } = facts;
  const asked = askedItems(askedPhases(record.roadmap, conditionsOf(meeting)));
  const marks = new Map([...meeting.mark].map(([entry, mark]) => [entry.slice('mark:'.length), mark]));
  const known = new Map(record.roadmap.items.map((item) => [item.id, item]));
  const unasked = [...marks.keys()].filter((item) => !asked.has(item)).sort();
  interface Row { readonly id: string; readonly asked: AskedItem | undefined; readonly item: Item | undefined }
  const rows = [...asked.keys(), ...unasked].map((id): Row => ({ id, asked: asked.get(id), item: known.get(id) }));
  return table<Row>(facts, 'marks', rows, [
    { name: 'item', means: 'id of the item, the same in every version of a roadmap', value: ({ id }) => id },
    { name: 'number', means: 'its number on the page', value: (row) => row.asked?.number ?? null },
    { name: 'label', means: 'its words', value: ({ item }) => item?.label ?? null },
    { name: 'stage', means: 'before, during or after', value: ({ item }) => item?.stage ?? null },
    { name: 'phase', means: 'id of the phase', value: ({ item }) => item?.phase ?? null },
    { name: 'kind', means: 'role clarity, quality indicator or equity check', value: ({ item }) => item?.kind ?? null },
    { name: 'asked', means: 'whether the conditions ask it', value: (row) => yesNo(row.asked !== undefined) },
    { name: 'answer', means: 'yes, partly, no (not yet), na; empty: not looked at', value: ({ id }) => marks.get(id)?.answer ?? null },
    { name: 'minute', means: 'minutes since the meeting began', type: 'minute', value: ({ id }) => { const at = marks.get(id)?.atMs; return at === undefined ? null : minute(facts, at); } },
    { name: 'at_utc', means: 'the moment, in universal time', type: 'moment', only: 'identified', value: ({ id }) => utc(marks.get(id)?.atMs) },
  ]);
}

function notesTable(facts: Facts): Table {
  return table(facts, 'notes', sharedNotes(facts.meeting), [
    { name: 'tag', means: 'strength, growth, family (words), follow-up; empty: none', value: ({ tag }) => tag },
    { name: 'about', means: 'the meeting, a phase or an item', value: ({ about }) => about.to },
    { name: 'about_id', means: 'which phase or item', value: ({ about }) => about.id },
    { name: 'text', means: 'the note', type: 'free', value: (note) => text(facts, note.text) },
    ...moments<{ readonly atMs: number }>(facts, ({ atMs }) => atMs),
  ]);
}

interface Spoken { readonly way: string; readonly role: string; readonly atMs: number | null; readonly toMs: number | null; readonly level: string | null }

/** The three ways of capture in one table, told apart by a column; they are never added together. */
function turnsTable(facts: Facts): Table {
  const { turn, sample, estimate } = facts.meeting;
  const byTime = (a: Spoken, b: Spoken): number => (a.atMs ?? 0) - (b.atMs ?? 0);
  const turns = [...turn.values()].map((of): Spoken => ({ way: 'turn', role: of.role, atMs: of.fromMs, toMs: of.toMs, level: null }));
  const samples = [...sample.values()].map((of): Spoken => ({ way: 'pulse', role: of.role, atMs: of.atMs, toMs: null, level: null }));
  const estimates = [...estimate].map(([entry, of]): Spoken => ({ way: 'estimate', role: entry.slice('estimate:'.length), atMs: null, toMs: null, level: of.level }));
  return table(facts, 'turns', [...turns.sort(byTime), ...samples.sort(byTime), ...estimates], [
    { name: 'way', means: 'turn, pulse (who spoke at that instant) or estimate', value: ({ way }) => way },
    { name: 'role', means: 'who spoke', value: ({ role }) => role },
    { name: 'minute', means: 'minutes since the meeting began', type: 'minute', value: ({ atMs }) => (atMs === null ? null : minute(facts, atMs)) },
    { name: 'seconds', means: 'how long a turn was; empty: still open, or not a turn', type: 'seconds', value: ({ atMs, toMs }) => (atMs === null || toMs === null ? null : Math.max(0, Math.round((toMs - atMs) / 100) / 10)) },
    { name: 'level', means: 'none, some or lot, of an estimate', value: ({ level }) => level },
    { name: 'at_utc', means: 'the moment, in universal time', type: 'moment', only: 'identified', value: ({ atMs }) => utc(atMs) },
  ]);
}

function threadTable(facts: Facts): Table {
  const rows = threadRows(facts.meeting).flatMap((row) => chainLinks.map((link) => ({ row, link, bead: row.beads[link] })));
  return table(facts, 'thread', rows, [
    { name: 'goal', means: 'g1, g2 ...; all: the meeting as a whole', value: ({ row }) => row.row },
    { name: 'goal_words', means: 'the goal in a few words', type: 'free', value: ({ row }) => text(facts, row.words) },
    { name: 'link', means: 'data, impact, goal, service or placement', value: ({ link }) => link },
    { name: 'answer', means: 'yes, partly, no (not yet); empty: not reached', value: ({ bead }) => bead.answer },
    { name: 'words', means: 'what was written to it', type: 'free', value: ({ bead }) => text(facts, bead.words) },
    { name: 'first_minute', means: 'minutes since the meeting began when it was first touched', type: 'minute', value: ({ bead }) => (bead.firstAtMs === null ? null : minute(facts, bead.firstAtMs)) },
  ]);
}

function reflectionsTable(facts: Facts): Table {
  const standout = standoutOf(facts.meeting);
  const rows = [
    ...(standout ? [{ section: 'standout', text: standout, from: 'self' }] : []),
    ...(['strength', 'growth'] as const).flatMap((section) =>
      reflectionsOf(facts.meeting, section).filter(({ entry }) => !facts.withheld.has(entry)).map((of) => ({ section, text: of.text, from: of.source.from }))),
  ];
  return table(facts, 'reflections', rows, [
    { name: 'section', means: 'standout, strength or growth', value: ({ section }) => section },
    { name: 'text', means: 'the words', type: 'free', value: (row) => text(facts, row.text) },
    { name: 'drawn_from', means: 'self, note, item or thread', value: ({ from }) => from },
  ]);
}

function followUpsTable(facts: Facts): Table {
  const rows = followUpsOf(facts.meeting).filter(({ entry }) => !facts.withheld.has(entry));
  return table(facts, 'follow-ups', rows, [
    { name: 'what', means: 'what is to be done', type: 'free', value: ({ what }) => text(facts, what) },
    { name: 'owner', means: 'by whom, as a role', type: 'free', value: ({ owner }) => text(facts, owner) },
    { name: 'due', means: 'until when; a month where days are left out', type: dayType(facts), value: ({ dueOn }) => day(facts, dueOn) },
    { name: 'carried_over', means: 'whether a later meeting took it over, so that it is not open here', value: ({ carriedTo }) => yesNo(carriedTo !== null) },
    { name: 'done', means: 'when it was done; empty: not done', type: dayType(facts), value: ({ doneOn }) => day(facts, doneOn) },
  ]);
}

function attendeesTable(facts: Facts): Table {
  return table(facts, 'attendees', attendeesOf(facts.meeting), [
    { name: 'role', means: 'role at the table', value: ({ role }) => role },
    { name: 'how', means: 'in person, by video, by phone, excused ...', value: ({ how }) => how },
    { name: 'words', means: 'what was written beside the role', type: 'free', only: 'identified', value: ({ words }) => words },
  ]);
}
