import type { Listing } from '#data/store.ts';
import type { App } from '../app.ts';

export type { ListedMeeting, Listing } from '#data/store.ts';

/** Calls at once and whenever a meeting of the list changes, in this tab or another. Returns the way to stop. */
export const watchMeetings = (app: App, on: (listing: Listing) => void): (() => void) => app.store.watchMeetings(on);
