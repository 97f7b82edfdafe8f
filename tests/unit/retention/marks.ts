import type { MeetingId } from '#domain/ids.ts';
import { answerOf } from '#domain/meeting/mark.ts';
import { meetingOf, replicaOf } from '#domain/merge.ts';
import type { MemoryStore } from '#tests/support/fake-app.ts';

/** True when the one mark of the kit's meetings is there. */
export const isTallied = ({ changes }: MemoryStore, id: MeetingId): boolean =>
  answerOf(meetingOf(replicaOf(changes.filter(({ meeting }) => meeting === id))), 'goal-from-need') === 'yes';
