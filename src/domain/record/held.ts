/** When a meeting was held, for pages that leave the device. */
import type { Meeting } from '../entry.ts';
import { localDay } from '../local-day.ts';
import { basicsOf, timingOf } from '../meeting/glance.ts';

export interface Held {
  /** Local day, 'YYYY-MM-DD'; null where days are left out or none is known. */
  readonly onDate: string | null;
  /** Its month, 'YYYY-MM'. */
  readonly month: string | null;
  readonly startedAtMs: number | null;
  /** When it ended, or when the leader left. */
  readonly endedAtMs: number | null;
  /** Whole minutes from beginning to end. */
  readonly minutes: number | null;
}

/** The held times; without days and clock times unless `identified`. The planned day counts where there is one. */
export function heldOf(meeting: Meeting, identified: boolean): Held {
  const timing = timingOf(meeting);
  const startedAtMs = timing?.startedAtMs ?? null;
  const endedAtMs = timing ? (timing.endedAtMs ?? timing.leftAtMs) : null;
  const onDate = basicsOf(meeting).onDate ?? (startedAtMs === null ? null : localDay(startedAtMs));
  const lasted = startedAtMs === null || endedAtMs === null ? null : Math.max(0, Math.round((endedAtMs - startedAtMs) / 60_000));
  return {
    onDate: identified ? onDate : null,
    month: onDate?.slice(0, 7) ?? null,
    startedAtMs: identified ? startedAtMs : null,
    endedAtMs: identified ? endedAtMs : null,
    minutes: lasted,
  };
}
