/** Records go out, by a member's sequence. */
import { envelopeKinds, type EnvelopeKind } from '#wire/envelope.ts';
import type { CompareAnswer } from '#wire/answers.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { z } from '#domain/zod.ts';
import type { Database, Reader } from './database.ts';

/** Whose records, from where on, how many. Drafts are for the member's own devices. */
export interface PullQuery {
  readonly memberId: string;
  readonly after: number;
  readonly most: number;
  readonly withDrafts: boolean;
}

export interface PulledPage {
  readonly envelopes: readonly Uint8Array[];
  /** The cursor after this page. */
  readonly next: number;
  readonly more: boolean;
}

export interface PullStore {
  /**
   * A page of at most `mostBytes`, but at least one record. `not-found` when there is no such
   * member; `resync` when the cursor is beyond what was ever given, as after a restore.
   */
  pull(query: PullQuery, mostBytes: number): Promise<Result<PulledPage, 'not-found' | 'resync'>>;
  /** What is there, without the bytes. `not-found` as above. */
  compare(query: PullQuery): Promise<Result<CompareAnswer, 'not-found'>>;
}

export const pullStore = (database: Database): PullStore => ({
  pull: (query, mostBytes) => database.read((db) => pull(db, query, mostBytes)),
  compare: (query) => database.read((db) => compare(db, query)),
});

const kindSchema = z.enum(envelopeKinds);

/** Sizes first, then bytes: a page of large records is never held whole before it is cut. */
async function pull(db: Reader, query: PullQuery, mostBytes: number): Promise<Result<PulledPage, 'not-found' | 'resync'>> {
  const head = await headOf(db, query.memberId);
  if (head === null) return err('not-found');
  if (query.after > head) return err('resync');
  const rows = await db.selectFrom('records').select(['seq', 'size']).where('member_id', '=', query.memberId).where('seq', '>', query.after)
    .where('kind', 'in', kindsFor(query)).orderBy('seq').limit(query.most + 1).execute();
  let bytes = 0;
  const fit = rows.slice(0, query.most).findIndex(({ size }, at) => (bytes += size + 4) > mostBytes && at > 0);
  const page = rows.slice(0, fit < 0 ? query.most : fit);
  const next = page.at(-1)?.seq ?? query.after;
  // A row that was replaced in the meantime has a higher number now, and comes later.
  const found = page.length === 0 ? [] : await db.selectFrom('records').select(['envelope']).where('member_id', '=', query.memberId)
    .where('seq', '>', query.after).where('seq', '<=', next).where('kind', 'in', kindsFor(query)).orderBy('seq').execute();
  return ok({ envelopes: found.map(({ envelope }) => envelope), next, more: rows.length > page.length });
}

async function compare(db: Reader, query: PullQuery): Promise<Result<CompareAnswer, 'not-found'>> {
  const head = await headOf(db, query.memberId);
  if (head === null) return err('not-found');
  const mine = db.selectFrom('records').where('member_id', '=', query.memberId).where('kind', 'in', kindsFor(query));
  const { count } = await mine.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const rows = await mine.select(['record_id', 'device_id', 'kind', 'revision', 'sha256', 'seq']).where('seq', '>', query.after).orderBy('seq').limit(query.most + 1).execute();
  const page = rows.slice(0, query.most);
  return ok({
    count,
    seq: head,
    rows: page.map((row): CompareAnswer['rows'][number] => [row.record_id, row.device_id, kindSchema.parse(row.kind), row.revision, row.sha256]),
    next: rows.length > page.length ? (page.at(-1)?.seq ?? null) : null,
  });
}

const kindsFor = ({ withDrafts }: PullQuery): readonly EnvelopeKind[] => envelopeKinds.filter((kind) => withDrafts || kind !== 'draft');

async function headOf(db: Reader, memberId: string): Promise<number | null> {
  const row = await db.selectFrom('members').select('seq').where('id', '=', memberId).executeTakeFirst();
  return row?.seq ?? null;
}
