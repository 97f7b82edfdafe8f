/** One meeting kept open for all of its screens, from the first of them to the last. */
import type { App, DamagedRow } from '#app/app.ts';
import { openMeeting } from '#app/meeting/open-meeting.ts';
import { keepDigest } from '#app/meeting/keep-digest.ts';
import { removeMeeting } from '#app/meeting/remove-meeting.ts';
import { isFinished } from '#domain/record/finish.ts';
import { basicsOf } from '#domain/meeting/plan.ts';
import { parseMeetingId } from '#domain/ids.ts';
import { OpenMeeting } from '#ui/state/open-meeting.svelte.ts';

export type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly meeting: OpenMeeting; readonly damaged: readonly DamagedRow[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'no-roadmap'; readonly version: string };

/** Opens the meeting of an address; calls once. The returned function closes it again. */
export function keepOpen(app: App, address: string, on: (opened: Opened) => void): () => void {
  const id = parseMeetingId(address);
  let meeting: OpenMeeting | null = null;
  let left = false;
  if (id === null) on({ kind: 'missing' });
  else {
    void openMeeting(app, id).then((result) => {
      if (left) {
        if (result.ok) result.value.session.close();
        return;
      }
      if (result.ok) {
        meeting = new OpenMeeting(app, result.value.session, result.value.roadmap);
        on({ kind: 'open', meeting, damaged: result.value.damaged });
      } else if (result.error.type === 'MeetingMissing') on({ kind: 'missing' });
      else on({ kind: 'no-roadmap', version: result.error.version });
    });
  }
  return () => {
    left = true;
    if (meeting === null) return;
    meeting.close();
    void leave(app, meeting); // the store keeps trying by itself
  };
}

/** Brings the list's row up to date. A plan in which nothing was written is not kept. */
async function leave(app: App, meeting: OpenMeeting): Promise<void> {
  if (isBlank(meeting)) await removeMeeting(app, meeting.id);
  else await keepDigest(app, meeting);
}

function isBlank({ entries, canUndo, canRedo }: OpenMeeting): boolean {
  const basics = basicsOf(entries);
  return !canUndo && !canRedo && basics.code === '' && basics.onDate === null && basics.sample !== true
    && entries.mark.size + entries.note.size + entries.timing.size + entries.finish.size === 0 && !isFinished(entries);
}
