import { firstRetention, retentionSchema, type RetentionSettings } from '#domain/retention.ts';
import type { App } from '../app.ts';

export type { RetentionSettings } from '#domain/retention.ts';

/** The setting's name. */
export const retentionSetting = 'retention';

/** Any input as settings; the first ones when it is none. */
export function parseRetention(input: unknown): RetentionSettings {
  const settings = retentionSchema.safeParse(input);
  return settings.success ? settings.data : firstRetention();
}

/** How long meetings stay on this device. */
export const readRetention = async (app: App): Promise<RetentionSettings> => parseRetention(await app.store.readSetting(retentionSetting));

/** Keeps a choice; resolves at the commit. */
export const writeRetention = (app: App, settings: RetentionSettings): Promise<void> => app.store.writeSetting(retentionSetting, settings);

/** The settings here with the holds of both sides: a hold is never lost by a restore. Takes the other's where there are none here. */
export function withHeld(here: unknown, other: unknown): RetentionSettings {
  const [own, brought] = [parseRetention(here), parseRetention(other)];
  const base = here === null || here === undefined ? brought : own;
  return { ...base, hold: own.hold || brought.hold, held: [...new Set([...own.held, ...brought.held])] };
}
