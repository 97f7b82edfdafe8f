/** What happens in the sample meeting, in English; `sample-content-in-spanish.ts` has its texts in Spanish. Minutes count from its beginning. All of it is made up. */
import type { Answer, Attendance, NoteTag } from './entry.ts';
import type { CounterName, BeadAnswer } from './meeting/thread.ts';
import type { AttendeeRole } from './meeting/plan.ts';
import type { VoiceRole } from './meeting/voice.ts';

export const code: string = 'SAMPLE';
export const place: Readonly<Record<'room' | 'school' | 'team', string>> = { room: 'Room 12', school: 'Sample Elementary', team: 'Grade 4, case manager B' };
export const conditions = ['interpreter', 'english-learner'] as const;
export const language: string = 'Spanish';
export const endMinute = 62;

export const attendees: readonly { readonly role: AttendeeRole; readonly how: Attendance; readonly words: string }[] = [
  { role: 'family', how: 'in-person', words: 'Two family members' },
  { role: 'gen-ed', how: 'in-person', words: '' },
  { role: 'case-manager', how: 'in-person', words: 'Leads the meeting' },
  { role: 'lea-rep', how: 'in-person', words: '' },
  { role: 'evaluator', how: 'in-person', words: 'School psychologist' },
  { role: 'speech-language', how: 'in-person', words: '' },
  { role: 'interpreter', how: 'in-person', words: 'Spanish' },
];

/** Phases in the order in which they were talked about. */
export const visits: readonly (readonly [string, number])[] = [
  ['kickoff', 0], ['strengths-voice', 6], ['needs-impact', 15], ['goals', 31], ['services-placement', 44], ['wrap-up', 55],
];

/** Who takes the floor when; null is nobody. */
export const turns: readonly (readonly [number, VoiceRole | null])[] = [
  [0, 'case-manager'], [2.5, 'family'], [3, 'gen-ed'], [3.5, 'lea-rep'], [4, 'evaluator'], [4.6, 'related'], [5, 'case-manager'],
  [6.5, 'family'], [10, 'gen-ed'], [12, 'family'], [13.5, 'case-manager'], [16, 'evaluator'], [22, 'family'], [23.5, 'gen-ed'],
  [26, 'related'], [28.5, 'crosstalk'], [29, 'case-manager'], [34, 'family'], [36, 'case-manager'], [40, 'related'],
  [42.5, 'family'], [43.5, null], [44, 'case-manager'], [48, 'lea-rep'], [50, 'related'], [52, 'family'], [53.5, 'gen-ed'],
  [55, 'case-manager'], [58, 'family'], [59.5, 'lea-rep'], [60, 'case-manager'], [61, 'family'],
];

export const marks: readonly (readonly [string, Answer, number])[] = [
  ['notice-sent-early', 'yes', -60], ['time-mutually-agreed', 'yes', -60], ['required-members-confirmed', 'yes', -58],
  ['agenda-roles-set', 'partly', -57], ['observer-disclosed', 'yes', -57], ['interpreter-booked', 'yes', -56],
  ['documents-accessible', 'partly', -55], ['family-input-gathered', 'yes', -54], ['current-data-compiled', 'yes', -53],
  ['intros-with-roles', 'yes', 5], ['purpose-stated', 'yes', 2], ['facilitator-evident', 'partly', 6], ['safeguards-offered', 'yes', 5.5],
  ['family-speaks-first', 'yes', 7], ['strengths-named', 'yes', 11], ['family-concerns-recorded', 'yes', 13],
  ['home-knowledge-used', 'yes', 12.5], ['asset-language', 'yes', 14], ['data-sources-cited', 'yes', 18],
  ['results-explained', 'yes', 21], ['gened-access-described', 'partly', 25], ['impact-stated', 'no', 30],
  ['needs-prioritized', 'partly', 30.5], ['prior-progress-reviewed', 'yes', 20], ['language-needs', 'yes', 27],
  ['communication-tech', 'na', 29.5], ['goal-from-need', 'yes', 35], ['goal-measurable', 'yes', 37], ['goal-ambitious', 'partly', 39],
  ['family-priority-in-goal', 'yes', 36], ['progress-reporting', 'yes', 43], ['services-match-goals', 'partly', 47],
  ['accommodations-usable', 'yes', 54], ['need-not-availability', 'no', 51], ['options-weighed', 'partly', 53],
  ['gened-first', 'yes', 53.5], ['decisions-restated', 'yes', 57], ['understanding-checked', 'yes', 58.5],
  ['next-steps-owned', 'partly', 60], ['family-feedback', 'yes', 61.5], ['balanced-participation', 'partly', 45],
  ['plain-language', 'yes', 24], ['each-role-contributes', 'yes', 54.5], ['decisions-in-room', 'yes', 56],
  ['data-to-decision', 'partly', 49], ['interpretation-complete', 'yes', 59], ['members-stay', 'yes', 61.8],
  ['iep-copy-given', 'no', 70],
];

