import type { VoiceRole } from '#domain/meeting/voice.ts';
import { roleName } from '#ui/words/meeting-words.ts';

const short: Partial<Record<VoiceRole, string>> = {
  'gen-ed': 'Gen ed teacher', 'lea-rep': 'LEA rep', 'advocate-agency': 'Advocate, agency',
};

/** The name of a role where there is room for two words. */
export const shortRole = (role: VoiceRole): string => short[role] ?? roleName(role);
