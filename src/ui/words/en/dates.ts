import { datesIn } from '../dates-in.ts';

/** Days and times in US English: `Thursday, November 12`, `1:30 pm`. */
export const dates = datesIn('en-US', {
  today: 'today', tomorrow: 'tomorrow', yesterday: 'yesterday', am: 'am', pm: 'pm',
  on: (day) => day,
  wasDue: (near) => `was due ${near}`,
});
