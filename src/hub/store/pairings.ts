/** A second device of a member comes in, by way of the first. Rows live for ten minutes. */
import { err, ok, type Result } from '#domain/result.ts';
import type { ErrorCode } from '#wire/error-code.ts';
import type { ClaimRequest } from '#wire/requests.ts';
import { note, type AuditLine } from './audit.ts';
import type { Database, Transact } from './database.ts';
import { insertDevice, isDeviceTaken } from './joining.ts';

export interface Pairing {
  readonly pairingId: string;
  readonly memberId: string;
  readonly authHash: string;
  readonly expiresAtMs: number;
  readonly claim: { readonly deviceId: string; readonly recipient: string; readonly proof: string; readonly label: string | null } | null;
  readonly answer: { readonly blob: string; readonly mac: string } | null;
}

interface NewPairing { readonly pairingId: string; readonly memberId: string; readonly authHash: string; readonly expiresAtMs: number }
interface PairingAnswer { readonly blob: string; readonly mac: string }

export interface PairingStore {
  /** Begins one, and forgets those whose time is over. `already-there` when the id is taken. */
  beginPairing(pairing: NewPairing, atMs: number): Promise<Result<null, ErrorCode>>;
  pairing(pairingId: string): Promise<Pairing | null>;
  /** The device that comes in says who it is; once. `link-spent` when another did. */
  claimPairing(pairingId: string, claim: ClaimRequest): Promise<Result<null, ErrorCode>>;
  /** Lets the claiming device in. `not-yet` before a claim, `link-spent` when it was answered otherwise. */
  answerPairing(pairingId: string, answer: PairingAnswer, line: AuditLine): Promise<Result<null, ErrorCode>>;
}

export const pairingStore = (database: Database): PairingStore => ({
  beginPairing: ({ pairingId, memberId, authHash, expiresAtMs }, atMs) => database.write(async (tx) => {
    await tx.deleteFrom('pairings').where('expires_ms', '<', atMs).execute();
    const there = await tx.selectFrom('pairings').select('auth_hash').where('id', '=', pairingId).executeTakeFirst();
    if (there) return there.auth_hash === authHash ? ok(null) : err('already-there');
    await tx.insertInto('pairings').values({
      id: pairingId, member_id: memberId, auth_hash: authHash, expires_ms: expiresAtMs,
      device_id: null, token_hash: null, label: null, recipient: null, proof: null, blob: null, mac: null,
    }).execute();
    return ok(null);
  }),
  pairing: async (pairingId) => {
    const row = await database.read((db) => db.selectFrom('pairings').selectAll().where('id', '=', pairingId).executeTakeFirst());
    if (!row) return null;
    const { device_id: deviceId, recipient, proof, blob, mac } = row;
    return {
      pairingId, memberId: row.member_id, authHash: row.auth_hash, expiresAtMs: row.expires_ms,
      claim: deviceId !== null && recipient !== null && proof !== null ? { deviceId, recipient, proof, label: row.label } : null,
      answer: blob !== null && mac !== null ? { blob, mac } : null,
    };
  },
  claimPairing: (pairingId, { deviceId, tokenHash, recipient, proof, label = null }) => database.write(async (tx) => {
    if (await isDeviceTaken(tx, deviceId)) return err('already-there');
    const claimed = await tx.updateTable('pairings').set({ device_id: deviceId, token_hash: tokenHash, recipient, proof, label })
      .where('id', '=', pairingId).where('device_id', 'is', null).returning('id').execute();
    if (claimed.length > 0) return ok(null);
    const there = await tx.selectFrom('pairings').select(['device_id', 'token_hash', 'recipient']).where('id', '=', pairingId).executeTakeFirst();
    return there?.device_id === deviceId && there.token_hash === tokenHash && there.recipient === recipient ? ok(null) : err('link-spent');
  }),
  answerPairing: (pairingId, answer, line) => database.write((tx) => answerPairing(tx, pairingId, answer, line)),
});

async function answerPairing(tx: Transact, pairingId: string, { blob, mac }: PairingAnswer, line: AuditLine): Promise<Result<null, ErrorCode>> {
  const row = await tx.selectFrom('pairings').selectAll().where('id', '=', pairingId).executeTakeFirst();
  if (!row) return err('not-found');
  if (row.device_id === null || row.token_hash === null) return err('not-yet');
  if (row.blob !== null) return row.blob === blob && row.mac === mac ? ok(null) : err('link-spent');
  if (await isDeviceTaken(tx, row.device_id)) return err('already-there');
  const answered = await tx.updateTable('pairings').set({ blob, mac }).where('id', '=', pairingId).where('blob', 'is', null).returning('id').execute();
  if (answered.length === 0) return err('link-spent');
  await insertDevice(tx, { memberId: row.member_id, deviceId: row.device_id, tokenHash: row.token_hash, label: row.label ?? undefined }, { isIn: 1, atMs: line.atMs });
  await note(tx, { ...line, about: row.device_id });
  return ok(null);
}
