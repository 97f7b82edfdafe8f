/** The note bar: what stands in it, what it is bound to, and its way into the journal. */
import type { App } from '#app/app.ts';
import { keepDraft, readDraft } from '#app/meeting/drafts.ts';
import type { About, NoteTag } from '#domain/entry.ts';
import type { EntryId, ItemId } from '#domain/ids.ts';
import { addNote, changeNote, removeNote, type Note } from '#domain/meeting/note.ts';
import type { OpenMeeting } from '#ui/state/open-meeting.svelte.ts';

/** A pause of typing this long keeps the draft. */
export const draftPauseMs = 300;

export class Jotting {
  readonly #app: App;
  readonly #meeting: OpenMeeting;
  #text = $state('');
  #tag = $state<NoteTag | null>(null);
  #about = $state.raw<About>({ to: 'meeting', id: '' });
  #edited = $state.raw<Note | null>(null);
  #lastItem: ItemId | null = null;
  #touched = false;
  #pause: ReturnType<typeof setTimeout> | null = null;

  constructor(app: App, meeting: OpenMeeting) {
    this.#app = app;
    this.#meeting = meeting;
  }

  get text(): string {
    return this.#text;
  }
  get tag(): NoteTag | null {
    return this.#tag;
  }
  get about(): About {
    return this.#about;
  }
  /** The note that is being changed; null for a new one. */
  get edited(): Note | null {
    return this.#edited;
  }

  /** Brings back what was being typed when the app was last closed; never over words typed since. */
  async recall(): Promise<void> {
    const draft = await readDraft(this.#app, this.#meeting.id);
    if (!draft || this.#touched || this.#text !== '') return;
    this.#text = draft.text;
    this.#tag = draft.tag;
    this.#about = draft.about;
  }

  /** Where the leader is now. The binding never changes under a half-written note. */
  follow(about: About): void {
    if (about.to === 'item') this.#lastItem = about.id;
    if (this.#text === '' && !this.#edited) this.#about = about;
  }

  /** The leader asked for exactly this binding. */
  bind(about: About): void {
    if (about.to === 'item') this.#lastItem = about.id;
    if (!this.#edited) this.#about = about;
    if (this.#text !== '') this.keepNow();
  }

  /** Item, then its phase, then the whole meeting, and round again. */
  rebind(phase: string): void {
    if (this.#about.to === 'item') this.bind({ to: 'phase', id: phase });
    else if (this.#about.to === 'phase') this.bind({ to: 'meeting', id: '' });
    else if (this.#lastItem !== null) this.bind({ to: 'item', id: this.#lastItem });
    else this.bind({ to: 'phase', id: phase });
  }

  type(text: string): void {
    this.#touched = true;
    this.#text = text;
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.keepNow();
    }, draftPauseMs);
  }

  press(tag: NoteTag): void {
    this.#tag = this.#tag === tag ? null : tag;
    if (this.#text !== '') this.keepNow();
  }

  /** Keeps the draft without waiting for the pause: at blur, hide and lock. */
  keepNow(): void {
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = null;
    // Words of a note that is being changed are a draft, too; the note itself stays as it was until kept.
    void keepDraft(this.#app, this.#meeting.id, { text: this.#text, tag: this.#tag, about: this.#about }); // the store keeps trying
  }

  /** Makes a note of what stands in the bar, or changes the note that was opened. */
  keep(): void {
    const text = this.#text.trim();
    if (text === '') return;
    const edited = this.#edited;
    void this.#meeting.act(
      edited
        ? changeNote(this.#meeting.entries, edited.entry, { text, tag: this.#tag })
        : addNote({ id: this.#meeting.newId(), text, tag: this.#tag, about: this.#about, nowMs: this.#meeting.nowMs() }),
    ); // painted at once; the store tells when it is on disk
    this.#clear();
  }

  /** Opens a note again, for change or removal. What stood in the bar is kept as a note first. */
  edit(note: Note): void {
    if (this.#edited) this.leave();
    else this.keep();
    this.#edited = note;
    this.#text = note.text;
    this.#tag = note.tag;
    this.#about = note.about;
  }

  /** Leaves an opened note as it was. */
  leave(): void {
    this.#clear();
  }

  remove(entry: EntryId): void {
    void this.#meeting.act(removeNote(this.#meeting.entries, entry)); // as above
    this.#clear();
  }

  #clear(): void {
    this.#touched = true;
    this.#text = '';
    this.#tag = null;
    this.#edited = null;
    this.keepNow();
  }
}
