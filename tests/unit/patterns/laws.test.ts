/** What holds for any set of meetings, and the views over the published example. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '#domain/entry.ts';
import { replicaOf } from '#domain/merge.ts';
import { findPatterns } from '#domain/patterns/all-rules.ts';
import { brightSpots } from '#domain/patterns/bright.ts';
import { coverage } from '#domain/patterns/coverage.ts';
import { derivedOf, derivedSchema } from '#domain/patterns/derived.ts';
import { bySchoolAndTeam, exportedCell, exportedItem } from '#domain/patterns/district.ts';
import { equityTables } from '#domain/patterns/equity.ts';
import { choicesOf, noFilter, viewOf, type View } from '#domain/patterns/filter.ts';
import { followThrough } from '#domain/patterns/follow-through.ts';
import { heat } from '#domain/patterns/heat.ts';
import { itemTable } from '#domain/patterns/items.ts';
import { months } from '#domain/patterns/months.ts';
import { patternSetOf } from '#domain/patterns/pattern-set.ts';
import { roadmapFactsSchema } from '#domain/patterns/roadmap-facts.ts';
import { threadGaps } from '#domain/patterns/thread-gaps.ts';
import { trace } from '#domain/patterns/trace.ts';
import { verifyList } from '#domain/patterns/verify-list.ts';
import { voiceSummary } from '#domain/patterns/voice.ts';
import { recordOf } from '#domain/record/finish.ts';
import { anyJournal, someDevice, someMeeting } from '../../support/arbitrary-meeting.ts';
import { facts, roadmap, rowFrom, setFrom, today, viewFrom, type Spec } from '../../support/pattern-record.ts';

const itemIds = roadmap.items.map(({ id }) => id);
const marks = fc.dictionary(fc.constantFrom(...itemIds), fc.constantFrom<Answer>('yes', 'partly', 'no', 'na'), { maxKeys: 70 });
const spec: fc.Arbitrary<Omit<Spec, 'n'>> = fc.record({
  school: fc.constantFrom('Desert View', 'Mesa', ''), team: fc.constantFrom('CM 1', 'CM 2', ''), type: fc.constantFrom('annual', 'initial-iep', 'transition'),
  on: fc.subarray(['interpreter', 'virtual', 'draft']), marks,
  talk: fc.record({ mode: fc.constantFrom('turns' as const, 'pulse' as const), counts: fc.record({ family: fc.integer({ min: 0, max: 30 }), 'case-manager': fc.integer({ min: 0, max: 60 }), silence: fc.integer({ min: 0, max: 5 }) }) }),
  thread: fc.array(fc.constantFrom('yynyy', 'yyyyy', 'n----', 'yyy--'), { maxLength: 2 }),
  tasks: fc.array(fc.record({ dueOn: fc.constantFrom(null, '2026-02-01', '2026-12-01'), doneOn: fc.constantFrom(null, '2026-01-31', '2026-03-01') }), { maxLength: 3 }),
});
const specs = fc.array(spec, { maxLength: 24 }).map((all) => all.map((one, at): Spec => ({ n: at * 9, ...one })));

/** Everything that the views say, as text. */
const told = (view: View): string => JSON.stringify([
  findPatterns(view), heat(view), itemTable(view), voiceSummary(view), threadGaps(view), equityTables(view), months(view), followThrough(view),
  verifyList(view), coverage(view), brightSpots(view), bySchoolAndTeam(view),
]);
const view = (of: readonly Spec[]): View => viewFrom(of);
const runs = { numRuns: 40 };

