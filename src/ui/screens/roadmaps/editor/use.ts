/** Since when the version before is in use, and in how many meetings. */
import type { App } from '#app/app.ts';
import { readRoadmaps } from '#app/roadmap/list.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { dayOf, nearDay } from '#ui/words/dates.ts';

export interface Use {
  /** In words; null where it was in no meeting that has a day. */
  readonly since: string | null;
  readonly meetings: number;
}

export async function useOf(app: App, base: Roadmap | null): Promise<Use> {
  const listed = base && (await readRoadmaps(app)).versions.find(({ roadmap }) => roadmap.id === base.id && roadmap.version === base.version);
  if (!listed) return { since: null, meetings: 0 };
  return { since: listed.since === null ? null : nearDay(listed.since, dayOf(app.nowMs())), meetings: listed.meetings };
}