/** Minute, tag, the item it is about (empty: the meeting), and the text. */
export const notes: readonly (readonly [number, NoteTag | null, string, string])[] = [
  [2, null, 'purpose-stated', 'Purpose, three decisions and the end time are on the board.'],
  [8, 'strength', 'family-speaks-first', 'The family was asked first, and the question was left open until they had finished.'],
  [9, 'family', 'family-concerns-recorded', 'We want her to read the bus map by herself.'],
  [12, 'strength', 'home-knowledge-used', 'What the family told about cooking at home was tied to the measurement goal.'],
  [19, 'growth', 'results-explained', 'Scores were explained well; what they mean on a Monday morning came late.'],
  [28, 'device-only', '', 'Look again at how much time the agenda gives to present levels.'],
  [30, 'growth', 'impact-stated', 'Needs are listed. No sentence says how the disability affects learning.'],
  [47, 'growth', 'need-not-availability', 'Minutes were offered from the open slots before the goal was named.'],
  [53, 'follow-up', 'options-weighed', 'Ask how support inside the classroom would look.'],
  [60, 'follow-up', 'iep-copy-given', 'The translated copy has no date yet.'],
];

/** Goals with their five links (data, impact, goal, service, placement): answer, minute, words. */
export const goals: readonly { readonly words: string; readonly beads: readonly (readonly [BeadAnswer, number, string])[] }[] = [
  { words: 'Reading directions', beads: [['yes', 18, 'Two probes this fall'], ['partly', 24, ''], ['yes', 35, ''], ['yes', 45, ''], ['yes', 54, '']] },
  { words: 'Written expression', beads: [['yes', 19, ''], ['yes', 25, ''], ['yes', 37, ''], ['partly', 46, ''], ['yes', 54, '']] },
  { words: 'Measurement in daily life', beads: [['partly', 20, ''], ['no', 26, 'Said for the group, not for her'], ['yes', 38, ''], ['yes', 47, ''], ['yes', 54.2, '']] },
  { words: 'Asking for help', beads: [['no', 27, 'No baseline yet'], ['partly', 28, ''], ['yes', 41, ''], ['no', 40, 'Named before the goal'], ['partly', 54.4, '']] },
];

export const counters: readonly (readonly [CounterName, number])[] = [
  ['needsNamed', 5], ['goalsTied', 4], ['concernsRaised', 3], ['concernsAddressed', 2],
];

/** Notes that the leader took over as strengths. */
export const drawnAsStrength: readonly string[] = [notes[1]?.[3] ?? '', notes[3]?.[3] ?? ''];

export const reflections: readonly (readonly ['strength' | 'growth', 'self' | 'item' | 'thread', string, string])[] = [
  ['strength', 'item', 'intros-with-roles', 'Everyone said what they would add today, the interpreter too.'],
  ['growth', 'item', 'impact-stated', 'One clear sentence on how the disability affects learning would carry all four goals.'],
  ['growth', 'thread', 'g4:service', 'The service for the fourth goal was named before the goal was.'],
];

export const standout: string =
  'The family set the direction, and the team came back to it. One sentence on impact would tie the goals together.';

/** What, owner by role, and days from the day of the meeting. */
export const followUps: readonly (readonly [string, string, number])[] = [
  ['Send the translated copy to the family', 'Case manager', 4],
  ['Draft one impact sentence and bring it to the team', 'School psychologist', 7],
  ['Count requests for help for two weeks as a baseline', 'General education teacher', 14],
];
