/** The rows of the hub's database, the same in SQLite and PostgreSQL. Times are milliseconds since 1970. */

/** Single values: ids of the hub, the district's signed statements as JSON. `version` only grows. */
interface MetaRow { key: string; value: string; version: number }

interface MemberRow {
  id: string; role: string; label: string | null;
  /** Of the last row that this member's records got. Taken in the transaction that writes them. */
  seq: number;
  certificate_serial: number;
  /** Public key that signs this member's records; null until countersigned. */
  signer: string | null;
  created_ms: number; revoked_ms: number | null;
}

interface CertificateRow { member_id: string; serial: number; signed: string }

interface DeviceRow {
  id: string; member_id: string; token_hash: string; label: string | null;
  /** 0 until the member's certificate covers the device. */
  is_in: number;
  created_ms: number; seen_ms: number | null; revoked_ms: number | null;
}

interface InvitationRow {
  id: string; auth_hash: string; role: string; recovers: string | null; label: string | null; created_ms: number; expires_ms: number;
  /** Who used it, with what; null while unused. */
  used_ms: number | null; member_id: string | null; device_id: string | null; recipient: string | null; signer: string | null; proof: string | null;
  device_label: string | null;
  countersigned_ms: number | null;
}

/** Sealed blobs: keyrings by scope, and the grant of the district's identity (scope `grant`). */
interface BlobRow { member_id: string; scope: string; version: number; blob: string; signature: string }

interface PairingRow {
  id: string; member_id: string; auth_hash: string; expires_ms: number;
  device_id: string | null; token_hash: string | null; label: string | null; recipient: string | null; proof: string | null;
  blob: string | null; mac: string | null;
}

interface RecordRow {
  member_id: string; record_id: string; device_id: string; kind: string; revision: number; sha256: string; seq: number; size: number; envelope: Uint8Array;
}

interface AuditRow { id: string; at_ms: number; what: string; member_id: string | null; device_id: string | null; about: string | null; amount: number | null }

export interface Tables {
  meta: MetaRow; members: MemberRow; certificates: CertificateRow; devices: DeviceRow; invitations: InvitationRow;
  blobs: BlobRow; pairings: PairingRow; records: RecordRow; audit: AuditRow;
  schema_version: { id: number; version: number };
}
