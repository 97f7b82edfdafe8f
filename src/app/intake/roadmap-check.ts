import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import type { App } from '../app.ts';
import type { ImportObstacle } from './obstacle.ts';
import { canonicalRoadmap } from './same-roadmap.ts';

interface Known {
  readonly roadmap: Roadmap;
  readonly text: string;
  readonly isStored: boolean;
}

const keyOf = ({ id, version }: Roadmap): string => `${id}\n${version}`;

/**
 * A roadmap version never changes. A record whose version says something else than the one
 * that is here, or that another record of the same choice brought, is refused: taking it
 * would change what other meetings ask. Each version is compared as text once.
 */
export class RoadmapCheck {
  readonly #app: App;
  readonly #texts = new WeakMap<Roadmap, string>();
  #known = new Map<string, Known>();

  constructor(app: App) {
    this.#app = app;
  }

  /** The obstacle; null when the record's roadmap is new, or says the same as the one known. */
  async obstacle({ roadmap, meeting }: Pick<MeetingRecord, 'roadmap' | 'meeting'>): Promise<ImportObstacle | null> {
    const { id, version } = roadmap;
    const differs: ImportObstacle = { type: 'RoadmapDiffers', id, version };
    const listed = (await this.#app.store.readMeeting(meeting))?.digest.roadmap;
    if (listed && (listed.id !== id || listed.version !== version)) return differs;
    const known = await this.#knownOf(roadmap);
    return known.roadmap !== roadmap && known.text !== this.#textOf(roadmap) ? differs : null;
  }

  /** What is known now; {@link goBackTo} forgets all that came after. */
  get mark(): ReadonlyMap<string, unknown> {
    return new Map(this.#known);
  }

  /** Forgets versions that a refused file has brought. */
  goBackTo(mark: ReadonlyMap<string, unknown>): void {
    this.#known = new Map([...this.#known].filter(([key]) => mark.has(key)));
  }

  /** Those of these roadmaps that are not stored yet, each version once. */
  missing(used: Iterable<Roadmap>): Roadmap[] {
    const wanted = new Set([...used].map(keyOf));
    return [...this.#known].filter(([key, { isStored }]) => !isStored && wanted.has(key)).map(([, { roadmap }]) => roadmap);
  }

  #textOf(roadmap: Roadmap): string {
    const text = this.#texts.get(roadmap) ?? canonicalRoadmap(roadmap);
    this.#texts.set(roadmap, text);
    return text;
  }

  async #knownOf(brought: Roadmap): Promise<Known> {
    const key = keyOf(brought);
    const known = this.#known.get(key) ?? await this.#lookUp(brought);
    this.#known.set(key, known);
    return known;
  }

  async #lookUp(brought: Roadmap): Promise<Known> {
    const stored = await this.#app.store.readRoadmap(brought.id, brought.version);
    if (stored.ok && stored.value) return { roadmap: stored.value, text: this.#textOf(stored.value), isStored: true };
    const shipped = defaultRoadmap();
    const roadmap = shipped.id === brought.id && shipped.version === brought.version ? shipped : brought;
    return { roadmap, text: this.#textOf(roadmap), isStored: false };
  }
}
