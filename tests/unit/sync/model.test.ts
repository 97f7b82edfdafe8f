/**
 * Many tablets, one hub, and everything that goes wrong on the way: whatever was finished and
 * acknowledged is with every reader in the end, once, and what was removed stays away.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeetingId } from '#domain/ids.ts';
import { mergeRecords } from '#domain/record/merge-records.ts';
import { revokeMember } from '#sync/district.ts';
import { meet } from '#sync/pass.ts';
import { decodeFrames } from '#wire/frames.ts';
import { answerOf, askServer, expectDone, founder, joined, newMeeting, paired, testHub, textsOf, valueOf, type Road, type Tablet, type TestHub } from '../../support/sync-kit.ts';

/** Each step is drawn before the run, so that a failing one shrinks. */
type Step =
  | { readonly do: 'write' | 'finish' | 'remove'; readonly who: number; readonly meeting: number; readonly note: number }
  | { readonly do: 'pass'; readonly who: number; readonly road: number }
  | { readonly do: 'clock'; readonly who: number; readonly ms: number }
  | { readonly do: 'replay'; readonly who: number };

const who = fc.integer({ min: 0, max: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('write' as const), who, meeting: fc.integer({ min: 0, max: 3 }), note: fc.integer({ min: 0, max: 3 }) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('finish' as const), who, meeting: fc.integer({ min: 0, max: 3 }), note: fc.constant(0) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), who, meeting: fc.integer({ min: 0, max: 3 }), note: fc.constant(0) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('pass' as const), who, road: fc.integer({ min: 0, max: 6 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('clock' as const), who, ms: fc.integer({ min: -7_200_000, max: 7_200_000 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('replay' as const), who }) },
);

const cut: Road = () => Promise.reject(new TypeError('Failed to fetch'));
const portal: Road = () => Promise.resolve(answerOf(200, { 'content-type': 'text/html' }, new TextEncoder().encode('<html>')));
const straight: Road = (request, go) => go(request);
/** Roads by number: open, cut, the answer lost, asked twice, cut in the middle, a portal half of the time, the answer torn. */
function roadOf(kind: number): Road {
  let count = 0;
  const roads: Road[] = [
    straight,
    cut,
    async (request, go) => { await go(request); return request.method === 'POST' ? cut(request, go) : go(request); },
    async (request, go) => { await go(request); return go(request); },
    (request, go) => ((count += 1) > 4 ? cut(request, go) : go(request)),
    (request, go) => ((count += 1) % 2 === 0 ? portal(request, go) : go(request)),
    async (request, go) => {
      const answer = await go(request);
      return request.path.startsWith('records') ? { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) } : answer;
    },
  ];
  return roads[kind] ?? straight;
}

let hub: TestHub;
let owner: Tablet;
beforeAll(async () => { hub = await testHub(); owner = await founder(hub); });
afterAll(() => hub.close());

interface World {
  /** Two devices of one leader, another leader, one who will be revoked. */
  readonly tablets: readonly Tablet[];
  readonly district: Tablet;
  readonly meetings: readonly (readonly MeetingId[])[];
  /** Every push that ever went out, to be sent again. */
  readonly sent: Map<number, Parameters<Road>[0][]>;
  readonly removed: Set<MeetingId>;
}

async function world(): Promise<World> {
  const [one, other, revoked] = [await joined(hub, owner, 'leader'), await joined(hub, owner, 'leader'), await joined(hub, owner, 'leader')];
  expectDone(await one.pass());
  const second = await paired(hub, one);
  const district = await joined(hub, owner, 'district');
  const [shared, others, third] = [0, 1, 2].map(() => Array.from({ length: 4 }, newMeeting)) as [MeetingId[], MeetingId[], MeetingId[]];
  return { tablets: [one, second, other, revoked], district, meetings: [shared, shared, others, third], sent: new Map(), removed: new Set() };
}

