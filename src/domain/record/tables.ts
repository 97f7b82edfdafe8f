/**
 * A record as tables, for spreadsheets: one row per thing that was marked, said or agreed.
 * The counts are the domain's own: rows of asked items add up to `tally`.
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
import { suspectSpans } from '../meeting/names-guard.ts';
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
import { omission, withoutCode } from './without-code.ts';

export type TableKind = 'identified' | 'de-identified';
/** Text, a finite number, or nothing. */
export type Cell = string | number | null;

export interface Table {
  /** Also the file's name, without its extension. */
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly means: string }[];
  readonly rows: readonly (readonly Cell[])[];
}

interface Column<Row> {
  readonly name: string;
  readonly means: string;
  readonly value: (row: Row) => Cell;
  /** Left out of the other kind. */
  readonly only?: TableKind;
}

/** All tables of one record, in the order in which a reader would open them. */
export function tablesOf(record: MeetingRecord, kind: TableKind): Table[] {
  const meeting = meetingOfRecord(record);
  const facts: Facts = {
    record, meeting, kind, startedAtMs: timingOf(meeting)?.startedAtMs ?? null, withheld: withheldEntries(meeting),
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
  readonly startedAtMs: number | null;
  readonly withheld: ReadonlySet<EntryId>;
}

/** Every table begins with the meeting's key: its id, or M1, which joins nothing outside of the file. */
function table<Row>(facts: Facts, name: string, rows: readonly Row[], columns: readonly Column<Row>[]): Table {
  const key: Column<Row> = {
    name: 'meeting', means: 'which meeting the row belongs to', value: () => (facts.kind === 'identified' ? facts.record.meeting : 'M1'),
  };
  const shown = [key, ...columns].filter(({ only }) => !only || only === facts.kind);
  return {
    name,
    columns: shown.map((column) => ({ name: column.name, means: column.means })),
    rows: rows.map((row) => shown.map(({ value }) => value(row))),
  };
}

/** Text as this kind may carry it. */
function text(facts: Facts, words: string): string {
  if (facts.kind === 'identified') return words;
  let kept = '';
  let at = 0;
  for (const { from, to } of suspectSpans(words)) {
    if (from < at) continue;
    kept += words.slice(at, from) + omission;
    at = to;
  }
  return withoutCode(kept + words.slice(at), basicsOf(facts.meeting).code);
}

/** The day, or its month. */
const day = (facts: Facts, onDate: string | null): string | null =>
  onDate === null || facts.kind === 'identified' ? onDate : onDate.slice(0, 7);

/** Minutes since the meeting began, to a tenth; nothing when it never began. */
const minute = (facts: Facts, atMs: number): number | null =>
  facts.startedAtMs === null ? null : Math.round((atMs - facts.startedAtMs) / 6_000) / 10;

const utc = (atMs: number | null | undefined): string | null =>
  atMs === null || atMs === undefined ? null : new Date(atMs).toISOString();

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

/** The two columns of a moment, for tables whose rows have one. */
const moments = <Row>(facts: Facts, atMs: (row: Row) => number): Column<Row>[] => [
  { name: 'minute', means: 'minutes since the meeting began', value: (row) => minute(facts, atMs(row)) },
  { name: 'at_utc', means: 'the moment, in universal time', only: 'identified', value: (row) => utc(atMs(row)) },
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
    { name: 'date', means: 'day of the meeting', only: 'identified', value: () => basics.onDate },
    { name: 'month', means: 'month of the meeting', only: 'de-identified', value: () => day(facts, basics.onDate) },
    { name: 'school', means: 'school', only: 'identified', value: () => basics.school },
    { name: 'team', means: 'team', only: 'identified', value: () => basics.team },
    { name: 'room', means: 'room', only: 'identified', value: () => basics.room },
    { name: 'capacity', means: 'in which capacity the observer was there', value: () => basics.capacity },
    { name: 'conditions', means: 'conditions in force, apart by semicolons', value: () => [...conditions].sort().join('; ') },
    { name: 'language', means: 'language of the interpreter', only: 'identified', value: () => languageOf(meeting) },
    { name: 'started_utc', means: 'when it began, in universal time', only: 'identified', value: () => utc(timing?.startedAtMs) },
    { name: 'ended_utc', means: 'when it ended, in universal time', only: 'identified', value: () => utc(timing?.endedAtMs) },
    { name: 'minutes', means: 'minutes from beginning to end', value: () => (timing?.endedAtMs ? minute(facts, timing.endedAtMs) : null) },
    { name: 'left_early', means: 'whether the observer left before the end', value: () => yesNo(typeof timing?.leftAtMs === 'number') },
    { name: 'asked', means: 'items asked', value: () => counts.asked },
    { name: 'looked_at', means: 'items that have an answer', value: () => counts.lookedAt },
    { name: 'roadmap', means: 'roadmap that was used', value: () => record.roadmap.id },
    { name: 'roadmap_version', means: 'its version', value: () => record.roadmap.version },
    { name: 'revision', means: 'how often the meeting was finished', value: () => record.revision },
    { name: 'sample', means: 'whether it is the sample and not a meeting', value: () => yesNo(record.sample) },
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
    { name: 'minute', means: 'minutes since the meeting began', value: ({ id }) => { const at = marks.get(id)?.atMs; return at === undefined ? null : minute(facts, at); } },
    { name: 'at_utc', means: 'the moment, in universal time', only: 'identified', value: ({ id }) => utc(marks.get(id)?.atMs) },
  ]);
}

