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
  const kept = await app.store.readSetting(retentionSetting);
  const settings = parseRetention(kept);
  if ('reduceAfterDays' in fieldsOf(kept)) return settings;
  const months = await retentionMonthsInUse(app);
  return months === null ? settings : { ...settings, reduceAfterDays: Math.min(3_650, Math.round(months * monthDays)) };
}

/** What was chosen, without what the schema adds; nothing of what does not hold together. */
const fieldsOf = (kept: unknown): object => (typeof kept === 'object' && kept !== null && retentionSchema.safeParse(kept).success ? kept : {});

/** Keeps a choice, and none of what was not chosen: that goes on with the roadmap. Resolves at the commit. */
export async function writeRetention(app: App, choice: Partial<RetentionSettings>): Promise<void> {
  await app.store.writeSetting(retentionSetting, { ...fieldsOf(await app.store.readSetting(retentionSetting)), ...choice });
}

/** The settings here with the holds of both sides: a hold is never lost by a restore. Takes the other's where there are none here. */
export function withHeld(here: unknown, other: unknown): Pick<RetentionSettings, 'hold' | 'held'> {
  const [own, brought] = [parseRetention(here), parseRetention(other)];
  const base = fieldsOf(here ?? other);
  return { ...base, hold: own.hold || brought.hold, held: [...new Set([...own.held, ...brought.held])] };
}
