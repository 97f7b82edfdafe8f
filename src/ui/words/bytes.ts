/** `1.2 MB`, `3.0 GB`: numbers are written alike in all languages of the US. */
export const bytesInWords = (bytes: number): string =>
  (bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)}\u00a0GB` : `${(bytes / 1e6).toLocaleString('en-US', { maximumFractionDigits: bytes < 1e7 ? 1 : 0 })}\u00a0MB`);

/** `0.4 MB`, `12 MB`: for files, which are never told in gigabytes. */
export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)}\u00a0MB`;
