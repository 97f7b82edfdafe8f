/**
 * What counts for new meetings on this device: what the district gave out, else what stands in
 * the roadmap in use, else the app's own. Read where it is wanted, so that a later version counts at once.
 */
import { emptyMeeting, type Edit, type Meeting } from '#domain/entry.ts';
import { dateNames, setLimitDays } from '#domain/meeting/plan.ts';
import { fitsPattern } from '#domain/roadmap/code-pattern.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { withEdits } from '#domain/with-edits.ts';
import type { App } from '../app.ts';
import { publishedBody } from '../roadmap/chosen.ts';
import { roadmapForNewMeetings } from '../roadmap/in-use.ts';
import type { PublishedSettings } from './desk.ts';
import { settingsOf } from './published-settings.ts';

export interface DistrictSettings extends PublishedSettings {
  /** The roadmap that new meetings are begun with. */
  readonly roadmap: Roadmap;
  /** Where a limit of the roadmap comes from, by the name of the date; none for those that the hub gave. */
  readonly limitSources: Readonly<Record<string, string>>;
}

/** Settings and roadmap for new meetings. What the hub gave out goes before what stands in the roadmap, limit by limit. */
export async function districtSettings(app: App): Promise<DistrictSettings> {
  const given = settingsOf((await publishedBody(app)).settings);
  const roadmap = await roadmapForNewMeetings(app);
  const { purpose = '', codePattern = '', timeLimits = {} } = roadmap.district ?? {};
  const own = Object.entries(timeLimits).filter(([name]) => given.timeLimits[name] === undefined);
  return {
    purpose: given.purpose || purpose,
    codePattern: given.codePattern || codePattern,
    timeLimits: { ...Object.fromEntries(own.map(([name, { days }]) => [name, days])), ...given.timeLimits },
    limitSources: Object.fromEntries(own.flatMap(([name, { source = '' }]) => (source === '' ? [] : [[name, source] as const]))),
    roadmap,
  };
}

/** Local time limits, as they are laid out in a new plan. */
export function limitEdits({ timeLimits }: Pick<PublishedSettings, 'timeLimits'>): Edit[] {
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

/** Where a limit comes from: with a source, empty where none was named, or given out by the hub. */
export type LimitFrom = { readonly by: 'roadmap'; readonly source: string } | { readonly by: 'hub' };

/** Where a limit of this many days comes from under these settings; null where they have another one or none. */
export function limitFrom({ timeLimits, limitSources, roadmap }: Pick<DistrictSettings, 'timeLimits' | 'limitSources' | 'roadmap'>, name: string, days: number): LimitFrom | null {
  const source = limitSources[name] ?? '';
  if (timeLimits[name] !== days) return null;
  return source !== '' || roadmap.district?.timeLimits?.[name]?.days === days ? { by: 'roadmap', source } : { by: 'hub' };
}

/** True for a code as the district writes them; also where it gave no pattern, or one that cannot be tried. */
export const fitsCodePattern = ({ codePattern }: PublishedSettings, code: string): boolean => fitsPattern(codePattern, code);
