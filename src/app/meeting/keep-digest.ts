import { digestOf } from '#domain/digest-of.ts';
import { meetingOf } from '#domain/merge.ts';
import type { ListedMeeting } from '#data/store.ts';
import type { App } from '../app.ts';
import type { OpenedMeeting } from './open-meeting.ts';

/** The row that lists show for an opened meeting as it stands now. */
export function listedNow({ session, roadmap }: Pick<OpenedMeeting, 'session' | 'roadmap'>): ListedMeeting {
  const digest = digestOf(meetingOf(session.replica), roadmap);
  return { id: session.meeting, open: digest.state !== 'finished', digest };
}

/** Brings the list's row up to date; resolves at the commit. */
export const keepDigest = (app: App, opened: Pick<OpenedMeeting, 'session' | 'roadmap'>): Promise<void> =>
  app.store.write({ listed: listedNow(opened) });
