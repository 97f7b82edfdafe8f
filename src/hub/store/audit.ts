/** Who came in, pushed, pulled, was revoked. Rows are only ever added. */
import { randomUUID } from 'node:crypto';
import type { AuditAnswer } from '#wire/answers.ts';
import type { Database, Transact } from './database.ts';

/** What happened, in words that `npm run hub audit` prints. */
export type AuditWhat =
  | 'founded' | 'invited' | 'invitation withdrawn' | 'joined' | 'countersigned' | 'certificate renewed' | 'member revoked' | 'device revoked'
  | 'paired' | 'statement renewed' | 'granted' | 'keyring stored' | 'published' | 'pushed' | 'pulled' | 'owner link renewed' | 'restored';

export interface AuditLine {
  readonly what: AuditWhat;
  readonly atMs: number;
  readonly memberId?: string | undefined;
  readonly deviceId?: string | undefined;
  /** Whom or what it was done to: an id, or the range of a pull. */
  readonly about?: string | undefined;
  readonly count?: number | undefined;
}

export interface AuditStore {
  /** Adds a line of its own; writing verbs add theirs within their transaction. */
  audit(line: AuditLine): Promise<void>;
  /** A page of lines, oldest first, after the place that the page before gave as `next`. */
  auditPage(after: string | null, most: number): Promise<AuditAnswer>;
}

/** Adds a line within a transaction. */
export async function note(tx: Transact, { what, atMs, memberId, deviceId, about, count }: AuditLine): Promise<void> {
  const row = { id: randomUUID(), at_ms: atMs, what, member_id: memberId ?? null, device_id: deviceId ?? null, about: about ?? null, amount: count ?? null };
  await tx.insertInto('audit').values(row).execute();
}

export const auditStore = (database: Database): AuditStore => ({
  audit: (line) => database.write((tx) => note(tx, line)),
  auditPage: async (after, most) => {
    const [atMs, id] = placeOf(after);
    const rows = await database.read((db) => db.selectFrom('audit').selectAll()
      .where((eb) => eb.or([eb('at_ms', '>', atMs), eb.and([eb('at_ms', '=', atMs), eb('id', '>', id)])]))
      .orderBy('at_ms').orderBy('id').limit(most).execute());
    const entries = rows.map((row) => ({
      id: row.id, atMs: row.at_ms, what: row.what, memberId: row.member_id, deviceId: row.device_id, about: row.about, count: row.amount,
    }));
    const last = rows.at(-1);
    return { entries, next: rows.length === most && last ? `${String(last.at_ms)}.${last.id}` : null };
  },
});

function placeOf(after: string | null): readonly [atMs: number, id: string] {
  const [, atMs, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(after ?? '') ?? [];
  return [atMs === undefined ? -1 : Number(atMs), id ?? ''];
}
