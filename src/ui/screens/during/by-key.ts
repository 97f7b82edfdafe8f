import type { Meeting } from '#domain/entry.ts';
import { notesOf, type Note } from '#domain/meeting/note.ts';
import { voiceShares, type VoiceRole } from '#domain/meeting/voice.ts';

/** Notes by what they are on: `item:<id>`, `phase:<id>`, `meeting:`. */
export function notesByPlace(meeting: Meeting): ReadonlyMap<string, readonly Note[]> {
  const gathered = new Map<string, Note[]>();
  for (const note of notesOf(meeting)) {
    const place = `${note.about.to}:${note.about.id}`;
    const there = gathered.get(place);
    if (there) there.push(note);
    else gathered.set(place, [note]);
  }
  return gathered;
}

/** The share of each role, 0 to 1; that of several at once is of all that was captured. */
export function shareByRole(meeting: Meeting, nowMs: number): ReadonlyMap<VoiceRole, number> {
  const shares = voiceShares(meeting, nowMs);
  return new Map<VoiceRole, number>([
    ...shares.roles.map(({ role, share }) => [role, share] as const),
    ['crosstalk', shares.crosstalkShare],
  ]);
}
