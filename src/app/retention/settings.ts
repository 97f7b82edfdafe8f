import { firstRetention, retentionSchema, type RetentionSettings } from '#domain/retention.ts';
import type { App } from '../app.ts';
import { retentionMonthsInUse } from '../roadmap/chosen.ts';

export type { RetentionSettings } from '#domain/retention.ts';

/** The setting's name. */
export const retentionSetting = 'retention';

/** Any input as settings; the first ones when it is none. */
export function parseRetention(input: unknown): RetentionSettings {
  const settings = retentionSchema.safeParse(input);
  return settings.success ? settings.data : firstRetention();
}

/** Days of an average month of the Gregorian calendar. */
const monthDays = 365.2425 / 12;

/** How long meetings stay on this device: as was chosen here, else as the roadmap in use says, else the app's own. */
export async function readRetention(app: App): Promise<RetentionSettings> {
  const chosen = await app.store.readSetting(retentionSetting);
  if (chosen !== null && chosen !== undefined) return parseRetention(chosen);
  const months = await retentionMonthsInUse(app);
  return months === null ? firstRetention() : { ...firstRetention(), reduceAfterDays: Math.min(3_650, Math.round(months * monthDays)) };
}

/** Keeps a choice; resolves at the commit. */
export const writeRetention = (app: App, settings: RetentionSettings): Promise<void> => app.store.writeSetting(retentionSetting, settings);

/** The settings here with the holds of both sides: a hold is never lost by a restore. Takes the other's where there are none here. */
export function withHeld(here: unknown, other: unknown): RetentionSettings {
  const [own, brought] = [parseRetention(here), parseRetention(other)];
  const base = here === null || here === undefined ? brought : own;
  return { ...base, hold: own.hold || brought.hold, held: [...new Set([...own.held, ...brought.held])] };
}