describe('for any meetings', () => {
  it('their order is irrelevant, and so is a row that comes twice', () => {
    fc.assert(fc.property(specs, fc.integer({ min: 0, max: 1000 }), (all, seed) => {
      const rows = all.map(rowFrom);
      const shuffled = rows.map((row, at) => ({ row, key: (at * 7919 + seed) % 1009 })).sort((a, b) => a.key - b.key).map(({ row }) => row);
      const of = (some: typeof rows): string => told(viewOf(patternSetOf(some, [facts]), noFilter, today));
      expect(of(shuffled)).toBe(of(rows));
      expect(of([...rows, ...rows.slice(0, 3)])).toBe(of(rows));
    }), runs);
  });

  it('an item that was not looked at changes no rate', () => {
    fc.assert(fc.property(specs, fc.constantFrom(...itemIds), (all, item) => {
      const rated = all.filter(({ marks: on }) => on?.[item] !== undefined);
      const rows = (of: readonly Spec[]): unknown => itemTable(view(of)).filter((row) => row.item.id === item && row.rated > 0).map(({ rated: count, rate, interval, level, low, bright }) => ({ count, rate, interval, level, low, bright }));
      expect(rows(rated)).toEqual(rows(all));
    }), runs);
  });

  it('the parts of a filter add up to the whole', () => {
    fc.assert(fc.property(specs, (all) => {
      const set = setFrom(all);
      const whole = itemTable(viewOf(set, noFilter, today));
      for (const parts of [
        ['annual', 'initial-iep', 'transition'].map((type) => viewOf(set, { ...noFilter, types: [type] }, today)),
        ['Desert View', 'MESA ', ''].map((school) => viewOf(set, { ...noFilter, schools: [school] }, today)),
        [viewOf(set, { ...noFilter, withConditions: ['interpreter'] }, today), viewOf(set, { ...noFilter, withoutConditions: ['interpreter'] }, today)],
        [viewOf(set, { ...noFilter, to: '2026-03-01' }, today), viewOf(set, { ...noFilter, from: '2026-03-02' }, today)],
      ]) {
        const tables = parts.map((part) => itemTable(part));
        for (const { item, yes, partly, no, na, blank } of whole) {
          const sum = (of: (row: (typeof whole)[number]) => number): number => tables.reduce((total, table) => total + table.filter((row) => row.item.id === item.id).reduce((all2, row) => all2 + of(row), 0), 0);
          expect([sum((row) => row.yes), sum((row) => row.partly), sum((row) => row.no), sum((row) => row.na), sum((row) => row.blank)]).toEqual([yes, partly, no, na, blank]);
        }
        expect(parts.reduce((sum, { at }) => sum + at.length, 0)).toBe(all.length);
      }
    }), runs);
  });

  it('every figure traces to as many marks as it counts', () => {
    fc.assert(fc.property(specs, (all) => {
      const of = view(all);
      for (const row of itemTable(of)) {
        for (const answer of ['yes', 'partly', 'no', 'na', 'blank'] as const) expect(trace(of, { type: 'item', item: row.item.id, answer })).toHaveLength(row[answer]);
        expect(trace(of, { type: 'item', item: row.item.id, answer: 'rated' })).toHaveLength(row.rated);
      }
      for (const { link, meetings } of threadGaps(of).links) expect(trace(of, { type: 'link', link }).map(({ meeting }) => meeting).sort()).toEqual([...meetings].sort());
      const { tasks } = followThrough(of);
      const count = (state: 'in-time' | 'late' | 'open'): number => trace(of, { type: 'tasks', state }).reduce((sum, { because }) => sum + because.length, 0);
      expect([count('in-time'), count('late'), count('open')]).toEqual([tasks.inTime, tasks.late, tasks.open]);
      for (const { month, seen } of months(of)) expect(trace(of, { type: 'month', month }).reduce((sum, { because }) => sum + because.length, 0)).toBe(seen.of);
    }), { numRuns: 15 });
  });

  it('the grid counts what the table counts', () => {
    fc.assert(fc.property(specs, (all) => {
      const of = view(all);
      const grid = heat(of, 1000);
      const table = itemTable(of);
      for (const [at, { id }] of grid.phases.entries()) {
        const cells = grid.meetings.map(({ cells: row }) => row[at]);
        const rows = table.filter(({ item }) => item.phase === id);
        for (const answer of ['yes', 'partly', 'no', 'na', 'blank'] as const) {
          expect(cells.reduce((sum, cell) => sum + (cell?.[answer] ?? 0), 0)).toBe(rows.reduce((sum, row) => sum + row[answer], 0));
        }
      }
    }), runs);
  });

  it('sample meetings are never counted', () => {
    fc.assert(fc.property(specs, spec, (all, one) => {
      expect(told(view([...all, { ...one, n: 999, sample: true }]))).toBe(told(view(all)));
    }), runs);
  });

  it('nothing that stays on the device has any influence', () => {
    fc.assert(fc.property(spec, fc.string({ minLength: 1 }), (one, text) => {
      expect(rowFrom({ n: 1, ...one, deviceOnly: ['private', `x${text}`] })).toEqual(rowFrom({ n: 1, ...one }));
    }), runs);
  });
});

