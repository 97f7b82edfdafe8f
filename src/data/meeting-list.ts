/**
 * The list of meetings, opened. Digests of open meetings are derived from their journals,
 * so that they are right even when the tab ended before it wrote one. What was opened once
 * is kept until its row changes (a sealing is told by its nonce).
 */
import type { Change } from '#domain/change.ts';
import { digestOf } from '#domain/digest-of.ts';
import type { Digest } from '#domain/digest.ts';
import { parseMeetingId, type MeetingId } from '#domain/ids.ts';
import { meetingOf, replicaOf } from '#domain/merge.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import type { Stamp } from '#domain/stamp.ts';
import { sealingOf } from '#seal/row.ts';
import type { Database, MeetingRow } from './database.ts';
import type { Guard } from './guard.ts';
import type { HeldKey } from './held-key.ts';
import type { DamagedRow, ListedMeeting, Listing } from './store.ts';
import { journalStamps, openChange, rowsOfStamps } from './tables/changes.ts';
import { listedRow, listedRows, openListed } from './tables/meetings.ts';
import { openRoadmap, roadmapKey, roadmapRow } from './tables/roadmaps.ts';

/** What a look into the database gives: rows of the list, and what the open ones' journals hold. */
export interface Sighting {
  readonly rows: readonly MeetingRow[];
  readonly stamps: ReadonlyMap<string, readonly Stamp[]>;
}

/** Looks up the list; Dexie only, so that a liveQuery can watch all of it. */
export async function sightMeetings(db: Database): Promise<Sighting> {
  return sightRows(db, await listedRows(db));
}

/** Looks up one meeting. */
export async function sightMeeting(db: Database, meeting: MeetingId): Promise<Sighting> {
  const row = await listedRow(db, meeting);
  return sightRows(db, row ? [row] : []);
}

async function sightRows(db: Database, rows: readonly MeetingRow[]): Promise<Sighting> {
  const stamps = new Map<string, readonly Stamp[]>();
  for (const row of rows) {
    const id = row.open === 1 ? parseMeetingId(row.id) : null;
    if (id) stamps.set(id, await journalStamps(db, id));
  }
  return { rows, stamps };
}

interface Kept<T> {
  readonly sealing: string | null;
  readonly opened: T;
}

interface KeptJournal {
  readonly changes: Map<Stamp, Change>;
  readonly damaged: Map<Stamp, DamagedRow>;
  digest: Digest | null;
}

export class MeetingList {
  readonly #guard: Guard;
  readonly #held: HeldKey;
  readonly #rows = new Map<string, Kept<Awaited<ReturnType<typeof openListed>>>>();
  readonly #journals = new Map<string, KeptJournal>();
  readonly #roadmaps = new Map<string, Roadmap>();

  constructor(guard: Guard, held: HeldKey) {
    this.#guard = guard;
    this.#held = held;
  }

  /** Lets go of everything that was opened. */
  clear(): void {
    this.#rows.clear();
    this.#journals.clear();
    this.#roadmaps.clear();
  }

  /** Opens the whole list, and forgets what is no longer on it. Reports as {@link open} does. */
  openWhole(sighting: Sighting): Promise<Listing> {
    this.#forget(sighting);
    return this.open(sighting);
  }

  /** Opens what was seen. A damaged row is reported and left out; a damaged change is reported. */
  async open(sighting: Sighting): Promise<Listing> {
    const meetings: ListedMeeting[] = [];
    const damaged: DamagedRow[] = [];
    for (const listed of await Promise.all(sighting.rows.map((row) => this.#openRow(row)))) {
      if (!listed.ok) {
        damaged.push(listed.error);
        continue;
      }
      const meeting = listed.value;
      const stamps = sighting.stamps.get(meeting.id) ?? [];
      if (!meeting.open || stamps.length === 0) {
        meetings.push(meeting);
        continue;
      }
      const journal = await this.#journalOf(meeting.id, stamps);
      damaged.push(...journal.damaged.values());
      journal.digest ??= await this.#digestFrom(journal, meeting.digest);
      meetings.push({ ...meeting, digest: journal.digest });
    }
    return { meetings, damaged };
  }

  async #openRow(row: MeetingRow): ReturnType<typeof openListed> {
    const kept = this.#rows.get(row.id);
    const sealing = `${String(row.open)}${sealingOf(row.sealed) ?? ''}`;
    if (kept?.sealing === sealing) return kept.opened;
    const opened = await openListed(this.#held.key, row);
    // A damaged row may have been put right in place, with the same nonce.
    if (opened.ok) this.#rows.set(row.id, { sealing, opened });
    return opened;
  }

  async #journalOf(meeting: MeetingId, stamps: readonly Stamp[]): Promise<KeptJournal> {
    const journal = this.#journals.get(meeting) ?? { changes: new Map(), damaged: new Map(), digest: null };
    this.#journals.set(meeting, journal);
    const missing = stamps.filter((stamp) => !journal.changes.has(stamp) && !journal.damaged.has(stamp));
    if (missing.length === 0) return journal;
    const rows = await this.#guard.read((db) => rowsOfStamps(db, meeting, missing));
    const opened = await Promise.all(rows.map(async (row) => ({ row, change: await openChange(this.#held.key, row) })));
    for (const { row, change } of opened) {
      if (change.ok) journal.changes.set(change.value.stamp, change.value);
      else journal.damaged.set(row.stamp as Stamp, change.error); // A key of this table; see journalStamps.
    }
    journal.digest = null;
    return journal;
  }

  /** The row's own digest stands in where the journal or its roadmap does not open. */
  async #digestFrom(journal: KeptJournal, fallback: Digest): Promise<Digest> {
    const roadmap = await this.#roadmap(fallback.roadmap);
    if (!roadmap || journal.changes.size === 0) return fallback;
    return digestOf(meetingOf(replicaOf(journal.changes.values())), roadmap);
  }

  async #roadmap({ id, version }: Digest['roadmap']): Promise<Roadmap | null> {
    const key = await roadmapKey(id, version);
    const kept = this.#roadmaps.get(key);
    if (kept) return kept;
    const row = await this.#guard.read((db) => roadmapRow(db, key));
    const roadmap = row ? await openRoadmap(this.#held.key, row) : null;
    if (!roadmap?.ok) return null;
    this.#roadmaps.set(key, roadmap.value);
    return roadmap.value;
  }

  #forget({ rows, stamps }: Sighting): void {
    const there = new Set(rows.map(({ id }) => id));
    for (const id of this.#rows.keys()) if (!there.has(id)) this.#rows.delete(id);
    for (const [id, journal] of this.#journals) {
      const shrunk = (stamps.get(id)?.length ?? 0) < journal.changes.size + journal.damaged.size;
      if (shrunk) this.#journals.delete(id);
    }
  }
}
