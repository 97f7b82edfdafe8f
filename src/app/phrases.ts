/** Quick phrases of the note bar: short, about moves, editable. Kept sealed on the device. */
import { z } from '#domain/zod.ts';
import type { App } from './app.ts';

const phrasesSchema = z.array(z.string().check(z.maxLength(200))).check(z.maxLength(24));
const firstPhrases: readonly string[] = [
  'Family asked first, and waited for.',
  'Data named with a date.',
  'Need, then goal, then service.',
  'Jargon explained at once.',
  'Decision read back in plain words.',
];

/** The leader's phrases; those that the app ships with until they are changed. */
export async function readPhrases(app: App): Promise<string[]> {
  const phrases = phrasesSchema.safeParse(await app.store.readSetting('phrases'));
  return phrases.success ? phrases.data : [...firstPhrases];
}

/** Keeps the phrases, without blanks; at most 24, at most 200 characters each. */
export const writePhrases = (app: App, phrases: readonly string[]): Promise<void> =>
  app.store.writeSetting('phrases', phrases.map((phrase) => phrase.trim().slice(0, 200)).filter(Boolean).slice(0, 24));
