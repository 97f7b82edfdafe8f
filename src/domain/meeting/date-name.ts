/**
 * The dates that a leader may track for a meeting, all of them optional (DOMAIN 6).
 * The meeting's own date stands in its basics.
 */
export const dateNames = [
  'evaluation-consent', 'notice-sent', 'papers-sent', 'copy-given', 'pwn-sent', 'staff-informed', 'services-start',
  'progress-report', 'next-annual', 'next-reevaluation',
] as const;
export type DateName = (typeof dateNames)[number];

/** True for one of the tracked dates. */
export const isDateName = (name: string): name is DateName => dateNames.some((known) => known === name);
