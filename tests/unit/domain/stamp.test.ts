import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  driftLimitMs, emptyClock, follow, isNodeId, isStamp, isStampOfFile, nodeIdFromBytes, readStamp, stampOf, tick, witness,
  type ClockState, type Stamp,
} from '#domain/stamp.ts';
import { nodeId, tenMs } from './meeting-of.ts';

const anyClockMs = fc.oneof(
  fc.integer({ min: tenMs - 1_000, max: tenMs + 1_000 }),
  fc.integer({ min: 0, max: 8.64e15 }),
  fc.constantFrom(0, -1, 0.5, Number.NaN, Infinity, -Infinity, tenMs - 86_400_000, tenMs + 86_400_000),
);
const anyStamp = fc
  .record({ ms: fc.integer({ min: 0, max: 0xefffffffffff }), counter: fc.integer({ min: 0, max: 0xffff }), node: fc.integer({ min: 0, max: 3 }) })
  .map(({ ms, counter, node }): ClockState => ({ ms, counter, node: nodeId(node) }));

function stampsOver(times: readonly number[], clock = emptyClock(nodeId(1))): Stamp[] {
  return times.map((nowMs) => {
    clock = tick(clock, nowMs);
    return stampOf(clock);
  });
}

describe('stamps', () => {
  it('grow with every change, whatever the clock of the tablet does', () => {
    fc.assert(fc.property(fc.array(anyClockMs, { minLength: 2, maxLength: 60 }), (times) => {
      const stamps = stampsOver(times);
      for (const [at, stamp] of stamps.entries()) {
        expect(isStamp(stamp)).toBe(true);
        if (at > 0) expect(stamp > (stamps[at - 1] ?? '')).toBe(true);
      }
    }));
  });

  it('grow through a full counter', () => {
    const full: ClockState = { ms: tenMs, counter: 0xffff, node: nodeId(1) };
    expect(tick(full, tenMs - 5)).toEqual({ ...full, ms: tenMs + 1, counter: 0 });
    expect(stampOf(tick(full, tenMs)) > stampOf(full)).toBe(true);
  });

  it('sort as text by milliseconds, then counter, then node', () => {
    const order = (a: ClockState, b: ClockState): number =>
      Math.sign(a.ms - b.ms || a.counter - b.counter || (a.node < b.node ? -1 : Number(a.node > b.node)));
    fc.assert(fc.property(anyStamp, anyStamp, (a, b) => {
      const [one, other] = [stampOf(a), stampOf(b)];
      expect(one < other ? -1 : Number(one > other)).toBe(order(a, b));
    }));
  });

  it('read back as what they were made of', () => {
    fc.assert(fc.property(anyStamp, (clock) => {
      expect(readStamp(stampOf(clock))).toEqual(clock);
      expect(stampOf(clock)).toHaveLength(33);
    }));
  });

  it('of two tabs are never equal, not even at the same moment', () => {
    fc.assert(fc.property(fc.array(anyClockMs, { maxLength: 30 }), (times) => {
      const all = [...stampsOver(times, emptyClock(nodeId(1))), ...stampsOver(times, emptyClock(nodeId(2)))];
      expect(new Set(all).size).toBe(all.length);
    }));
  });

  it('come after every stamp that was seen', () => {
    fc.assert(fc.property(fc.array(anyStamp, { maxLength: 20 }), anyClockMs, (seen, nowMs) => {
      const clock = seen.reduce((known, stamp) => follow(known, stampOf(stamp)), emptyClock(nodeId(1)));
      const next = stampOf(tick(clock, nowMs));
      for (const stamp of seen) expect(next > stampOf(stamp)).toBe(true);
    }));
  });
});

describe('a clock that runs ahead elsewhere', () => {
  const seenAt = (ms: number): Stamp => stampOf({ ms, counter: 3, node: nodeId(2) });

  it('is followed up to five minutes and no further', () => {
    const clock = tick(emptyClock(nodeId(1)), tenMs);
    expect(witness(clock, seenAt(tenMs + driftLimitMs), tenMs).ms).toBe(tenMs + driftLimitMs);
    expect(witness(clock, seenAt(tenMs + driftLimitMs + 1), tenMs)).toEqual(clock);
  });

  it('never pushes the own clock beyond now and five minutes', () => {
    fc.assert(fc.property(fc.array(anyStamp, { maxLength: 20 }), (seen) => {
      const clock = seen.reduce((known, stamp) => witness(known, stampOf(stamp), tenMs), tick(emptyClock(nodeId(1)), tenMs));
      expect(clock.ms).toBeLessThanOrEqual(tenMs + driftLimitMs);
    }));
  });

  it('keeps the own node', () => {
    expect(witness(emptyClock(nodeId(1)), seenAt(tenMs), tenMs).node).toBe(nodeId(1));
  });
});

describe('text that is to be a stamp', () => {
  const good = stampOf({ ms: tenMs, counter: 0, node: nodeId(1) });

  it('is taken in its exact form', () => {
    expect(isStamp(good)).toBe(true);
    expect(isStampOfFile(good)).toBe(true);
  });

  it.each([
    ['is empty', ''], ['has upper case', good.toUpperCase()], ['is cut short', good.slice(0, -1)], ['is too long', `${good}0`],
    ['has a line after it', `${good}\n`], ['leaves no later stamp', `f${good.slice(1)}`],
  ])('is refused when it %s', (_why, text) => {
    expect(isStamp(text)).toBe(false);
  });

  it('is refused from a file already where the own clock could not outrun it', () => {
    expect(isStampOfFile(`e${good.slice(1)}`)).toBe(false);
    expect(isStamp(`e${good.slice(1)}`)).toBe(true);
  });

  it('has a node of eight bytes', () => {
    expect(nodeIdFromBytes(Uint8Array.from([0, 1, 2, 253, 254, 255, 16, 9, 77]))).toBe('000102fdfeff1009');
    expect(isNodeId('000102fdfeff1009')).toBe(true);
    expect(isNodeId('000102FDFEFF1009')).toBe(false);
  });
});
