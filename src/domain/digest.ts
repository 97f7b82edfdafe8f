/**
 * What lists and search need of a meeting, small enough to open thousands at once.
 * Rebuilt from the journal whenever a meeting is planned, left, finished or changed after it.
 */
import type { digestSchema } from './digest-schema.ts';
import type { z } from './zod.ts';

export const meetingStates = ['planned', 'running', 'held', 'finished'] as const;
export type MeetingState = (typeof meetingStates)[number];

export type Digest = z.infer<typeof digestSchema>;

const outline: Readonly<Partial<Record<keyof Digest, 'string' | 'number' | 'boolean'>>> = {
  sample: 'boolean', type: 'string', code: 'string', team: 'string', school: 'string', room: 'string', plannedMinutes: 'number',
  language: 'string', askedBefore: 'number', lookedAt: 'number', asked: 'number', revision: 'number', words: 'string',
};

/** True for a digest that this device made itself; one from outside is checked by `digestSchema`. */
export function isOwnDigest(input: unknown): input is Digest {
  if (typeof input !== 'object' || input === null) return false;
  const digest: Partial<Record<string, unknown>> = { ...input };
  return meetingStates.some((state) => state === digest['state'])
    && Object.entries(outline).every(([name, type]) => typeof digest[name] === type)
    && [digest['conditions'], digest['openBefore'], digest['followUps']].every((list) => Array.isArray(list))
    && typeof digest['roadmap'] === 'object' && digest['roadmap'] !== null;
}