describe('the derived row', () => {
  const anyRecord = anyJournal.map((journal) => recordOf({ meeting: someMeeting, device: someDevice, replica: replicaOf(journal), roadmap, finishedAtMs: 1_790_000_000_000, revision: 1 }));

  it('is made of any record, fits its schema and comes back from JSON', () => {
    fc.assert(fc.property(anyRecord, (record) => {
      const row = derivedOf([{ owner: '', record }]);
      expect(derivedSchema.parse(JSON.parse(JSON.stringify(row)))).toEqual(row);
      expect(row?.marks).toHaveLength(70);
    }), { numRuns: 100 });
    expect(roadmapFactsSchema.parse(JSON.parse(JSON.stringify(facts)))).toEqual(facts);
  });

  it('is the same when a replica is merged twice, and in any order', () => {
    fc.assert(fc.property(anyRecord, anyRecord, (a, b) => {
      const other = { owner: 'm2', record: { ...b, device: '6f1d2c3b-0000-4000-8000-0000000000ff' as typeof someDevice } };
      const own = { owner: '', record: a };
      expect(derivedOf([own, other, own, other])).toEqual(derivedOf([own, other]));
      expect(derivedOf([other, own])).toEqual(derivedOf([own, other]));
    }), { numRuns: 60 });
  });

  it('holds no text but code, school and team', () => {
    const row = rowFrom({ n: 1, tasks: [{ dueOn: null, doneOn: null }], thread: ['yy---', 'ynn--'] });
    expect(JSON.stringify(row)).not.toMatch(/a step|a goal|case manager/);
    expect(row.thread).toEqual(['yn' + 'n--', 'yy---']);
  });

  it('is small', () => {
    const full = rowFrom({ n: 1, marks: Object.fromEntries(itemIds.map((id) => [id, 'yes' as const])), talk: { mode: 'pulse', counts: { family: 20, 'case-manager': 30, 'gen-ed': 9 } }, thread: ['yynyy'], dates: { 'copy-given': '2026-01-09' }, limits: { 'copy-given': 5 } });
    expect(JSON.stringify(full).length).toBeLessThan(1_500);
  });
});

describe('Martin, Van Dycke, Greene et al. 2006', () => {
  // 109 meetings, 17,804 samples; special educators 51 %, families 15, general educators 9,
  // administrators 9, support staff 6, students 3; the rest is nobody and several at once.
  const shares = { 'case-manager': 0.51, family: 0.15, 'gen-ed': 0.09, 'lea-rep': 0.09, related: 0.06, student: 0.03 };
  const total = 17_804;
  const counts = Object.fromEntries(Object.entries(shares).map(([role, share]) => [role, Math.round(total * share)]));
  const other = total - Object.values(counts).reduce((sum, count) => sum + count, 0);
  const all = { ...counts, other };
  /** Dealt out over the meetings, as evenly as whole samples go. */
  const dealt = (count: number, meeting: number): number => Math.floor((count * (meeting + 1)) / 109) - Math.floor((count * meeting) / 109);
  const set = setFrom(Array.from({ length: 109 }, (_, n): Spec => ({
    n, talk: { mode: 'pulse', counts: Object.fromEntries(Object.entries(all).map(([role, count]) => [role, dealt(count, n)])) },
  })));
  const found = voiceSummary(viewOf(set, noFilter, today));

  it('gives its shares and margins from a meeting set with its samples', () => {
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ mode: 'pulse', meetings: 109, count: total });
    const rows = new Map(found[0]?.roles.map((row) => [row.role, row]));
    for (const [role, share] of Object.entries(shares)) {
      const row = rows.get(role as 'family');
      expect(Math.round(100 * (row?.pooled ?? 0))).toBe(Math.round(100 * share));
      expect(row?.reference?.share).toBe(share);
      expect(row?.marginPoints).toBeCloseTo(196 * Math.sqrt((share * (1 - share)) / total), 2);
    }
    expect(rows.get('family')?.marginPoints).toBeCloseTo(0.52, 2);
    expect(rows.get('case-manager')?.middle).toBeCloseTo(0.51, 2);
  });
});

