/**
 * The text that stands in a meeting's note bar and is not a note yet. One row per meeting,
 * overwritten at each pause of typing, so that a killed browser loses at most the last pause.
 */
import { noteTags, type About, type NoteTag } from '#domain/entry.ts';
import type { MeetingId } from '#domain/ids.ts';
import { z } from '#domain/zod.ts';
import type { App } from '../app.ts';

export interface NoteDraft {
  readonly text: string;
  readonly tag: NoteTag | null;
  readonly about: About;
  /** Entry id of the note whose words are being changed; null for a new note. */
  readonly note: string | null;
}

const draftSchema = z.object({
  text: z.string(),
  tag: z.nullable(z.enum(noteTags)),
  about: z.looseObject({ to: z.enum(['meeting', 'phase', 'item']), id: z.string() }),
  note: z._default(z.nullable(z.string()), null),
});

/** Keeps what is being typed; resolves at the commit, never rejects (the store keeps trying). */
export const keepDraft = (app: App, meeting: MeetingId, draft: NoteDraft): Promise<void> =>
  app.store.writeDraft(meeting, draft);

/** The kept draft; null when there is none or it is empty. */
export async function readDraft(app: App, meeting: MeetingId): Promise<NoteDraft | null> {
  const draft = draftSchema.safeParse(await app.store.readDraft(meeting));
  return draft.success && draft.data.text !== '' ? draft.data : null;
}
