/** Finished meetings of about 3 kB of JSON each, without their roadmap. */
import type { MeetingRecord, RecordEntry } from '#domain/record/record.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { entryIdOf, type DeviceId, type MeetingId } from '#domain/ids.ts';
import { stampOf, type NodeId } from '#domain/stamp.ts';

const words = 'the family asked what reading goal follows from data about need and service minutes who writes down next step in plain words before placement is decided'.split(' ');
const notes = 9;
const node = '00000000000000ab' as NodeId;
const device = 'd1000000-0000-4000-8000-000000000001' as DeviceId;
const startMs = 1_790_000_000_000;

/** Chance that is the same in every run. */
function chance(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 12)) >>> 0) / 2 ** 32;
  };
}

export const meetingIdOf = (at: number): MeetingId => `b2${at.toString(16).padStart(6, '0')}-5a5a-4a5a-8a5a-${(at * 7_919).toString(16).padStart(12, '0')}` as MeetingId;

/** The record of meeting `at`. */
export function recordOfBench(at: number, roadmap: Roadmap): MeetingRecord {
  const random = chance(at);
  const pick = (): string => words[Math.floor(random() * words.length)] ?? '';
  const stamped = (kind: RecordEntry['kind'], id: RecordEntry['id'], value: unknown, counter: number): RecordEntry =>
    ({ id, kind, value, stamp: stampOf({ ms: startMs + at * 60_000, counter, node }) });
  const entries = Array.from({ length: notes }, (_, counter) => {
    const text = Array.from({ length: 22 }, pick).join(' ');
    const value = { text, tag: null, about: { to: 'meeting', id: '' }, atMs: startMs + Math.floor(random() * 3_600_000) };
    return stamped('note', entryIdOf('note', `${String(counter)}-${Math.floor(random() * 2 ** 32).toString(16)}`), value, counter + 1);
  });
  entries.push(stamped('finish', entryIdOf('finish'), { revision: 1, atMs: startMs, open: false }, notes + 1));
  return {
    format: 'quiet-checkpoint/record', schemaVersion: 1, meeting: meetingIdOf(at), device, revision: 1, finishedAtMs: startMs + at, sample: false, roadmap,
    entries: entries.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
