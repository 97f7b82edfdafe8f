/** Words around all screens, in English. */
export const shell = {
  main: 'Main',
  places: { meetings: 'Meetings', patterns: 'Patterns', roadmaps: 'Roadmaps', tablet: 'This tablet' },
  lock: 'Lock',
  saved: 'Saved',
  savedAt: (time: string): string => `Saved ${time}`,
  held: (count: number): string => `${String(count)} held, not yet stored`,
  sample: 'Sample',
  noCode: 'No code',
  showAll: 'Show all',
  toMeetings: 'To the meetings',
  stopped: 'This page stopped',
  stoppedSays: 'Something in the app did not go as it should. What the page had shown as saved is stored. Open the page again to go on.',
  openAgain: 'Open it again',
  unloadedTab: 'Page not on this tablet yet',
  unloaded: 'This page is not on the tablet yet',
  unloadedSays:
    'Its file could not be fetched, most likely because the tablet is offline and the app’s own copy is not whole. Your meetings are safe: they lie in the tablet’s storage, apart from the app’s files. Go online for a minute, then open the page again.',
};
