/** Roadmaps on their way: known by their hash, sealed once for each member, never when this app ships them. */
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { parseRoadmap } from '#domain/roadmap/parse-roadmap.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { canonicalJson } from '#wire/canonical-json.ts';
import { fromBase64Url } from '#wire/base64url.ts';
import { bytesToId } from '#wire/ids.ts';
import { sha256Of } from '#wire/statements.ts';
import { row } from './membership.ts';
import type { Batch, SyncPorts } from './ports.ts';

/** A roadmap as a sent record names it. */
export interface RoadmapName {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
}

const hashes = new WeakMap<Roadmap, string>();

/** SHA-256 of the canonical JSON, base64url. */
export function roadmapHash(roadmap: Roadmap): string {
  const known = hashes.get(roadmap);
  if (known !== undefined) return known;
  const hash = sha256Of(new TextEncoder().encode(canonicalJson(roadmap) ?? ''));
  hashes.set(roadmap, hash);
  return hash;
}

/** The id under which a roadmap is sealed: the first 16 bytes of its hash, as an id is written. */
export const roadmapRecordId = (sha256: string): string => bytesToId((fromBase64Url(sha256) ?? new Uint8Array(16)).slice(0, 16));

let shippedOnce: Roadmap | null = null;

/** The roadmap that this app ships; read once, since it is asked for with every record. */
const shipped = (): Roadmap => (shippedOnce ??= defaultRoadmap());

/** True for the roadmap that this app ships. */
export const isShipped = (sha256: string): boolean => sha256 === roadmapHash(shipped());

/** Finds roadmaps by their hash: shipped, pulled, or used here. One for a pass, so that each is read once. */
export class Roadmaps {
  readonly #storage: Pick<SyncPorts['storage'], 'readNamed' | 'readRoadmap'>;
  readonly #known = new Map<string, Roadmap>();

  constructor(storage: Pick<SyncPorts['storage'], 'readNamed' | 'readRoadmap'>) {
    this.#storage = storage;
    this.#known.set(roadmapHash(shipped()), shipped());
  }

  /** The roadmap of a record; null when it is not here. */
  async find({ id, version, sha256 }: RoadmapName): Promise<Roadmap | null> {
    const known = this.#known.get(sha256);
    if (known) return known;
    const used = await this.#storage.readRoadmap(id, version);
    const pulled = parseRoadmap(await this.#storage.readNamed('sync', `roadmap:${roadmapRecordId(sha256)}`));
    for (const roadmap of [used.ok ? used.value : null, pulled.ok ? pulled.value : null]) {
      if (roadmap && this.learn(roadmap) === sha256) return roadmap;
    }
    return null;
  }

  /** Remembers a roadmap; its hash. */
  learn(roadmap: Roadmap): string {
    const sha256 = roadmapHash(roadmap);
    this.#known.set(sha256, roadmap);
    return sha256;
  }

  /** The roadmap of an opened object and the row that keeps it; null when it is not the one of that id. */
  static read(recordId: string, content: unknown): { readonly roadmap: Roadmap; readonly batch: Batch } | null {
    const roadmap = parseRoadmap(content);
    if (!roadmap.ok || roadmapRecordId(roadmapHash(roadmap.value)) !== recordId) return null;
    return { roadmap: roadmap.value, batch: { sync: [row(`roadmap:${recordId}`, roadmap.value)] } };
  }
}
