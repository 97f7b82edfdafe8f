import type { ListedMeeting } from '#app/home/watch-meetings.ts';
import type { Digest } from '#domain/digest.ts';
import type { MeetingId } from '#domain/ids.ts';

const plain: Digest = {
  state: 'planned', sample: false, type: 'annual', code: 'R-14', team: '', school: '', room: '', onDate: null, startsAt: null,
  plannedMinutes: 60, conditions: [], language: '', startedAtMs: null, endedAtMs: null, openBefore: [], askedBefore: 16,
  lookedAt: 0, asked: 40, revision: 0, roadmap: { id: 'collaborative-iep-team-meetings', version: '1' }, followUps: [], words: '',
};

/** A meeting of the list, with what matters to the test. */
export const listed = (digest: Partial<Digest>): ListedMeeting => {
  const code = digest.code ?? plain.code;
  const number = Array.from(code).reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 1e12, 7);
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return { id: id as MeetingId, open: digest.state !== 'finished', digest: { ...plain, ...digest } };
};

export const followUp = (what: string, dueOn: string | null, doneOn: string | null = null): Digest['followUps'][number] =>
  ({ entry: `follow-up:${what.toLowerCase().replaceAll(' ', '-')}`, what, owner: 'Principal', dueOn, doneOn });
