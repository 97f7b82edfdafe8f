/** Follows the list of meetings and the journals of open ones, whichever tab writes them. */
import type { Guard } from './guard.ts';
import { live } from './live.ts';
import { sightMeetings, type MeetingList } from './meeting-list.ts';
import type { Listing } from './store.ts';

/** Calls at once and after every change. Returns the way to stop. */
export function watchMeetings(guard: Guard, list: MeetingList, on: (listing: Listing) => void): () => void {
  let stopped = false;
  const stop = live(guard, sightMeetings, async (sighting) => {
    const listing = await list.openWhole(sighting);
    if (!stopped) on(listing);
  });
  return () => {
    stopped = true;
    stop();
  };
}
