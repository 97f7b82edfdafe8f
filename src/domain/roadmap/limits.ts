/**
 * How long the texts of a roadmap may be, in UTF-16 units, and how many of each there may
 * be; and the signs that none of them may hold.
 */
export const limits = {
  title: 120, phaseTitle: 80, shortTitle: 40, label: 60, text: 400, purposeLine: 200, codePattern: 100, source: 200, version: 40,
  phases: 60, items: 5_000, conditions: 200, conditionsOfOne: 40, retired: 5_000, continues: 20, parts: 10, patterns: 40, days: 3_650,
  minutes: 600, retentionMonths: 120,
} as const;

/** The languages in which a roadmap can have texts. */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** The form of ids of phases, items and conditions. They are keys of plain objects, all of which answer to `constructor`. */
export const idShape = /^(?!constructor$)[a-z0-9][a-z0-9-]{0,79}$/;

/**
 * A text without control characters and without the marks that turn the direction of what
 * stands around them (Unicode TR 9: LRM, RLM, embeddings, overrides, isolates).
 */
export const plainSigns = /^[^\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u;

/** True where a sign of the text may not be in a roadmap. */
export const hasForbiddenSign = (text: string): boolean => !plainSigns.test(text);
