/** The note bar: what stands in it, what it is bound to, and its way into the journal. */
import type { App } from '#app/app.ts';
import { keepDraft, readDraft, type NoteDraft } from '#app/meeting/drafts.ts';
import type { About, Edit, NoteTag } from '#domain/entry.ts';
import type { EntryId, ItemId } from '#domain/ids.ts';
import { addNote, changeNote, noteLimit, notesOf, removeNote, type Note } from '#domain/meeting/note.ts';
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
  /** The draft that was kept last, as text of its own to compare. */
  #kept: string | null = null;
  #keptText = '';

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

  /**
   * Brings back what was being typed when the app was last closed. Whoever has begun to write
   * before it was read goes on undisturbed: the words of last time are kept as a note.
   */
  async recall(): Promise<void> {
    const draft = await readDraft(this.#app, this.#meeting.id);
    if (!draft) return;
    const edited = notesOf(this.#meeting.entries).find(({ entry }) => entry === draft.note) ?? null;
    if (this.#touched || this.#text !== '') {
      if (draft.text !== this.#keptText) void this.#meeting.act(this.#editsOf({ ...draft, edited })); // as in keep
      return;
    }
    this.#text = draft.text;
    this.#tag = draft.tag;
    this.#about = draft.about;
    this.#edited = edited;
    this.#kept = JSON.stringify(this.#draft());
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

  /**
   * Keeps the draft without waiting for the pause: at blur, hide and lock. What is kept already
   * is not kept again, lest an idle tab bring back what another has made a note of.
   */
  keepNow(): void {
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = null;
    // Words of a note that is being changed are a draft, too; the note itself stays as it was until kept.
    const draft = this.#draft();
    const now = JSON.stringify(draft);
    if (now === this.#kept) return;
    this.#kept = now;
    this.#keptText = draft.text;
    void keepDraft(this.#app, this.#meeting.id, draft); // the store keeps trying
  }

  /** Makes a note of what stands in the bar, or changes the note that was opened. More than a note holds stays in the bar. */
  keep(): void {
    const text = this.#text.trim();
    if (text === '') return;
    if (text.length > noteLimit) {
      this.keepNow();
      return;
    }
    void this.#meeting.act(this.#editsOf({ text, tag: this.#tag, about: this.#about, edited: this.#edited })); // painted at once; the store tells when it is on disk
    this.#clear();
  }

  /** Opens a note again, for change or removal. What stood in the bar is kept first. */
  edit(note: Note): void {
    this.keep();
    if (this.#text.length > noteLimit) return;
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

  /** A changed note, or a new one where there was none or it has gone meanwhile: in another tab, by undo. */
  #editsOf({ text, tag, about, edited }: Pick<NoteDraft, 'text' | 'tag' | 'about'> & { readonly edited: Note | null }): readonly Edit[] {
    const { entries } = this.#meeting;
    if (edited && entries.note.has(edited.entry)) return changeNote(entries, edited.entry, { text, tag });
    return addNote({ id: this.#meeting.newId(), text, tag, about, nowMs: this.#meeting.nowMs() });
  }

  #draft(): NoteDraft {
    const edited = this.#edited;
    const isUnchanged = edited !== null && edited.text === this.#text && edited.tag === this.#tag;
    return { text: isUnchanged ? '' : this.#text, tag: this.#tag, about: this.#about, note: edited?.entry ?? null };
  }

  #clear(): void {
    this.#touched = true;
    this.#text = '';
    this.#tag = null;
    this.#edited = null;
    this.keepNow();
  }
}
