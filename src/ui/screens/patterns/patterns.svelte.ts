/** The patterns screen: what was asked, what came, and the figure whose marks are open. */
import type { App } from '#app/app.ts';
import type { DeskProgress, PatternDesk } from '#app/patterns/desk.ts';
import { followPattern } from '#app/patterns/follow-pattern.ts';
import { noFilter, type Filter } from '#domain/patterns/filter.ts';
import type { MeetingName, PatternLook, TracedFigure } from '#domain/patterns/look.ts';
import type { Finding } from '#domain/patterns/rule.ts';
import type { Figure } from '#domain/patterns/trace.ts';
import { storedRoadmaps } from '#app/roadmap/list.ts';
import { parseMeetingId } from '#domain/ids.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { dayOf } from '#ui/words/dates.ts';
import { labelsOf } from '#ui/words/finding-words.ts';
import { shownLook } from './shown-look.ts';

/** A figure that was tapped: in which part of the screen, what it says, and what stands behind it. */
export interface OpenFigure {
  readonly part: string;
  readonly title: string;
  readonly traced: TracedFigure | null;
}

export class PatternsView {
  readonly #app: App;
  readonly #desk: PatternDesk;
  readonly today: string;
  #filter = $state.raw<Filter>(noFilter);
  #look = $state.raw<PatternLook | null>(null);
  #figure = $state.raw<OpenFigure | null>(null);
  #progress = $state.raw<DeskProgress | null>(null);
  /** Claims that became a next step, by their words: what to say of it. */
  #followed = $state.raw<Readonly<Record<string, string>>>({});
  #roadmaps = $state.raw<readonly Roadmap[]>([]);
  #asked = 0;

  /** The look with the words of the screens, for those and the report; null until it has come. Tables are made from the other one. */
  readonly shown: PatternLook | null = $derived(this.#look && shownLook(this.#look, this.#roadmaps));
  readonly labels = $derived(labelsOf(this.shown?.items ?? []));

  constructor(app: App, desk: PatternDesk) {
    this.#app = app;
    this.#desk = desk;
    this.today = dayOf(app.nowMs());
  }

  get filter(): Filter { return this.#filter; }
  /** Null until the first look has come. */
  get look(): PatternLook | null { return this.#look; }
  get figure(): OpenFigure | null { return this.#figure; }
  get progress(): DeskProgress | null { return this.#progress; }

  /** Begins to ask and to listen; returns the way to stop. */
  watch(): () => void {
    const stops = [
      this.#desk.onChanged(() => { void this.#ask(); }), // tells by `look`
      this.#desk.onProgress((progress) => { this.#progress = progress; }),
    ];
    void storedRoadmaps(this.#app).then((roadmaps) => { this.#roadmaps = roadmaps; });
    void this.#ask(); // tells by `look`
    return () => {
      for (const stop of stops) stop();
      this.#desk.close();
    };
  }

  choose(part: Partial<Filter>): void {
    this.#filter = { ...this.#filter, ...part };
    this.#figure = null;
    void this.#ask(); // tells by `look`
  }

  nameOf(meeting: string): MeetingName {
    return this.#figure?.traced?.names[meeting] ?? this.#look?.names[meeting] ?? { code: '', type: '', day: null, own: false };
  }

  /** Opens what stands behind a figure; the same figure a second time closes it. */
  async trace(part: string, title: string, figure: Figure): Promise<void> {
    if (this.#closes(part, title)) return;
    const opened: OpenFigure = { part, title, traced: null };
    this.#figure = opened;
    const traced = await this.#desk.trace(this.#filter, figure, this.today);
    if (this.#figure === opened) this.#figure = { ...opened, traced: { ...traced, labels: { ...traced.labels, ...Object.fromEntries(this.labels) } } };
  }

  /** Opens the meetings of a finding, which came with it. */
  showStrip(part: string, title: string, { strip }: Finding): void {
    if (this.#closes(part, title)) return;
    const lines = strip.map(({ meeting, day, because }) => ({ meeting, day, owner: '', because })).reverse();
    this.#figure = { part, title, traced: { total: lines.length, lines, names: this.#look?.names ?? {}, labels: Object.fromEntries(this.labels) } };
  }

  closeFigure(): void {
    this.#figure = null;
  }

  followedWords(claim: string): string {
    return this.#followed[claim] ?? '';
  }

  /** Makes a finding a next step of the latest own meeting behind it. */
  async follow(claim: string, finding: Finding, words: (meeting: MeetingName | null) => string): Promise<void> {
    const meeting = finding.strip.toReversed().find(({ meeting: id }) => this.#look?.names[id]?.own === true)?.meeting;
    const id = meeting === undefined ? null : parseMeetingId(meeting);
    const made = id !== null && (await followPattern(this.#app, id, claim)).ok;
    this.#followed = { ...this.#followed, [claim]: words(made && meeting !== undefined ? this.nameOf(meeting) : null) };
  }

  #closes(part: string, title: string): boolean {
    if (this.#figure?.part !== part || this.#figure.title !== title) return false;
    this.#figure = null;
    return true;
  }

  async #ask(): Promise<void> {
    const asked = (this.#asked += 1);
    const look = await this.#desk.look(this.#filter, this.today);
    if (look && asked === this.#asked) this.#look = look;
  }
}
