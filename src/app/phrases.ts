/** Quick phrases of the note bar: short, about moves, editable. Kept sealed on the device. */
import { z } from '#domain/zod.ts';
import type { App } from './app.ts';

const phrasesSchema = z.array(z.string().check(z.maxLength(200))).check(z.maxLength(24));

/** The leader's phrases; `first`, those of the language that is spoken, until they are changed. */
export async function readPhrases(app: App, first: readonly string[]): Promise<string[]> {
  const phrases = phrasesSchema.safeParse(await app.store.readSetting('phrases'));
  return phrases.success ? phrases.data : [...first];
}

/** Keeps the phrases, without blanks; at most 24, at most 200 characters each. */
export const writePhrases = (app: App, phrases: readonly string[]): Promise<void> =>
  app.store.writeSetting('phrases', phrases.map((phrase) => phrase.trim().slice(0, 200)).filter(Boolean).slice(0, 24));
