const questions = ['SKIP_WAITING', 'SKIP_WAITING_IF_ALONE', 'LIST_FILES', 'MEND_FILES'] as const;

/** What a page may ask its worker, and what it hears. Pages of an older version may be asking. */
export type Question =
  /** Take over now: the leader wishes so. The name is workbox-window's. */
  | { readonly type: 'SKIP_WAITING' }
  /** Take over if the asking page is the only one. */
  | { readonly type: 'SKIP_WAITING_IF_ALONE' }
  /** Addresses under which the files of the offline copy lie in Cache Storage. */
  | { readonly type: 'LIST_FILES' }
  /** Fetch the files that are missing. */
  | { readonly type: 'MEND_FILES' };

export type Answer =
  | { readonly type: 'ALONE'; readonly alone: boolean }
  | { readonly type: 'MENDED' }
  | { readonly type: 'FILES'; readonly cacheKeys: readonly string[] };

export const isQuestion = (message: unknown): message is Question =>
  typeof message === 'object' &&
  message !== null &&
  'type' in message &&
  questions.some((type) => type === message.type);
