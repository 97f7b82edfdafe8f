/** Fetches what the store loads when it is first wanted, so that it is there after another tab has put a newer version in place. */
export const preloadStore = (): Promise<unknown> => Promise.all([
  import('./everything.ts'), import('./remove-meeting.ts'), import('./self-test.ts'), import('./tables/records.ts'),
]);
