/**
 * Roles whose talk is counted (34 CFR 300.321 for the seats), in the order of the strip.
 * Several at once and nobody are captured and kept out of the shares.
 */
export const voiceRoles = [
  { key: 'family', counted: true },
  { key: 'student', counted: true },
  { key: 'case-manager', counted: true },
  { key: 'gen-ed', counted: true },
  { key: 'lea-rep', counted: true },
  { key: 'related', counted: true },
  { key: 'evaluator', counted: true },
  { key: 'interpreter', counted: true },
  { key: 'advocate-agency', counted: true },
  { key: 'facilitator', counted: true },
  { key: 'other', counted: true },
  { key: 'crosstalk', counted: false },
  { key: 'silence', counted: false },
] as const;

export type VoiceRole = (typeof voiceRoles)[number]['key'];

/** The role with this key; one that a later version knows counts as `other`. */
export const voiceRoleFrom = (key: string): VoiceRole => voiceRoles.find((role) => role.key === key)?.key ?? 'other';
