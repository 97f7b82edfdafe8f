/** What the leader has chosen to hand over, and the page that follows from it. */
import { exportRecord, type ExportedFile, type ExportObstacle } from '#app/export/export-record.ts';
import { exportTables } from '#app/export/export-tables.ts';
import { logPrint } from '#app/export/log.ts';
import { readRevision, readRevisions, type KeptRevision } from '#app/export/revisions.ts';
import { saveFile } from '#app/export/save-file.ts';
import type { App } from '#app/app.ts';
import { suspectSpans } from '#domain/meeting/names-guard.ts';
import { deviceOnlyCount } from '#domain/meeting/note.ts';
import { conditionsOf } from '#domain/meeting/plan.ts';
import { defaultSummaryOptions, summaryOf, type Summary, type SummarySection } from '#domain/record/summary.ts';
import type { Result } from '#domain/result.ts';
import { askedPhases } from '#domain/roadmap/asked-items.ts';
import type { OpenMeeting } from '#ui/state/open-meeting.svelte.ts';

/** What may still be asked for before something leaves. */
type Asked = 'nothing' | 'reason';

export class SummaryView {
  readonly #app: App;
  readonly #meeting: OpenMeeting;
  #sections = $state({ ...defaultSummaryOptions.sections });
  #identified = $state(false);
  #kept = $state.raw<KeptRevision | null>(null);
  #revisions = $state.raw<readonly number[]>([]);
  #obstacle = $state.raw<ExportObstacle | null>(null);
  #saved = $state.raw<string | null>(null);
  #asked = $state.raw<Asked>('nothing');
  reason = $state('');
  pages = $state(1);

  /** The page, as it will leave. */
  readonly summary: Summary = $derived(this.#summaryNow());
  /** Words of the page that look like a name, a birth date or an id number. */
  readonly suspects: readonly string[] = $derived(suspectsOf(this.summary));
  readonly staysHere: number = $derived.by(() => deviceOnlyCount(this.#meeting.entries));

  constructor(app: App, meeting: OpenMeeting) {
    this.#app = app;
    this.#meeting = meeting;
  }

  get identified(): boolean {
    return this.#identified;
  }
  get obstacle(): ExportObstacle | null {
    return this.#obstacle;
  }
  /** Name of the file that was handed to the browser last. */
  get saved(): string | null {
    return this.#saved;
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
  get asksReason(): boolean {
    return this.#identified || this.#asked === 'reason';
  }
  get wantsReason(): boolean {
    return this.#obstacle?.type === 'ReasonMissing';
  }

  has(section: SummarySection): boolean {
    return this.#sections[section];
  }

  include(sections: readonly SummarySection[], wanted: boolean): void {
    for (const section of sections) this.#sections[section] = wanted;
  }

  identify(wanted: boolean): void {
    this.#identified = wanted;
    this.#obstacle = null;
    this.#asked = 'nothing';
  }

  async loadRevisions(): Promise<void> {
    this.#revisions = await readRevisions(this.#app, this.#meeting.id);
  }

  async showRevision(revision: number | null): Promise<void> {
    this.#obstacle = null;
    if (revision === null) {
      this.#kept = null;
      return;
    }
    const kept = await readRevision(this.#app, this.#meeting.id, revision);
    if (kept.ok) this.#kept = kept.value;
    else this.#obstacle = kept.error;
  }

  /** Notes the print in the log, then opens the browser's own print. */
  print(): void {
    const logged = logPrint(this.#app, this.#meeting.session.replica, { identified: this.#identified, reason: this.reason });
    this.#tell(logged.ok ? null : logged.error);
    if (logged.ok) window.print();
  }

  async saveRecord(): Promise<void> {
    this.#asked = 'reason';
    const revision = this.#kept?.revision;
    this.#hand(await exportRecord(this.#app, this.#meeting, { reason: this.reason, revision }));
  }

  async saveTables(): Promise<void> {
    const revision = this.#kept?.revision;
    this.#hand(await exportTables(this.#app, this.#meeting, { identified: this.#identified, reason: this.reason, revision }));
  }

  #hand(file: Result<ExportedFile, ExportObstacle>): void {
    this.#tell(file.ok ? null : file.error);
    if (!file.ok) return;
    saveFile(file.value);
    this.#saved = file.value.name;
  }

  #tell(obstacle: ExportObstacle | null): void {
    this.#obstacle = obstacle;
    this.#saved = null;
  }

  #summaryNow(): Summary {
    const kept = this.#kept;
    const options = { sections: { ...this.#sections }, identified: this.#identified };
    const meeting = kept?.meeting ?? this.#meeting.entries;
    const roadmap = kept?.record.roadmap ?? this.#meeting.roadmap;
    const phases = kept ? askedPhases(roadmap, conditionsOf(meeting)) : this.#meeting.phases;
    return summaryOf(meeting, { meetingId: this.#meeting.id, roadmap, phases, nowMs: this.#meeting.nowMs() }, options);
  }
}

function suspectsOf(summary: Summary): readonly string[] {
  const texts = [
    summary.standout, ...summary.strengths.map(({ text }) => text), ...summary.growth.map(({ text }) => text),
    ...summary.familyWords.map(({ text }) => text), ...summary.thread.map(({ words }) => words),
    ...summary.nextSteps.flatMap(({ what, owner }) => [what, owner]),
  ];
  const found = texts.flatMap((text) => suspectSpans(text).map(({ from, to }) => text.slice(from, to)));
  return [...new Set(found)];
}
