/**
 * Who speaks: turns as they are tapped, pulse samples, or an estimate afterwards. A meeting
 * uses one of the three, and they are never mixed.
 *
 * An interpreter's rendering counts for the person interpreted, so the strip offers no
 * interpreter. Times are epoch milliseconds.
 */
import type { Edit, Meeting, ValueOf } from '../entry.ts';
import { entryIdOf, type EntryId } from '../ids.ts';
import { attendeesOf, voiceRoleOf } from './plan.ts';
import { voiceRoleFrom, voiceRoles, type VoiceRole } from './voice-roles.ts';

export { references, type VoiceReference } from './voice-references.ts';
export { voiceRoles, type VoiceRole } from './voice-roles.ts';
export { voiceShares, type RoleShare, type VoiceShares } from './voice-shares.ts';

type Turn = ValueOf<'turn'>;
type Level = ValueOf<'estimate'>['level'];

/** The roles of the strip: those of the attendees who take part, the family always, then several at once. */
export function rolesShown(meeting: Meeting): VoiceRole[] {
  const present = attendeesOf(meeting).filter(({ how }) => how !== 'excused' && how !== 'not-attending');
  const shown = new Set<VoiceRole>(present.map(({ role }) => voiceRoleOf(role)));
  shown.add('family').delete('interpreter');
  return [...voiceRoles.filter(({ key, counted }) => counted && shown.has(key)).map(({ key }) => key), 'crosstalk'];
}

/** Turns that have not ended, the latest last; two only when two tabs tapped at the same moment. */
const openTurns = (meeting: Meeting): [EntryId, Turn][] =>
  [...meeting.turn]
    .filter(([, turn]) => turn.toMs === null)
    .sort(([a, one], [b, other]) => one.fromMs - other.fromMs || (a < b ? -1 : 1));

/** Who has the floor; null while nobody has. */
export function speakingNow(meeting: Meeting): VoiceRole | null {
  const turn = openTurns(meeting).at(-1)?.[1];
  return turn ? voiceRoleFrom(turn.role) : null;
}

/** Ends the turn that is open. A clock that was set back gives a turn of no length, never less. */
export const closeTurn = (meeting: Meeting, nowMs: number): Edit[] =>
  openTurns(meeting).map(([entry, turn]): Edit => ({
    kind: 'turn', entry, value: { ...turn, toMs: Math.max(turn.fromMs, nowMs) },
  }));

/** Gives the floor to a role, ending the open turn; for the role that has it, only ends the turn. */
export function takeFloor(
  meeting: Meeting,
  role: VoiceRole,
  { id, nowMs }: { readonly id: string; readonly nowMs: number },
): Edit[] {
  const closing = closeTurn(meeting, nowMs);
  if (speakingNow(meeting) === role) return closing;
  return [...closing, { kind: 'turn', entry: entryIdOf('turn', id), value: { role, fromMs: nowMs, toMs: null } }];
}

/** Notes who speaks at the instant of a pulse. Every sample stands for itself, whatever is there. */
export const addSample = (
  _meeting: Meeting,
  role: VoiceRole,
  { id, nowMs }: { readonly id: string; readonly nowMs: number },
): Edit[] => [{ kind: 'sample', entry: entryIdOf('sample', id), value: { role, atMs: nowMs } }];

/** Estimates afterwards how much a role spoke. */
export function setEstimate(meeting: Meeting, role: VoiceRole, level: Level): Edit[] {
  const entry = entryIdOf('estimate', role);
  const known = meeting.estimate.get(entry);
  return known?.level === level ? [] : [{ kind: 'estimate', entry, value: { ...known, level } }];
}

/** What was estimated for a role; null when nothing was. */
export const estimateOf = (meeting: Meeting, role: VoiceRole): Level | null =>
  meeting.estimate.get(entryIdOf('estimate', role))?.level ?? null;
