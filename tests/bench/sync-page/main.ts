/**
 * The engine and the sealed store without screens, both ends of a district in one page: a
 * leader who pushes and an owner who pulls. And the two that it is measured against.
 */
import { openStore } from '#data/open-store.ts';
import type { Store } from '#data/store.ts';
import { sendToHub } from '#device/hub-send.ts';
import { assert, type Result } from '#domain/result.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { queuedRecord } from '#domain/sync/outbox-item.ts';
import { sentRecordOf } from '#domain/sync/sent-record.ts';
import { Circle } from '#sync/circle.ts';
import { found, invite, join, leave, readLink } from '#sync/join.ts';
import { readIdentity } from '#sync/membership.ts';
import { meet, pass } from '#sync/pass.ts';
import type { SyncPorts } from '#sync/ports.ts';
import { decodeFrames } from '#wire/frames.ts';
import { roadmapHash } from '#sync/roadmaps.ts';
import { meetingIdOf, recordOfBench } from './records.ts';
import { pouchFill, pouchPull, pouchPush } from './pouch.ts';
import type { SyncBench, Trip } from './told.ts';

const roadmap = defaultRoadmap();
const signal = new AbortController().signal;
const atOnce = 200;

function valueOf<T>(result: Result<T, unknown>): T {
  assert(result.ok, `it succeeds: ${result.ok ? '' : JSON.stringify(result.error)}`);
  return result.value;
}

interface Tally { requests: number; readonly batches: number[] }
interface Device { readonly store: Store; readonly ports: SyncPorts; readonly tally: Tally }

async function deviceOf(name: string): Promise<Device> {
  const store = valueOf(await openStore({ nowMs: () => Date.now(), name }));
  const tally: Tally = { requests: 0, batches: [] };
  const count = (body: Uint8Array): void => {
    const frames = decodeFrames(body);
    if (frames.ok && frames.value.length > 0) tally.batches.push(frames.value.reduce((sum, frame) => sum + frame.length, 0));
  };
  const ports: SyncPorts = {
    storage: store, nowMs: () => Date.now(), random: Math.random, newId: () => crypto.randomUUID(), randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    send: async (request, end) => {
      tally.requests += 1;
      const answer = await sendToHub(request, end);
      if (request.path === 'records') count(request.body ?? new Uint8Array());
      else if (request.path.startsWith('records?')) count(answer.body);
      return answer;
    },
  };
  return { store, ports, tally };
}

let opened: Promise<Device> | null = null;
let owner: Device;
const leaderDevice = (): Promise<Device> => (opened ??= deviceOf('leader'));

async function trip({ ports, tally }: Device): Promise<Trip> {
  tally.requests = 0;
  tally.batches.length = 0;
  const beganMs = performance.now();
  const report = await pass(ports);
  const ms = performance.now() - beganMs;
  assert(report.obstacle === null && report.refused === 0 && report.unreadable.length === 0, `the pass is done: ${JSON.stringify(report.obstacle)}`);
  return { ms, records: report.pushed + report.pulled, requests: tally.requests, batches: [...tally.batches] };
}

async function enrol(ownerLink: string): Promise<void> {
  const leader = await leaderDevice();
  owner = await deviceOf(`owner-${crypto.randomUUID()}`);
  if (await readIdentity(leader.ports)) valueOf(await leave(leader.ports));
  valueOf(await found(owner.ports, valueOf(readLink(ownerLink)), { signal }));
  const me = await readIdentity(owner.ports);
  assert(me, 'it founded');
  const circle = await Circle.begin(owner.ports, me, signal);
  valueOf(await meet(circle));
  const { link } = valueOf(await invite(circle, { role: 'leader' }));
  valueOf(await join(leader.ports, link, { signal }));
  await trip(owner);
  await trip(leader);
}

async function filledBy(count: number, write: (from: number, to: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += atOnce) await write(from, Math.min(count, from + atOnce));
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

const bench: SyncBench = {
  jsonBytes: () => range(0, 100).reduce((sum, at) => sum + JSON.stringify(sentRecordOf(recordOfBench(at, roadmap), roadmapHash(roadmap))).length, 0) / 100,
  fill: async (count) => {
    const { store } = await leaderDevice();
    await filledBy(count, (from, to) => store.write({ parts: range(from, to).map((at) => ({ record: recordOfBench(at, roadmap) })) }));
  },
  enrol,
  queue: async (count) => {
    const { store } = await leaderDevice();
    await filledBy(count, (from, to) => store.write({ outbox: range(from, to).map((at) => queuedRecord(meetingIdOf(at), 1, Date.now())) }));
  },
  push: async () => trip(await leaderDevice()),
  pull: () => trip(owner),
  floorPush: async (batches) => {
    const bodies = batches.map((length) => new Uint8Array(length).fill(7));
    const beganMs = performance.now();
    for (const body of bodies) await (await fetch('/floor', { method: 'POST', body })).arrayBuffer();
    return performance.now() - beganMs;
  },
  floorPull: async (batches) => {
    const beganMs = performance.now();
    for (let at = 0; at < batches; at += 1) await (await fetch(`/floor?at=${String(at)}`, { cache: 'no-store' })).arrayBuffer();
    return performance.now() - beganMs;
  },
  pouchFill: (count) => pouchFill(range(0, count).map((at) => sentRecordOf(recordOfBench(at, roadmap), roadmapHash(roadmap)))),
  pouchPush,
  pouchPull,
};

Object.assign(window, { bench });
