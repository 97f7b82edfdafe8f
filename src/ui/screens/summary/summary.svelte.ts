/** What of a meeting the leader has chosen to hand over, and what follows from it: the page, or the rows. */
import { readRevision, readRevisions, type KeptRevision } from '#app/export/revisions.ts';
import { missingGlyphs, pageOfSummary, type MissingGlyphs } from '#app/export/page.ts';
import { stepsShown, type CalendarStep } from '#app/export/prepare-steps.ts';
import { recordShown } from '#app/export/prepare.ts';
import { isRecordForm } from '#app/export/form.ts';
import type { App } from '#app/app.ts';
import type { Language } from '#app/look.ts';
import { entryKinds, type Meeting } from '#domain/entry.ts';
import { suspectSpans } from '#domain/meeting/names-guard.ts';
import { deviceOnlyCount } from '#domain/meeting/note.ts';
import { conditionsOf } from '#domain/meeting/plan.ts';
import { defaultSummaryOptions, summaryOf, type Summary, type SummarySection } from '#domain/record/summary.ts';
import type { Table } from '#domain/record/table.ts';
import { tablesOf } from '#domain/record/tables-of-many.ts';
import { askedPhases } from '#domain/roadmap/asked-items.ts';
import { DistrictView } from '#ui/state/district.svelte.ts';
import { ExportTerms, type Chosen } from '#ui/screens/export/terms.svelte.ts';
import type { OpenMeeting } from '#ui/state/open-meeting.svelte.ts';
import { spoken } from '#ui/words/language.svelte.ts';
import { roadmapIn } from '#ui/words/roadmap-words.ts';
import { pageWordsIn, type PageCatalog } from '#ui/words/page-words.ts';

/** The forms that can be chosen here, in order. */
export const forms: readonly Chosen[] = ['page-pdf', 'summary-print', 'page-docx', 'tables-xlsx', 'tables-csv', 'record-json', 'calendar-ics'];

export class SummaryView {
  readonly #app: App;
  readonly #meeting: OpenMeeting;
  readonly terms = new ExportTerms('page-pdf');
  readonly #district: DistrictView;
  #sections = $state({ ...defaultSummaryOptions.sections });
  #kept = $state.raw<KeptRevision | null>(null);
  #revisions = $state.raw<readonly number[]>([]);
  paper = $state<'letter' | 'a4'>('letter');
  #language = $state<Language | null>(null);
  #languageMissing = $state(false);
  /** How next steps go into a calendar. */
  as = $state<'todo' | 'event'>('todo');

