/** One meeting kept open for all of its screens, from the first of them to the last. */
import type { App, DamagedRow } from '#app/app.ts';
import { readDraft } from '#app/meeting/drafts.ts';
import { keepDigest } from '#app/meeting/keep-digest.ts';
import { openMeeting, type OpenedMeeting } from '#app/meeting/open-meeting.ts';
import { removeMeeting } from '#app/meeting/remove-meeting.ts';
import { holdLockFor } from '#app/vault/lock-verbs.ts';
import { parseMeetingId } from '#domain/ids.ts';
import { entryKinds } from '#domain/entry.ts';
import { defaultBasics } from '#domain/meeting/glance.ts';
import { attendeesOf, basicsOf } from '#domain/meeting/plan.ts';
import { meetingOf } from '#domain/merge.ts';
import { OpenMeeting } from '#ui/state/open-meeting.svelte.ts';

export type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly meeting: OpenMeeting; readonly damaged: readonly DamagedRow[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'no-roadmap'; readonly version: string };

/** Opens the meeting of an address and calls once. The returned function closes it again. */
export function keepOpen(app: App, address: string, on: (opened: Opened) => void): () => void {
  const id = parseMeetingId(address);
  let close = (): void => undefined;
  let left = false;
  if (id === null) on({ kind: 'missing' });
  else {
    void openMeeting(app, id).then((result) => {
      if (!result.ok) {
        if (!left) on(result.error.type === 'MeetingMissing' ? { kind: 'missing' } : { kind: 'no-roadmap', version: result.error.version });
        return;
      }
      const { session, roadmap, damaged } = result.value;
      if (left) {
        session.close();
        return;
      }
      const meeting = new OpenMeeting(app, session, roadmap);
      close = () => {
        meeting.close();
        // After this turn: fields that are being left write what was typed into them first.
        setTimeout(() => { holdLockFor(app, leave(app, { session, roadmap })); });
      };
      on({ kind: 'open', meeting, damaged });
    });
  }
  return () => {
    left = true;
    close();
  };
}

/** Brings the list's row up to date. A plan in which nothing was ever written is not kept, here or in another tab. */
async function leave(app: App, opened: Pick<OpenedMeeting, 'session' | 'roadmap'>): Promise<void> {
  if (opened.session.isGone) return;
  if (isBlank(opened) && (await readDraft(app, opened.session.meeting)) === null && isBlank(opened)) {
    await removeMeeting(app, opened.session.meeting, [...opened.session.journal].length);
  } else await keepDigest(app, opened);
}

/** True for a plan as the app lays it out: nothing said, and seats that nobody has confirmed. What came by a file is judged alike. */
function isBlank({ session }: Pick<OpenedMeeting, 'session'>): boolean {
  const { undo, redo } = session.history;
  const meeting = meetingOf(session.replica);
  const basics = basicsOf(meeting);
  const laidOut: ReadonlySet<string> = new Set(['basics', 'attendee', 'place']);
  return undo.length + redo.length === 0
    && Object.entries(defaultBasics).every(([field, value]) => basics[field] === value) && basics.sample !== true
    && attendeesOf(meeting).every(({ how, words }) => how === 'unconfirmed' && words === '')
    && entryKinds.every((kind) => laidOut.has(kind) || meeting[kind].size === 0);
}