describe('views', () => {
  it('never mix turns, pulse and estimates', () => {
    const found = voiceSummary(viewFrom([
      { n: 1, talk: { mode: 'turns', counts: { family: 10, 'case-manager': 30 } } }, { n: 2, talk: { mode: 'pulse', counts: { family: 20, 'case-manager': 20 } } },
      { n: 3, talk: { mode: 'estimate', counts: { family: 1, 'case-manager': 2 } } },
    ]));
    expect(found.map(({ mode, meetings, count }) => [mode, meetings, count])).toEqual([['turns', 1, 40], ['pulse', 1, 40], ['estimate', 1, 2]]);
    expect(found.map(({ roles }) => roles[0]?.pooled)).toEqual([null, 0.5, null]);
    expect(found[2]?.roles[0]?.levels).toEqual({ none: 0, some: 1, lot: 0 });
  });

  it('compare groups from five meetings each on, and let them out from ten', () => {
    const of = (with_: number, without: number): Spec[] => Array.from({ length: with_ + without }, (_, n) => ({ n, on: n < with_ ? ['interpreter'] : [], marks: { 'plain-language': 'yes' } }));
    const table = (specs2: Spec[]): unknown => equityTables(viewFrom(specs2)).find(({ comparison }) => comparison === 'interpreter');
    expect(table(of(4, 9))).toMatchObject({ shown: false, items: [] });
    expect(table(of(5, 9))).toMatchObject({ shown: true, exported: false });
    expect(table(of(10, 10))).toMatchObject({ shown: true, exported: true });
  });

  it('name schools and teams without rates under five meetings, and leave small cells out of files', () => {
    const specs2 = [...Array.from({ length: 5 }, (_, n): Spec => ({ n, team: 'CM 1', marks: { 'plain-language': 'no' } })), { n: 9, team: 'CM 2', marks: { 'plain-language': 'no' as const } }];
    const { schools, teams } = bySchoolAndTeam(viewFrom(specs2));
    expect(schools.map(({ school, meetings, shown, exported }) => [school, meetings, shown, exported])).toEqual([['Desert View', 6, true, false]]);
    expect(teams.map(({ team, items, shown }) => [team, items.length > 0, shown])).toEqual([['CM 1', true, true], ['CM 2', false, false]]);
    expect([0, 1, 9, 10].map(exportedCell)).toEqual([0, null, null, 10]);
    const row = itemTable(viewFrom(Array.from({ length: 20 }, (_, n): Spec => ({ n, marks: { 'plain-language': n < 3 ? 'no' : 'yes' } })))).find(({ item }) => item.id === 'plain-language');
    if (!row) throw new Error('a row');
    expect(exportedItem(row)).toEqual({ item: 'plain-language', yes: null, partly: null, no: null, na: null, blank: null, rated: 20, rate: null, band: 'at-target' });
  });

  it('list what is to be verified, open ones first', () => {
    const list = verifyList(viewFrom([
      { n: 1, marks: { 'safeguards-offered': 'no', 'pwn-sent': 'no' }, verify: { 'pwn-sent': 'gap' } }, { n: 2, marks: { 'iep-copy-given': 'no', 'intros-with-roles': 'no' }, verify: { 'iep-copy-given': 'done' } },
    ]));
    expect(list.map(({ item, state }) => [item, state])).toEqual([['safeguards-offered', 'open'], ['pwn-sent', 'gap'], ['iep-copy-given', 'done']]);
  });

  it('offer what occurs for a choice', () => {
    const choices = choicesOf(setFrom([{ n: 1, school: 'Mesa' }, { n: 2, school: 'mesa ', on: ['virtual'] }, { n: 3, team: '' }]));
    expect(choices.schools.map(({ meetings }) => meetings)).toEqual([1, 2]);
    expect(choices.conditions.find(({ condition }) => condition === 'virtual')?.meetings).toBe(1);
    expect([choices.firstDay, choices.lastDay]).toEqual(['2026-01-06', '2026-01-08']);
  });
});
