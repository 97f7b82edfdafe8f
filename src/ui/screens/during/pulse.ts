/** Momentary time sampling: once in a while somebody is asked who speaks at this instant. */
import type { Edit, Meeting, ValueOf } from '#domain/entry.ts';
import type { EntryId } from '#domain/ids.ts';
import { addSample, type VoiceRole } from '#domain/meeting/voice.ts';

/** How long the strip stays bright unless it was tapped. */
const brightMs = 6_000;

export interface Beat {
  /** The strip asks now. */
  readonly bright: boolean;
  /** What was tapped since the beat. */
  readonly tapped: { readonly entry: EntryId; readonly role: string } | null;
}

/** The beat at `nowMs` of a meeting that began at `startedAtMs`, with one every `pulseSeconds`. */
export function beatAt(meeting: Meeting, startedAtMs: number, pulseSeconds: number, nowMs: number): Beat {
  const intoMs = (nowMs - startedAtMs) % (pulseSeconds * 1_000);
  const tapped = latestSince(meeting, nowMs - intoMs);
  const isFirst = nowMs - startedAtMs < pulseSeconds * 1_000;
  return { tapped, bright: !isFirst && tapped === null && intoMs < brightMs };
}

function latestSince(meeting: Meeting, sinceMs: number): Beat['tapped'] {
  let latest: [EntryId, ValueOf<'sample'>] | null = null;
  for (const sample of meeting.sample) if (sample[1].atMs >= sinceMs && sample[1].atMs >= (latest?.[1].atMs ?? 0)) latest = sample;
  return latest === null ? null : { entry: latest[0], role: latest[1].role };
}

/** One sample for a beat: another role tapped within the same beat takes the place of the first. */
export function sampleFor(meeting: Meeting, beat: Beat, role: VoiceRole, now: { id: string; nowMs: number }): Edit[] {
  if (beat.tapped?.role === role) return [];
  const replaced: Edit[] = beat.tapped === null ? [] : [{ kind: 'sample', entry: beat.tapped.entry, value: null }];
  return [...replaced, ...addSample(meeting, role, now)];
}
