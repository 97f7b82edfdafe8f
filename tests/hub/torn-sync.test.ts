/** The client's engine against a hub process: killed at random moments, and over a line that is cut after every so many bytes. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeetingId } from '#domain/ids.ts';
import { compare } from '#sync/compare.ts';
import { found, invite, join, readLink } from '#sync/join.ts';
import type { HubRequest, HubResponse } from '#sync/ports.ts';
import { HubProcess } from '#tests/support/district.ts';
import { answerOf, expectDone, newMeeting, Tablet, valueOf } from '#tests/support/sync-kit.ts';
import { TornLine } from '#tests/support/torn-line.ts';
import { builtApp } from './built-app.ts';

const app = builtApp();
const hub = new HubProcess(app.dist, 'off');
const signal = new AbortController().signal;
let owner: Tablet;
let leader: Tablet;
let address: string;

async function send({ method, path, headers, body }: HubRequest): Promise<HubResponse> {
  const answer = await fetch(`${address}/api/v1/${path}`, { method, headers: { ...headers }, ...(body ? { body } : {}), signal: AbortSignal.timeout(8_000) });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return answerOf(answer.status, Object.fromEntries(answer.headers), bytes);
}
const tablet = (): Tablet => {
  const made = new Tablet(null);
  made.road = (request) => send(request);
  return made;
};

/** Until nothing waits on either side any more. */
async function settles(): Promise<void> {
  expectDone(await leader.pass());
  expectDone(await owner.pass());
}

async function finishesOne(text: string): Promise<MeetingId> {
  const meeting = newMeeting();
  await leader.notes(meeting, text);
  await leader.finishes(meeting);
  return meeting;
}

beforeAll(async () => {
  await hub.start();
  ({ address } = hub);
  [owner, leader] = [tablet(), tablet()];
  valueOf(await found(owner.ports, valueOf(readLink(hub.ownerLink)), { signal }));
  const { link } = valueOf(await invite(await owner.circle(), { role: 'leader' }));
  valueOf(await join(leader.ports, link, { signal }));
  await owner.pass();
  await settles();
});
afterAll(async () => {
  await hub.stop();
  hub.drop();
  app.remove();
});

async function expectSame(texts: readonly string[]): Promise<void> {
  expect([...leader.store.synced.outbox.keys()]).toEqual([]);
  expect(Object.values(owner.sees()).flat().sort()).toEqual([...texts].sort());
  const both = valueOf(await compare(await leader.circle()));
  expect(both).toMatchObject({ here: texts.length, there: texts.length, same: texts.length, missing: [], different: [] });
}

describe('what the leader finished is with the district once', () => {
  const texts: string[] = [];

  it('after fifty kills of the hub in the middle of pushes and pulls', { timeout: 240_000 }, async () => {
    for (let round = 0; round < 50; round += 1) {
      const text = `Round ${String(round)}.`;
      texts.push(text);
      await finishesOne(text);
      const passes = Promise.all([leader.pass(), owner.pass()]);
      await wait(Math.random() * 40);
      await hub.kill();
      await passes;
      await hub.start();
    }
    await settles();
    await expectSame(texts);
  });

  it('after the line was cut after every 97th byte of what is sent, and every 23rd of what comes back', { timeout: 120_000 }, async () => {
    const line = await TornLine.open(() => hub.address);
    ({ address } = line);
    const faults = [...Array(24).keys()].flatMap((at) => [{ cutSending: at * 97 }, { cutAnswer: at * 23 }]);
    for (const fault of faults) {
      const text = `Cut ${JSON.stringify(fault)}.`;
      texts.push(text);
      await finishesOne(text);
      line.fault = fault;
      await leader.pass();
      await owner.pass();
    }
    line.fault = null;
    await settles();
    await expectSame(texts);
    const wire = Buffer.concat(line.captured);
    for (const word of ['Cut', 'cutAnswer', 'Round']) expect(wire.includes(word)).toBe(false);
    await line.close();
    ({ address } = hub);
  });
});
