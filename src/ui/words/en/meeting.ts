/** Names of what a meeting is made of, in English. */
import type { MeetingState } from '#domain/digest.ts';
import type { Answer, Attendance, Capacity, CaptureMode, ChainLink, NoteTag } from '#domain/entry.ts';
import type { ItemKind, LegalForce, Stage } from '#domain/roadmap/roadmap.ts';
import { named, type Names } from '../named.ts';

const roles: Names = {
  family: 'Family', student: 'Student', 'gen-ed': 'General education teacher', 'case-manager': 'Case manager',
  'lea-rep': 'LEA representative', evaluator: 'Evaluator', 'speech-language': 'Speech-language pathologist',
  'occupational-therapist': 'Occupational therapist', 'physical-therapist': 'Physical therapist', nurse: 'Nurse',
  counselor: 'Counselor', related: 'Related services', interpreter: 'Interpreter', agency: 'Agency', advocate: 'Advocate',
  'advocate-agency': 'Advocate or agency', facilitator: 'Facilitator', other: 'Other', crosstalk: 'Several at once', silence: 'Nobody',
};

const answerNames: Readonly<Record<Answer, string>> = { yes: 'Yes', partly: 'Partly', no: 'Not yet', na: 'N/A' };
const answersSaid: Readonly<Partial<Record<Answer, string>>> = {};
const kinds: Readonly<Record<ItemKind, string>> = { role: 'Role', quality: 'Quality', equity: 'Equity' };
const stages: Readonly<Record<Stage, string>> = { before: 'Before', during: 'During', after: 'After' };
const tags: Readonly<Record<NoteTag, string>> = {
  strength: 'Strength', growth: 'Growth', family: 'Family’s words', 'follow-up': 'Follow-up', 'device-only': 'Device only',
};
const links: Readonly<Record<ChainLink, string>> = {
  data: 'Data', impact: 'Impact', goal: 'Goal', service: 'Service', placement: 'Placement',
};
const capacities: Readonly<Record<Capacity, string>> = { 'lea-rep': 'LEA representative', member: 'Team member', observer: 'Observer only' };
const captures: Readonly<Record<CaptureMode, string>> = { turns: 'Turns', pulse: 'Pulse', estimate: 'Estimate' };
const attendances: Readonly<Record<Attendance, string>> = {
  'in-person': 'In person', video: 'By video', phone: 'By phone', unconfirmed: 'Not confirmed',
  excused: 'Excused', 'not-attending': 'Not attending',
};
const states: Readonly<Record<MeetingState, string>> = { planned: 'Planned', running: 'Running', held: 'Held', finished: 'Finished' };
const forces: Readonly<Record<LegalForce, string>> = {
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

export const meeting = {
  roleName: (role: string): string => named(roles, role),
  dateName: (name: string): string => named(dates, name),
  lensName: (lens: string): string => named(lenses, lens),
  answerName: (answer: Answer | null): string => (answer === null ? 'Not looked at' : answerNames[answer]),
  /** What is heard where the word shown is an abbreviation; undefined where it will do. */
  answerSaid: (answer: Answer): string | undefined => answersSaid[answer],
  kinds, stages, tags, links, capacities, captures, attendances, states, forces,
};
