/** What can be done from the home screen; fetched after it stands, since looking comes first. */
export { tickFollowUp } from '#app/home/tick-follow-up.ts';
export { removeMeeting } from '#app/meeting/remove-meeting.ts';
export { loadSample } from '#app/meeting/sample.ts';
export { wordsOf } from '#ui/words/errors.ts';
