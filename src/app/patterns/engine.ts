/**
 * Keeps one derived row for each finished meeting and answers what the patterns screen asks.
 * Runs in a worker; where none starts, in the page. Rows are computed once and again only
 * when a meeting is finished anew, or a replica of it comes from the hub.
 */
import type { DerivedKeys, DerivedReader } from '#data/derived-reader.ts';
import { derivedOf, derivedVersion, type DerivedMeeting, type OwnedRecord } from '#domain/patterns/derived.ts';
import type { Filter } from '#domain/patterns/filter.ts';
import { lookAt, traceFigure, type PatternLook, type TracedFigure } from '#domain/patterns/look.ts';
import { patternSetOf, type PatternSet } from '#domain/patterns/pattern-set.ts';
import { factsOf, roadmapKey, type RoadmapFacts } from '#domain/patterns/roadmap-facts.ts';
import type { Figure } from '#domain/patterns/trace.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { wholeRecord } from '#domain/sync/sent-record.ts';
import type { DeskProgress } from './desk.ts';

/** As many looks are kept as a sentence of filters is turned back and forth. */
const mostLooks = 12;
/** As many are computed before they are written: a stop in between loses little. */
const batch = 40;

export class PatternEngine {
  readonly #reader: DerivedReader;
  readonly #tell: (progress: DeskProgress | null) => void;
  readonly #rows = new Map<string, DerivedMeeting>();
  readonly #facts = new Map<string, RoadmapFacts>();
  readonly #roadmaps = new Map<string, Roadmap>();
  #set: PatternSet | null = null;
  /** Looks at the present set, by what was asked: going back to all meetings is asked for often. */
  #looks: { readonly of: PatternSet; readonly taken: Map<string, PatternLook> } | null = null;
  #ready: Promise<void> | null = null;
  #isRead = false;

  constructor(reader: DerivedReader, tell: (progress: DeskProgress | null) => void) {
    this.#reader = reader;
    this.#tell = tell;
  }

  /** All that is shown of the chosen meetings. The first call reads what is new. */
  async look(filter: Filter, today: string): Promise<PatternLook> {
    const set = await this.#current();
    if (this.#looks?.of !== set) this.#looks = { of: set, taken: new Map() };
    const { taken } = this.#looks;
    const asked = JSON.stringify([filter, today]);
    const look = taken.get(asked) ?? lookAt(set, filter, today);
    if (taken.size < mostLooks) taken.set(asked, look);
    return look;
  }

  /** The marks or meetings behind a figure. */
  async trace(filter: Filter, figure: Figure, today: string): Promise<TracedFigure> {
    return traceFigure(await this.#current(), filter, figure, today);
  }

  /** Takes in what has changed; true when a look is worth taking again. Calls one after the other. */
  async refresh(): Promise<boolean> {
    const before = this.#set;
    await this.#ready;
    this.#ready = this.#bringUpToDate();
    await this.#ready;
    return before !== this.#set;
  }

  async #current(): Promise<PatternSet> {
    this.#ready ??= this.#bringUpToDate();
    await this.#ready;
    return (this.#set ??= patternSetOf(this.#rows.values(), this.#facts.values()));
  }

  async #bringUpToDate(): Promise<void> {
    const keys = await this.#reader.keys();
    if (!this.#isRead) await this.#readRows();
    this.#isRead = true;
    const wanted = new Set([...keys.revisions.keys(), ...keys.replicas.keys()]);
    const gone = [...new Set([...keys.derived, ...this.#rows.keys()])].filter((id) => !wanted.has(id));
    for (const id of gone) if (this.#rows.delete(id)) this.#set = null;
    if (gone.some((id) => keys.derived.has(id))) await this.#reader.drop(gone);
    await this.#compute([...wanted].filter((id) => this.#isStale(id, keys)), keys);
  }

  async #readRows(): Promise<void> {
    for (const [id, value] of await this.#reader.derived()) {
      // Rows of this device's own; those that an earlier version wrote are computed anew.
      if (isOfThisVersion(value)) this.#rows.set(id, value);
    }
    await this.#learnRoadmaps();
  }

  async #learnRoadmaps(): Promise<void> {
    if (this.#facts.size === 0) this.#learn(defaultRoadmap());
    for (const roadmap of await this.#reader.roadmaps()) this.#learn(roadmap);
  }

  #isStale(id: string, { revisions, derived }: DerivedKeys): boolean {
    const row = this.#rows.get(id);
    return !row || !derived.has(id) || (revisions.has(id) && row.owner === '' && row.revision !== revisions.get(id));
  }

  async #compute(ids: readonly string[], { replicas }: DerivedKeys): Promise<void> {
    if (ids.length === 0) return;
    await this.#learnRoadmaps();
    for (let from = 0; from < ids.length; from += batch) {
      if (ids.length > batch) this.#tell({ done: from, of: ids.length });
      const computed = await Promise.all(ids.slice(from, from + batch).map(async (id) => {
        const keys = replicas.get(id) ?? [];
        const sources = await this.#reader.sources(id, keys);
        return { sources, keys, value: this.#rowOf(sources) };
      }));
      await this.#reader.put(computed.filter(({ value }) => value !== null));
      for (const { sources: { id }, value } of computed) {
        if (value) this.#rows.set(id, value);
        else this.#rows.delete(id);
      }
      this.#set = null;
    }
    this.#tell(null);
  }

  /** The row of what this device and others hold of a meeting; null where nothing of it can be read. */
  #rowOf({ record, replicas }: Awaited<ReturnType<DerivedReader['sources']>>): DerivedMeeting | null {
    const owned: OwnedRecord[] = record ? [{ owner: '', record }] : [];
    if (record) this.#learn(record.roadmap);
    for (const { member, kind, content } of replicas) {
      const roadmap = content && this.#roadmaps.get(roadmapKey(content.roadmap));
      // A tombstone of any device of a member takes away what all of them held.
      if (kind === 'record' && content && roadmap && !replicas.some((other) => other.kind === 'tombstone' && other.member === member)) {
        owned.push({ owner: member, record: wholeRecord(content, roadmap) });
      }
    }
    return derivedOf(owned);
  }

  #learn(roadmap: Roadmap): void {
    const key = roadmapKey(roadmap);
    if (this.#facts.has(key)) return;
    this.#facts.set(key, factsOf(roadmap));
    this.#roadmaps.set(key, roadmap);
    this.#set = null;
  }
}

const isOfThisVersion = (value: unknown): value is DerivedMeeting =>
  typeof value === 'object' && value !== null && 'v' in value && value.v === derivedVersion;
