/** The file of a backup: age v1 (https://age-encryption.org/v1) under a passphrase. */
export const meta = { extension: 'age', mediaType: 'application/octet-stream' } as const;

/**
 * scrypt's work, as a power of two: 64 MiB, half a second on a desktop and about a second
 * on a tablet. The age tool's own default of 18 takes four times as long.
 */
export const workFactor = 16;
