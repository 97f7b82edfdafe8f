/**
 * The meeting types of the product and the conditions that each brings by itself.
 * Sources: 34 CFR 300.301-306, 300.320-324, 300.530; federal anchors per type.
 */
export const meetingTypes = [
  'initial-eligibility', 'initial-iep', 'annual', 'reevaluation', 'amendment', 'manifestation',
  'transition', 'transfer-in', 'parent-requested', 'facilitated', 'part-c', 'exit',
] as const;
export type MeetingType = (typeof meetingTypes)[number];

/** Named conditions that a leader can switch on, in the order in which the form asks them. */
export const chosenConditions = [
  'interpreter', 'access-format', 'virtual', 'english-learner', 'behavior', 'student-attending',
  'transition', 'transition-agency', 'majority', 'excused', 'draft',
] as const;

/** Conditions that follow from the type and are not asked separately. */
export const typeConditions: Readonly<Record<MeetingType, readonly string[]>> = {
  'initial-eligibility': ['initial'],
  'initial-iep': ['initial'],
  annual: ['annual'],
  reevaluation: ['reevaluation'],
  amendment: ['amendment'],
  manifestation: ['manifestation', 'behavior'],
  transition: ['transition'],
  'transfer-in': [],
  'parent-requested': ['amendment'],
  facilitated: [],
  'part-c': ['initial'],
  exit: [],
};

/** True for one of the twelve types. */
export const isMeetingType = (type: string): type is MeetingType => meetingTypes.some((known) => known === type);

/** All conditions in force: those that the leader switched on and those that the type brings. */
export const conditionsInForce = (type: string, chosen: readonly string[]): ReadonlySet<string> =>
  new Set([...chosen, ...(isMeetingType(type) ? typeConditions[type] : [])]);
