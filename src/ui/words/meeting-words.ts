/** Names of what a meeting is made of. Unknown keys come from newer versions or edited roadmaps and are shown as plain words. */
import type { MeetingState } from '#domain/digest.ts';
import type { Answer, Attendance, Capacity, CaptureMode, ChainLink, NoteTag } from '#domain/entry.ts';
import type { ItemKind, LegalForce, Stage } from '#domain/roadmap/roadmap.ts';
import { named, type Names } from './plain.ts';

export { conditionName, counted, inSentence, listed, typeName } from './plain.ts';

const roles: Names = {
  family: 'Family', student: 'Student', 'gen-ed': 'General education teacher', 'case-manager': 'Case manager',
  'lea-rep': 'LEA representative', evaluator: 'Evaluator', 'speech-language': 'Speech-language pathologist',
  'occupational-therapist': 'Occupational therapist', 'physical-therapist': 'Physical therapist', nurse: 'Nurse',
  counselor: 'Counselor', related: 'Related services', interpreter: 'Interpreter', agency: 'Agency', advocate: 'Advocate',
  'advocate-agency': 'Advocate or agency', facilitator: 'Facilitator', other: 'Other', crosstalk: 'Several at once', silence: 'Nobody',
};

const answerNames: Record<Answer, string> = { yes: 'Yes', partly: 'Partly', no: 'Not yet', na: 'N/A' };
const kinds: Record<ItemKind, string> = { role: 'Role', quality: 'Quality', equity: 'Equity' };
const stages: Record<Stage, string> = { before: 'Before', during: 'During', after: 'After' };
const tags: Record<NoteTag, string> = {
  strength: 'Strength', growth: 'Growth', family: 'Family’s words', 'follow-up': 'Follow-up', 'device-only': 'Device only',
};
const links: Record<ChainLink, string> = {
  data: 'Data', impact: 'Impact', goal: 'Goal', service: 'Service', placement: 'Placement',
};
const capacities: Record<Capacity, string> = { 'lea-rep': 'LEA representative', member: 'Team member', observer: 'Observer only' };
const captures: Record<CaptureMode, string> = { turns: 'Turns', pulse: 'Pulse', estimate: 'Estimate' };
const attendancesByKey: Record<Attendance, string> = {
  'in-person': 'In person', video: 'By video', phone: 'By phone', unconfirmed: 'Not confirmed',
  excused: 'Excused', 'not-attending': 'Not attending',
};
const states: Record<MeetingState, string> = { planned: 'Planned', running: 'Running', held: 'Held', finished: 'Finished' };
const forces: Record<LegalForce, string> = {
  'must-happen': 'The law asks for this to happen',
  'must-be-in-iep': 'The law asks for this in the IEP',
  supports: 'Supports what the law asks for',
  none: 'Good practice, not law',
};
const lenses: Names = { compliance: 'Compliance', instruction: 'Instruction' };
const dates: Names = {
  'evaluation-consent': 'Consent to evaluate received', 'notice-sent': 'Notice of the meeting sent',
  'papers-sent': 'Papers sent to the family', 'copy-given': 'Copy of the IEP given to the family',
  'pwn-sent': 'Prior written notice sent', 'staff-informed': 'Staff informed of their part',
  'services-start': 'Services start', 'progress-report': 'First progress report',
  'next-annual': 'Next annual review', 'next-reevaluation': 'Next reevaluation',
};

/** A role of the attendees' list or of the voice strip. */
export const roleName = (role: string): string => named(roles, role);
export const dateName = (name: string): string => named(dates, name);
export const lensName = (lens: string): string => named(lenses, lens);
/** `Not looked at` where there is no answer. */
export const answerName = (answer: Answer | null): string => (answer === null ? 'Not looked at' : answerNames[answer]);
export const kindName = (kind: ItemKind): string => kinds[kind];
export const stageName = (stage: Stage): string => stages[stage];
export const tagName = (tag: NoteTag): string => tags[tag];
export const linkName = (link: ChainLink): string => links[link];
export const capacityName = (capacity: Capacity): string => capacities[capacity];
export const captureName = (mode: CaptureMode): string => captures[mode];
export const attendanceName = (how: Attendance): string => attendancesByKey[how];
export const stateName = (state: MeetingState): string => states[state];
export const forceName = (force: LegalForce): string => forces[force];
