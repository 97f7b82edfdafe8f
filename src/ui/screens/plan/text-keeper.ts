/**
 * How typed text comes into a meeting: stored at every pause, one step of undo per field,
 * and never cut in silence. What a field cannot hold goes whole into a device-only note.
 */
import { clipLine, clipLong } from '#domain/clip.ts';
import type { Edit } from '#domain/entry.ts';
import { entryIdOf } from '#domain/ids.ts';
import { addNote, removeNote } from '#domain/meeting/note.ts';
import type { OpenMeeting } from '#ui/state/open-meeting.svelte.ts';

/** What one line of a meeting holds. */
export const lineLimit = 2_000;
/** What a note, a reflection or a next step holds. */
export const longLimit = 1_000_000;

export class TextKeeper {
  readonly #meeting: OpenMeeting;
  readonly #noteIds = new Map<string, string>();

  constructor(meeting: OpenMeeting) {
    this.#meeting = meeting;
  }

  /** Stores a line; `edits` are made of the part that fits. */
  line(field: string, text: string, edits: (fitting: string) => readonly Edit[]): void {
    const fitting = clipLine(text);
    this.#meeting.typeOn(field, [...edits(fitting), ...this.#rest(field, text, fitting)]);
  }

  /** Stores a long text. */
  long(field: string, edits: readonly Edit[]): void {
    this.#meeting.typeOn(field, edits);
  }

  /** The field was left. */
  left(): void {
    this.#meeting.endTyping();
  }

  #rest(field: string, text: string, fitting: string): readonly Edit[] {
    const known = this.#noteIds.get(field);
    if (text === fitting) return known ? removeNote(this.#meeting.entries, entryIdOf('note', known)) : [];
    const id = known ?? this.#meeting.newId();
    this.#noteIds.set(field, id);
    return addNote({ id, text: clipLong(text), tag: 'device-only', about: { to: 'meeting', id: '' }, nowMs: this.#meeting.nowMs() });
  }
}
