/** What the verbs of this folder reach the hub and the store through; one for each desk. */
import type { Result } from '#domain/result.ts';
import { err } from '#domain/result.ts';
import { Circle } from '#sync/circle.ts';
import type { Locks } from '#sync/lease.ts';
import { readIdentity } from '#sync/membership.ts';
import type { Members } from '#sync/members.ts';
import { readMembers } from '#sync/members.ts';
import { hello } from '#sync/hello.ts';
import type { SyncPorts } from '#sync/ports.ts';
import type { App } from '../app.ts';
import type { SyncObstacle } from './obstacle.ts';

export interface Hub {
  readonly app: App;
  readonly ports: SyncPorts;
  /** Address of this app and its hub: `https://hub.example.org`. */
  readonly origin: string;
  /** A signal for one errand; aborted when the app is locked. */
  readonly signal: () => AbortSignal;
  readonly locks: Locks | null;
}

type Told<T> = Promise<Result<T, SyncObstacle>>;

/**
 * Does work that a signal may end; an end by its time limit is a hub that is out of reach. When
 * the app is locked nobody is left to be told, and it is the same.
 */
export async function withinLimit<T>(signal: AbortSignal, work: (signal: AbortSignal) => Told<T>): Told<T> {
  try {
    return await work(signal);
  } catch (error) {
    if (signal.aborted) return err({ type: 'HubOutOfReach' });
    throw error;
  }
}

/** One errand to a hub that was checked against the pin and against what was seen before. */
export async function errand<T>({ ports, signal }: Hub, work: (circle: Circle) => Told<T>): Told<T> {
  const me = await readIdentity(ports);
  if (!me) return err({ type: 'NotJoined' });
  return withinLimit(signal(), async (limit) => {
    const circle = await Circle.begin(ports, me, limit);
    const met = await hello(circle);
    return met.ok ? work(circle) : met;
  });
}

/** The same, with the members whose keys were checked. */
export const errandWithMembers = <T>(hub: Hub, work: (circle: Circle, members: Members) => Told<T>): Told<T> =>
  errand(hub, async (circle) => {
    const members = await readMembers(circle);
    return members.ok ? work(circle, members.value) : members;
  });