  /** What the preview shows: the page, its rows as tables, or the next steps alone. */
  readonly shows: 'page' | 'rows' | 'steps' = $derived.by(() => {
    if (isRecordForm(this.terms.form)) return 'rows';
    return this.terms.form === 'calendar-ics' ? 'steps' : 'page';
  });
  /** The page, as it will leave. */
  readonly summary: Summary = $derived.by(() => this.#summaryNow(this.terms.names));
  /** The tables, as they will leave; empty where the page does. */
  readonly rows: readonly Table[] = $derived.by(() => this.#rowsNow(this.terms.names));
  /** The next steps, as they will leave in a calendar file. */
  readonly steps: readonly CalendarStep[] = $derived.by(() => this.#stepsNow(this.terms.names));
  /** Words that look like a name, a birth date or an id number, whether or not they are left out. */
  readonly suspects: readonly string[] = $derived.by(() => {
    if (this.shows === 'rows') return suspectsIn(textsOf(this.#rowsNow(true)));
    if (this.shows === 'page') return suspectsIn(pageTexts(this.#summaryNow(true)));
    return suspectsIn(this.#stepsWith({ identified: true, names: true }).flatMap(({ what, owner }) => [what, owner]));
  });
  /** What the PDF cannot set; told before it is made. Null for other forms, and where it sets all. */
  readonly missing: MissingGlyphs | null = $derived.by(() => (this.terms.form === 'page-pdf' ? missingGlyphs(pageOfSummary(this.summary, this.words)) : null));
  /** The words of the page, with the line of purpose that the district gives. */
  readonly words: PageCatalog = $derived.by(() =>
    pageWordsIn(this.language, { purpose: this.#district.purpose, written: pageTexts(this.summary).some((text) => text.trim() !== '') }));
  readonly staysHere: number = $derived.by(() => deviceOnlyCount(this.#meeting.entries));

  constructor(app: App, meeting: OpenMeeting) {
    this.#app = app;
    this.#district = new DistrictView(app);
    this.#meeting = meeting;
  }

  /** What the page speaks: as long as nothing else is chosen, what the screens do. */
  get language(): Language {
    return this.#language ?? spoken.language;
  }
  /** Whether the words of the chosen language cannot be had now. */
  get languageMissing(): boolean {
    return this.#languageMissing;
  }
  async speak(language: Language): Promise<void> {
    this.#languageMissing = !(await spoken.fetch(language));
    if (!this.#languageMissing) this.#language = language;
  }

  /** Kept revisions, the latest first. */
  get revisions(): readonly number[] {
    return this.#revisions;
  }
  /** The earlier revision that is shown; null for the meeting as it stands. */
  get revisionShown(): number | null {
    return this.#kept?.revision ?? null;
  }
  /** When that revision was finished, epoch ms. */
  get finishedAtMs(): number | null {
    return this.#kept?.record.finishedAtMs ?? null;
  }

  /** Family’s words are notes with that tag: one choice for the page and for the rows. */
  has(section: SummarySection): boolean {
    return section === 'familyWords' ? this.terms.notes.has('family') : this.#sections[section];
  }
  include(sections: readonly SummarySection[], wanted: boolean): void {
    for (const section of sections) {
      if (section === 'familyWords') this.terms.includeNotes('family', wanted);
      else this.#sections[section] = wanted;
    }
  }

  async loadRevisions(): Promise<void> {
    this.#revisions = await readRevisions(this.#app, this.#meeting.id);
  }

  async showRevision(revision: number | null): Promise<void> {
    this.terms.obstacle = null;
    if (revision === null) {
      this.#kept = null;
      return;
    }
    const kept = await readRevision(this.#app, this.#meeting.id, revision);
    if (kept.ok) this.#kept = kept.value;
    else this.terms.obstacle = kept.error;
  }

  #summaryNow(names: boolean): Summary {
    const kept = this.#kept;
    const sections = { ...this.#sections, familyWords: this.has('familyWords') };
    const meeting = kept?.meeting ?? this.#meeting.entries;
    const roadmap = kept?.record.roadmap ?? this.#meeting.roadmap;
    const phases = askedPhases(roadmapIn(this.language, roadmap), conditionsOf(meeting));
    const source = { meetingId: this.#meeting.id, roadmap, phases, nowMs: this.#meeting.nowMs() };
    return summaryOf(meeting, source, { sections, names, identified: this.terms.identified });
  }

  #stepsNow(names: boolean): readonly CalendarStep[] {
    return this.shows === 'steps' ? this.#stepsWith({ identified: this.terms.identified, names }) : [];
  }
  #stepsWith(order: { readonly identified: boolean; readonly names: boolean }): readonly CalendarStep[] {
    readAll(this.#meeting.entries);
    return stepsShown(this.#app, this.#meeting, this.#kept?.record ?? null, order);
  }

  #rowsNow(names: boolean): readonly Table[] {
    const { form, notes, identified } = this.terms;
    if (!isRecordForm(form)) return [];
    readAll(this.#meeting.entries);
    const record = recordShown(this.#app, this.#meeting, this.#kept?.record ?? null, { form, notes, identified, names });
    return tablesOf([record], identified ? 'identified' : 'de-identified');
  }
}

/** Reads every entry, so that what is made of the session itself is made anew with each of its changes. */
const readAll = (entries: Meeting): number => entryKinds.reduce((count, kind) => count + [...entries[kind].values()].length, 0);

/** Columns in which a leader wrote, in any table. */
const written: readonly string[] = ['text', 'what', 'owner', 'words', 'goal_words'];

/** What was written into the rows of a table, each text once. */
export const textsIn = (table: Table): string[] => {
  const at = table.columns.flatMap(({ name }, column) => (written.includes(name) ? [column] : []));
  const texts = table.rows.flatMap((row) => at.map((column) => row[column])).filter((cell): cell is string => typeof cell === 'string' && cell.trim() !== '');
  return once(texts);
};
const textsOf = (tables: readonly Table[]): string[] => tables.flatMap(textsIn);

/** What was written on the page. */
const pageTexts = (summary: Summary): string[] => [
  summary.standout, ...summary.strengths.map(({ text }) => text), ...summary.growth.map(({ text }) => text),
  ...summary.familyWords.map(({ text }) => text), ...summary.thread.map(({ words }) => words),
  ...summary.nextSteps.flatMap(({ what, owner }) => [what, owner]),
];

const suspectsIn = (texts: readonly string[]): readonly string[] =>
  once(texts.flatMap((text) => suspectSpans(text).map(({ from, to }) => text.slice(from, to))));

const once = (texts: readonly string[]): string[] => texts.filter((text, at) => texts.indexOf(text) === at);
