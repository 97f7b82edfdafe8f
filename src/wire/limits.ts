/** Sizes and times that both sides keep to. The hub tells its own in `GET hub`; these are the most. */
export const limits = {
  /** One sealed record with its header and signature. A meeting with 100,000-character notes is far below. */
  recordBytes: 4 * 1024 * 1024,
  /** One push or one page of a pull. */
  batchBytes: 5 * 1024 * 1024,
  /** Records in one push or one page. */
  batchRecords: 500,
  /** What a device should aim at in one push: a lost answer costs no more than this again. */
  batchAimBytes: 768 * 1024,
  /** Any JSON body but the two below. */
  jsonBytes: 64 * 1024,
  /** A keyring, a grant or a pairing's answer, before base64url. */
  blobBytes: 256 * 1024,
  /** What an owner publishes: a roadmap and settings. */
  publishedBytes: 1024 * 1024,
  /** A name that a person gave a device or an invitation, as the client wrote it (it may be sealed). */
  labelCharacters: 4_000,
  /** `age1pq1...` has 1,959 characters. */
  recipientCharacters: 2_100,
  /** Rows of one page of `compare` or `audit`. */
  pageRows: 1_000,
  /** An invitation lives no longer. */
  invitationMs: 7 * 24 * 60 * 60 * 1_000,
  /** A pairing lives no longer. */
  pairingMs: 10 * 60 * 1_000,
} as const;
