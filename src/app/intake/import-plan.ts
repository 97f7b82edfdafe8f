/**
 * How records of several files stand to what is here and to each other, and the rows that
 * bring in what is new. Each file counts whole: when one of its records is refused, nothing
 * of that file is in the plan, and the others stay.
 */
import type { Change } from '#domain/change.ts';
import { digestOf } from '#domain/digest-of.ts';
import type { ActId, MeetingId } from '#domain/ids.ts';
import { meetingOf, replicaOf, wins } from '#domain/merge.ts';
import { changesOfRecord } from '#domain/record/finish.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import { recordsLimit } from '#intake/limits.ts';
import type { Everything } from '#data/everything.ts';
import type { ListedMeeting } from '#data/store.ts';
import type { App } from '../app.ts';
import type { ImportObstacle } from './obstacle.ts';
import { RoadmapCheck } from './roadmap-check.ts';
import { takenStamp } from './taken-stamp.ts';

/** How the entries of a record stand to those that are here. */
export interface EntryCounts {
  /** Of an entry that is not here at all. */
  readonly fresh: number;
  /** Later than what is here, which they will replace. */
  readonly later: number;
  /** The same change is here. */
  readonly here: number;
  /** What is here is later and stays. */
  readonly earlier: number;
}

/** Not on this device at all; adds to what is; all of it is here; the same record came before in this choice. */
export type Standing = 'new' | 'adds' | 'here' | 'twice';

export interface PlannedRecord {
  readonly record: MeetingRecord;
  readonly standing: Standing;
  readonly entries: EntryCounts;
}

/** A meeting's journal: what is here, and what files before this record bring. */
interface Staged {
  readonly here: readonly Change[];
  readonly brought: readonly Change[];
  readonly records: readonly MeetingRecord[];
  readonly roadmap: MeetingRecord['roadmap'];
}

export class ImportPlan {
  readonly #app: App;
  readonly #roadmaps: RoadmapCheck;
  #staged: ReadonlyMap<MeetingId, Staged> = new Map();
  #count = 0;

  constructor(app: App) {
    this.#app = app;
    this.#roadmaps = new RoadmapCheck(app);
  }

  /** Takes the records of one file into the plan, all or none. */
  async take(records: readonly MeetingRecord[], signal?: AbortSignal): Promise<readonly PlannedRecord[] | ImportObstacle> {
    const roadmaps = this.#roadmaps.mark;
    const planned = await this.#planned(records, signal);
    if ('type' in planned) this.#roadmaps.goBackTo(roadmaps);
    return planned;
  }

  async #planned(records: readonly MeetingRecord[], signal: AbortSignal | undefined): Promise<readonly PlannedRecord[] | ImportObstacle> {
    if (this.#count + records.length > recordsLimit) return { type: 'TooManyRecords', limit: recordsLimit };
    const staged = new Map(this.#staged);
    const planned: PlannedRecord[] = [];
    for (const record of records) {
      signal?.throwIfAborted();
      const obstacle = await this.#roadmaps.obstacle(record);
      if (obstacle) return obstacle;
      const known = staged.get(record.meeting) ?? await this.#journalOf(record);
      const journal = [...known.here, ...known.brought];
      const taken = takenStamp(record, journal);
      if (taken) return taken;
      const replica = replicaOf(journal);
      const incoming = changesOfRecord(record, this.#app.newId() as ActId);
      const fresh = incoming.filter((change) => wins(change, replica.get(change.entry)));
      const isKept = known.records.some(({ revision }) => revision === record.revision) || await this.#isKept(record);
      const isFirst = !staged.has(record.meeting);
      const next = { ...known, brought: [...known.brought, ...fresh], records: isKept ? known.records : [...known.records, record] };
      staged.set(record.meeting, next);
      const adds = fresh.length > 0 || !isKept;
      const standing = !adds ? (isFirst ? 'here' : 'twice') : journal.length === 0 ? 'new' : 'adds';
      planned.push({ record, standing, entries: countsOf(incoming, replica) });
    }
    this.#staged = staged;
    this.#count += records.length;
    return planned;
  }

  /** How many meetings it would change. */
  get meetings(): number {
    return [...this.#changed()].length;
  }

  /** The rows that bring in all of it. */
  rows(): Partial<Everything> {
    const changed = [...this.#changed()];
    return {
      changes: changed.flatMap(([, { brought }]) => brought),
      records: changed.flatMap(([, { records }]) => records),
      meetings: changed.map(([meeting, staged]) => listedOf(meeting, staged)),
      roadmaps: this.#roadmaps.missing(changed.map(([, { roadmap }]) => roadmap)),
    };
  }

  *#changed(): Generator<readonly [MeetingId, Staged]> {
    for (const entry of this.#staged) if (entry[1].brought.length + entry[1].records.length > 0) yield entry;
  }

  async #journalOf({ meeting, roadmap }: MeetingRecord): Promise<Staged> {
    const { changes } = await this.#app.store.readJournal(meeting);
    return { here: changes, brought: [], records: [], roadmap };
  }

  /** Another device's revision of the same number does not displace the one that was made here. */
  async #isKept({ meeting, revision }: MeetingRecord): Promise<boolean> {
    const kept = await this.#app.store.readRecord(meeting, revision);
    return !kept.ok || kept.value !== null;
  }
}

function countsOf(incoming: readonly Change[], replica: ReadonlyMap<string, Change>): EntryCounts {
  const counts = { fresh: 0, later: 0, here: 0, earlier: 0 };
  for (const { entry, stamp } of incoming) {
    const current = replica.get(entry)?.stamp;
    if (current === undefined) counts.fresh += 1;
    else if (current === stamp) counts.here += 1;
    else if (current < stamp) counts.later += 1;
    else counts.earlier += 1;
  }
  return counts;
}

function listedOf(meeting: MeetingId, { here, brought, roadmap }: Staged): ListedMeeting {
  const digest = digestOf(meetingOf(replicaOf([...here, ...brought])), roadmap);
  return { id: meeting, open: digest.state !== 'finished', digest };
}