function notesTable(facts: Facts): Table {
  return table(facts, 'notes', sharedNotes(facts.meeting), [
    { name: 'tag', means: 'strength, growth, family (words), follow-up; empty: none', value: ({ tag }) => tag },
    { name: 'about', means: 'the meeting, a phase or an item', value: ({ about }) => about.to },
    { name: 'about_id', means: 'which phase or item', value: ({ about }) => about.id },
    { name: 'text', means: 'the note', value: (note) => text(facts, note.text) },
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
    { name: 'minute', means: 'minutes since the meeting began', value: ({ atMs }) => (atMs === null ? null : minute(facts, atMs)) },
    { name: 'seconds', means: 'how long a turn was; empty: still open, or not a turn', value: ({ atMs, toMs }) => (atMs === null || toMs === null ? null : Math.round((toMs - atMs) / 100) / 10) },
    { name: 'level', means: 'none, some or lot, of an estimate', value: ({ level }) => level },
    { name: 'at_utc', means: 'the moment, in universal time', only: 'identified', value: ({ atMs }) => utc(atMs) },
  ]);
}

function threadTable(facts: Facts): Table {
  const rows = threadRows(facts.meeting).flatMap((row) => chainLinks.map((link) => ({ row, link, bead: row.beads[link] })));
  return table(facts, 'thread', rows, [
    { name: 'goal', means: 'g1, g2 ...; all: the meeting as a whole', value: ({ row }) => row.row },
    { name: 'goal_words', means: 'the goal in a few words', value: ({ row }) => text(facts, row.words) },
    { name: 'link', means: 'data, impact, goal, service or placement', value: ({ link }) => link },
    { name: 'answer', means: 'yes, partly, no (not yet); empty: not reached', value: ({ bead }) => bead.answer },
    { name: 'words', means: 'what was written to it', value: ({ bead }) => text(facts, bead.words) },
    { name: 'first_minute', means: 'minutes since the meeting began when it was first touched', value: ({ bead }) => (bead.firstAtMs === null ? null : minute(facts, bead.firstAtMs)) },
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
    { name: 'text', means: 'the words', value: (row) => text(facts, row.text) },
    { name: 'drawn_from', means: 'self, note, item or thread', value: ({ from }) => from },
  ]);
}

function followUpsTable(facts: Facts): Table {
  const rows = followUpsOf(facts.meeting).filter(({ entry }) => !facts.withheld.has(entry));
  return table(facts, 'follow-ups', rows, [
    { name: 'what', means: 'what is to be done', value: ({ what }) => text(facts, what) },
    { name: 'owner', means: 'by whom, as a role', value: ({ owner }) => text(facts, owner) },
    { name: 'due', means: 'until when; a month where days are left out', value: ({ dueOn }) => day(facts, dueOn) },
    { name: 'done', means: 'when it was done; empty: open', value: ({ doneOn }) => day(facts, doneOn) },
  ]);
}

function attendeesTable(facts: Facts): Table {
  return table(facts, 'attendees', attendeesOf(facts.meeting), [
    { name: 'role', means: 'role at the table', value: ({ role }) => role },
    { name: 'how', means: 'in person, by video, by phone, excused ...', value: ({ how }) => how },
    { name: 'words', means: 'what was written beside the role', only: 'identified', value: ({ words }) => words },
  ]);
}
