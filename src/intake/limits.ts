/**
 * How much of a file is read. A long meeting's record is under 1 MB; the largest note that
 * is kept is 1,000,000 characters, up to 4 MB of text.
 */

/** 32 MB: eight notes of the largest kind; parsed, it takes some 150 MB, which an old tablet has. */
export const recordLimitBytes = 32_000_000;

/** A record is 8 deep; later versions may add some. Deeper nesting is made to exhaust the stack. */
export const depthLimit = 48;

/** 20,000 entries of at most 15 values each are allowed, and the roadmap's 100,000 values. */
export const valueLimit = 2_000_000;

/** A revision is a finish by the leader's hand. The store takes a hundred times as many, so there is always a next one. */
export const revisionLimit = 10_000;

/** Keys that would reach into the prototype of an object where it is copied carelessly. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** 2,000 meetings of 500 changes with 12 values each, and half as much again. */
export const backupValueLimit = 20_000_000;

/** scrypt's work as a power of two: the age tool's default, 256 MB of memory. This app writes 16. */
export const mostWork = 18;

/** 64 MB of a zip: some 4,000 long meetings as records, which pack about twelve to one. */
export const zipLimitBytes = 64_000_000;

/** 256 MB unpacked, read one entry at a time. */
export const unzippedLimitBytes = 256_000_000;

/** A thousand meetings as a record and the seven tables each. */
export const zipEntryLimit = 10_000;

/** Records and tables pack up to thirty to one; deflate's most, which bombs come near, is 1,032. */
export const zipRatioLimit = 200;

/** Of one choice of files; what they hold is in memory until it is added or left. */
export const recordsLimit = 2_000;
