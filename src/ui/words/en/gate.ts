/** Words in place of a screen that does not open, in English. */
import { plain } from './plain.ts';

export const gate = {
  notHere: 'This page is not here',
  notHereSays: 'The address leads nowhere in this app. Your meetings are where they were.',
  erased: 'Nothing is kept here any more',
  erasedSays: 'Everything on this tablet was erased in another window of the app. What was exported or backed up before is where you put it.',
  beginAnew: 'Begin anew',
  notOpened: 'Not opened',
  obstacle: 'The app could not open its pages',
  tryAgain: 'Try again',
  meeting: 'Meeting',
  missing: 'This meeting is not here',
  missingSays: 'It was removed from this tablet, or it is on another one. All other meetings are where they were.',
  closed: 'This meeting stays closed for now',
  closedSays: (version: string): string =>
    `Its marks and notes are on this tablet, but the roadmap version ${version} that it was begun with does not open. Nothing was changed. Export your other meetings first, then look for a copy of this one.`,
  damaged: (rows: number): string =>
    `${plain.counted(rows, 'row')} of this meeting ${rows === 1 ? 'does not open and is left as it is' : 'do not open and are left as they are'}. Everything else is here.`,
  plan: 'Plan a meeting',
  planHeld: (happened: string, next: string): string => `${happened} The plan opens as soon as it can be stored. ${next}`,
};