async function walk({ tablets, meetings, sent, removed }: World, now: Step): Promise<void> {
  const tablet = tablets[now.who];
  if (!tablet) return;
  switch (now.do) {
    case 'write': {
      const meeting = meetings[now.who]?.[now.meeting];
      if (meeting && !removed.has(meeting)) await tablet.notes(meeting, `${String(now.who)} at ${String(tablet.clock.nowMs)}`, `note-${String(now.note)}`);
      return;
    }
    case 'finish': {
      const meeting = meetings[now.who]?.[now.meeting];
      if (meeting && tablet.journal(meeting).length > 0) await tablet.finishes(meeting);
      return;
    }
    case 'remove': {
      const meeting = meetings[now.who]?.[now.meeting];
      if (!meeting || ![...tablet.store.synced.receipts.values()].some(({ record }) => record === meeting)) return;
      await tablet.removes(meeting);
      removed.add(meeting);
      return;
    }
    case 'pass': {
      const road = roadOf(now.road);
      tablet.road = (request, go) => {
        if (request.path === 'records') sent.set(now.who, [...(sent.get(now.who) ?? []), request]);
        return road(request, go);
      };
      await tablet.pass();
      return;
    }
    case 'clock':
      tablet.clock.pass(now.ms);
      return;
    case 'replay':
      for (const request of (sent.get(now.who) ?? []).toReversed()) await askServer(hub.server, request);
  }
}

describe('tablets and a hub', () => {
  it('converge, lose nothing that was acknowledged, and bring nothing back that was removed', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      const all = await world();
      for (const now of steps) await walk(all, now);
      const [one, second, other, revoked] = all.tablets as [Tablet, Tablet, Tablet, Tablet];
      // The network is whole again; one of the leaders is revoked before the last meeting.
      for (const tablet of all.tablets) tablet.road = straight;
      expectDone(await revoked.pass());
      const circle = await owner.circle();
      valueOf(await revokeMember(circle, (await revoked.me()).memberId, valueOf(await meet(circle)).members));
      for (let rounds = 0; rounds < 3; rounds += 1) for (const tablet of [one, second, other]) expectDone(await tablet.pass());
      expectDone(await all.district.pass());
      expectDone(await all.district.pass());
      const seen = all.district.sees();
      for (const [at, tablet] of all.tablets.entries()) {
        // Nothing waits but what another device removed, and that is in the tray.
        const left = [...tablet.store.synced.outbox.values()];
        expect(left.filter(({ state, code }) => state === 'waiting' || code !== 'deleted')).toEqual([]);
        for (const meeting of all.meetings[at] ?? []) {
          if (all.removed.has(meeting)) expect(seen[meeting]).toBeUndefined();
          else if (tablet.store.synced.receipts.has(`${meeting}:record`)) expect(seen[meeting]).toBeDefined();
        }
      }
      // Exactly what was finished: of each entry the latest, whichever device it was on.
      for (const owners of [[one, second], [other], [revoked]]) {
        for (const meeting of all.meetings[all.tablets.indexOf(owners[0] ?? one)] ?? []) {
          const records = owners.flatMap(({ store }) => store.records.filter((record) => record.meeting === meeting));
          if (all.removed.has(meeting) || records.length === 0) continue;
          expect(seen[meeting]).toEqual(textsOf(mergeRecords(records)?.entries ?? []));
        }
      }
      // And once both have finished what they have, both have the same.
      for (const meeting of all.meetings[0] ?? []) for (const tablet of [one, second]) if (!all.removed.has(meeting) && tablet.journal(meeting).length > 0) await tablet.finishes(meeting);
      for (let rounds = 0; rounds < 2; rounds += 1) for (const tablet of [one, second]) expectDone(await tablet.pass());
      for (const meeting of all.meetings[0] ?? []) if (!all.removed.has(meeting)) expect(second.has(meeting)).toEqual(one.has(meeting));
    }), { numRuns: 6, endOnFailure: true });
  }, 120_000);

  it('take a page that comes in pieces, twice and in between the same as at once', async () => {
    const [leader, slow, quick] = [await joined(hub, owner, 'leader'), await joined(hub, owner, 'district'), await joined(hub, owner, 'district')];
    for (let at = 0; at < 12; at += 1) {
      const meeting = newMeeting();
      await leader.notes(meeting, String(at));
      await leader.finishes(meeting);
    }
    expectDone(await leader.pass());
    let count = 0;
    slow.road = async (request, go) => {
      if (!request.path.startsWith('records?')) return go(request);
      const small = { ...request, path: request.path.replace(/limit=\d+/, 'limit=3') };
      const answer = await go(small);
      count += 1;
      if (count % 3 === 0) return { ...answer, body: answer.body.slice(0, -7) };
      const frames = decodeFrames(answer.body);
      return frames.ok ? answer : cut(request, go);
    };
    for (let passes = 0; passes < 20; passes += 1) await slow.pass();
    slow.road = straight;
    expectDone(await slow.pass());
    expectDone(await quick.pass());
    expect(slow.sees()).toEqual(quick.sees());
  });
});
