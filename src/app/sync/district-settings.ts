/** What this device took over from its district; the app's own where there is none. Read where it is wanted, so that a later version counts at once. */
import { emptyMeeting, type Edit, type Meeting } from '#domain/entry.ts';
import { dateNames, setLimitDays } from '#domain/meeting/plan.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { parseRoadmap } from '#domain/roadmap/parse-roadmap.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { withEdits } from '#domain/with-edits.ts';
import { z } from '#domain/zod.ts';
import type { App } from '../app.ts';
import type { PublishedSettings } from './desk.ts';
import { settingsOf } from './published-settings.ts';

/** The row of `sync` that the engine keeps; its signature was checked before it was kept. */
const rowSchema = z.looseObject({ body: z.looseObject({ roadmap: z.optional(z.unknown()), settings: z.optional(z.unknown()) }) });

export interface DistrictSettings extends PublishedSettings {
  /** The roadmap that new meetings are begun with. */
  readonly roadmap: Roadmap;
}

/** The district's settings and roadmap. */
export async function districtSettings({ store }: App): Promise<DistrictSettings> {
  const row = rowSchema.safeParse(await store.readNamed('sync', 'published'));
  const { settings, roadmap: given } = row.success ? row.data.body : {};
  const roadmap = given === undefined ? null : parseRoadmap(given);
  return { ...settingsOf(settings), roadmap: roadmap?.ok ? roadmap.value : defaultRoadmap() };
}

/** The district's time limits, as they are laid out in a new plan. */
export function limitEdits({ timeLimits }: PublishedSettings): Edit[] {
  let meeting: Meeting = emptyMeeting();
  let latest: Edit[] = []; // one entry holds all limits: each edit has those before it
  for (const name of dateNames) {
    const days = timeLimits[name];
    if (days === undefined) continue;
    latest = setLimitDays(meeting, name, days);
    meeting = withEdits(meeting, latest);
  }
  return latest;
}

/** True for a code as the district writes them; also where it gave no pattern, or one that cannot be tried. */
export function fitsCodePattern({ codePattern }: PublishedSettings, code: string): boolean {
  if (codePattern === '' || code === '') return true;
  try {
    return new RegExp(`^(?:${codePattern})$`, 'u').test(code);
  } catch (error) {
    if (error instanceof SyntaxError) return true;
    throw error;
  }
}
