import type { Change } from '#domain/change.ts';
import { digestOf } from '#domain/digest-of.ts';
import type { Edit } from '#domain/entry.ts';
import type { ActId, MeetingId } from '#domain/ids.ts';
import { meetingOf, replicaOf } from '#domain/merge.ts';
import { firstAttendees, setBasics } from '#domain/meeting/plan.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { emptyMeeting } from '#domain/entry.ts';
import { emptyClock, stampOf, tick } from '#domain/stamp.ts';
import type { ListedMeeting } from '#data/store.ts';
import type { App } from '../app.ts';

/** A plan that is not written yet. */
export interface LaidOut {
  readonly meeting: MeetingId;
  readonly changes: readonly Change[];
  readonly listed: ListedMeeting;
}

/** The rows of a new plan. Without an attendee among `edits` the five seats of 34 CFR 300.321(a) are laid out, unconfirmed. */
export function layOut(app: App, edits: readonly Edit[], roadmap: Roadmap): LaidOut {
  const meeting = app.newId() as MeetingId;
  const act = app.newId() as ActId;
  let clock = emptyClock(app.node);
  const changes = withFirstEntries(app, edits).map((edit): Change => {
    clock = tick(clock, app.nowMs());
    // Laid out by the app, not a step of the leader's that undo should take back.
    return { meeting, stamp: stampOf(clock), act, ...edit, imported: true };
  });
  const digest = digestOf(meetingOf(replicaOf(changes)), roadmap);
  return { meeting, changes, listed: { id: meeting, open: digest.state !== 'finished', digest } };
}

/**
 * Begins a plan with the present roadmap version, which is stored beside it, so that an
 * update of the app never changes what this meeting asks. Resolves at the commit.
 */
export async function planMeeting(app: App, edits: readonly Edit[] = [], roadmap: Roadmap = defaultRoadmap()): Promise<MeetingId> {
  const { meeting, changes, listed } = layOut(app, edits, roadmap);
  await app.store.write({ changes, roadmap, listed });
  return meeting;
}

function withFirstEntries(app: App, edits: readonly Edit[]): readonly Edit[] {
  const has = (kind: Edit['kind']): boolean => edits.some((edit) => edit.kind === kind);
  return [
    ...(has('basics') ? [] : setBasics(emptyMeeting(), {})),
    ...(has('attendee') ? [] : firstAttendees({ newId: app.newId })),
    ...edits,
  ];
}
