/**
 * Hybrid logical clock (Kulkarni et al. 2014, "Logical Physical Clocks"): orders changes
 * across tabs and devices whose clocks differ or jump, without asking a server.
 *
 * A stamp is a string of 33 characters that sorts as it should be ordered:
 *   12 hex digits   milliseconds since 1970, the first digit at most e (until the year 10332):
 *                   what is above is refused, so that there is always a later stamp
 *   4 hex digits    counter, for changes within one millisecond or under a clock set back
 *   1 dash, then 16 hex digits: the node, one random value per opened tab
 *
 * Order of two stamps a, b (compared as text):
 *   | milliseconds | counter | node | then            |
 *   | a > b        | any     | any  | a is later      |
 *   | equal        | a > b   | any  | a is later      |
 *   | equal        | equal   | a > b| a is later (tie)|
 *
 * A clock that is set back cannot make a later stamp smaller: the last one counts on.
 * A clock that runs far ahead is not trusted further than {@link driftLimitMs} when it
 * comes from elsewhere, so one bad tablet cannot drag all others along.
 */
declare const brand: unique symbol;
export type Stamp = string & { readonly [brand]: 'Stamp' };
export type NodeId = string & { readonly [brand]: 'NodeId' };

/** The clock's memory: the last moment given out, and by whom. */
export interface ClockState {
  readonly ms: number;
  readonly counter: number;
  readonly node: NodeId;
}

const maxCounter = 0xffff;
const maxMs = 0xf0_0000_0000_00 - 1;
const shape = /^[0-9a-e][0-9a-f]{15}-[0-9a-f]{16}$/;
/** The form of a stamp that a file may bring: it leaves the own clock, which has to outrun it, room for ages. */
export const stampOfFileShape = /^[0-9a-d][0-9a-f]{15}-[0-9a-f]{16}$/;
const nodeShape = /^[0-9a-f]{16}$/;

/** How far another device's clock may run ahead before its lead is no longer followed: 5 minutes. */
export const driftLimitMs = 300_000;

/** A node id from 8 random bytes; one for each opened tab, so that two tabs never share a stamp. */
export const nodeIdFromBytes = (bytes: Uint8Array): NodeId =>
  Array.from(bytes.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('') as NodeId;

/** True for 16 lower-case hex digits. */
export const isNodeId = (text: string): text is NodeId => nodeShape.test(text);

/** True for text in the form above. */
export const isStamp = (text: string): text is Stamp => shape.test(text);

/** True for a stamp that a file may bring. */
export const isStampOfFile = (text: string): text is Stamp => stampOfFileShape.test(text);

/** A clock that has given out nothing yet. */
export const emptyClock = (node: NodeId): ClockState => ({ ms: 0, counter: 0, node });

const bounded = (nowMs: number): number => Math.min(Math.max(Math.trunc(nowMs) || 0, 0), maxMs - driftLimitMs);

/** The next state for an own change at `nowMs` (epoch milliseconds); always later than `clock`. */
export function tick(clock: ClockState, nowMs: number): ClockState {
  const ms = bounded(nowMs);
  if (ms > clock.ms) return { ...clock, ms, counter: 0 };
  if (clock.counter < maxCounter) return { ...clock, counter: clock.counter + 1 };
  return { ...clock, ms: clock.ms + 1, counter: 0 };
}

/**
 * Takes note of a stamp seen elsewhere, so that the next own change is later than it.
 * A stamp more than {@link driftLimitMs} ahead of `nowMs` is kept as data but not followed.
 */
export const witness = (clock: ClockState, seen: Stamp, nowMs: number): ClockState =>
  readStamp(seen).ms > bounded(nowMs) + driftLimitMs ? clock : follow(clock, seen);

/**
 * Takes note of a stamp however far it is ahead: one of this device's own, from before its
 * clock was set back, or one that an own change is about to replace.
 */
export function follow(clock: ClockState, seen: Stamp): ClockState {
  const { ms, counter } = readStamp(seen);
  if (ms < clock.ms || (ms === clock.ms && counter <= clock.counter)) return clock;
  return { ...clock, ms, counter };
}

/** The stamp of the moment that the clock stands at. */
export const stampOf = (clock: ClockState): Stamp =>
  `${clock.ms.toString(16).padStart(12, '0')}${clock.counter.toString(16).padStart(4, '0')}-${clock.node}` as Stamp;

/** Milliseconds since 1970, counter and node of a stamp. */
export const readStamp = (stamp: Stamp): ClockState => ({
  ms: Number.parseInt(stamp.slice(0, 12), 16),
  counter: Number.parseInt(stamp.slice(12, 16), 16),
  node: stamp.slice(17) as NodeId,
});
