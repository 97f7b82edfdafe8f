/**
 * What a pulled record does here. Records of this member become part of the journals, entry by
 * entry, the later stamp standing, as an imported file does; others' stay replicas. Nothing of
 * what is here is deleted; what was removed here is not brought back.
 */
import type { Change } from '#domain/change.ts';
import { digestOf } from '#domain/digest-of.ts';
import type { ActId } from '#domain/ids.ts';
import { meetingOf, replicaOf, wins } from '#domain/merge.ts';
import { changesOfRecord } from '#domain/record/finish.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { wholeRecord, type SentRecord } from '#domain/sync/sent-record.ts';
import type { Unreadable } from './obstacle.ts';
import type { Batch, Listed, SyncPorts } from './ports.ts';
import { roadmapHash } from './roadmaps.ts';

/** Journals of the meetings that one page is about, with what the page adds: a meeting may come twice. */
export class TakingIn {
  readonly #ports: Pick<SyncPorts, 'storage' | 'newId'>;
  readonly #journals = new Map<string, Change[]>();
  readonly #kept = new Map<string, Set<number>>();

  constructor(ports: Pick<SyncPorts, 'storage' | 'newId'>) {
    this.#ports = ports;
  }

  /** The rows by which a record of this member comes in; null when all of it is here; the reason when it cannot. */
  async rowsOf(sent: SentRecord, kind: 'record' | 'draft', roadmap: Roadmap): Promise<Batch | Unreadable['because'] | null> {
    const { storage } = this.#ports;
    const record = wholeRecord(sent, roadmap);
    const id = record.meeting;
    const journal = this.#journals.get(id) ?? [...(await storage.readJournal(id)).changes];
    this.#journals.set(id, journal);
    const used = await storage.readRoadmap(roadmap.id, roadmap.version);
    const here = used.ok ? used.value : null;
    if (here && roadmapHash(here) !== roadmapHash(roadmap)) return 'roadmap-differs';
    const replica = replicaOf(journal);
    const changes = changesOfRecord(record, this.#ports.newId() as ActId).filter((change) => wins(change, replica.get(change.entry)));
    if (hasTakenStamp(journal, changes)) return 'stamp';
    const isKept = kind === 'draft' || (await this.#isKept(id, record.revision));
    if (changes.length === 0 && isKept) return null;
    journal.push(...changes);
    return {
      changes,
      ...(changes.length > 0 ? { listed: listedOf(id, journal, roadmap) } : {}),
      ...(isKept ? {} : { record }),
      ...(here ? {} : { roadmap }),
    };
  }

  async #isKept(id: Listed['id'], revision: number): Promise<boolean> {
    const kept = this.#kept.get(id) ?? new Set(await this.#ports.storage.readRevisions(id));
    this.#kept.set(id, kept);
    if (kept.has(revision)) return true;
    kept.add(revision);
    return false;
  }
}

function listedOf(id: Listed['id'], journal: readonly Change[], roadmap: Roadmap): Listed {
  const digest = digestOf(meetingOf(replicaOf(journal)), roadmap);
  return { id, open: digest.state !== 'finished', digest };
}

/** A stamp stands for one change; of two, the later written would take the other's place. */
function hasTakenStamp(journal: readonly Change[], changes: readonly Change[]): boolean {
  const known = new Map(journal.map((change) => [change.stamp, change]));
  return changes.some((change) => {
    const there = known.get(change.stamp);
    return there !== undefined && there.entry !== change.entry;
  });
}
