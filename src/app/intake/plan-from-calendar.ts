import { emptyMeeting, type Edit } from '#domain/entry.ts';
import { minutesOf } from '#domain/meeting/glance.ts';
import { setBasics } from '#domain/meeting/plan.ts';
import { spreadMinutes } from '#domain/meeting/spread-minutes.ts';
import { conditionsInForce } from '#domain/meeting/meeting-type.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { askedPhases } from '#domain/roadmap/asked-items.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import type { App, StoreObstacle } from '../app.ts';
import { layOut } from '../meeting/plan-meeting.ts';
import { districtSettings, limitEdits } from '#app/sync/district-settings.ts';
import { plannedEvents, type EventLine } from './preview-calendar.ts';

/**
 * Plans one meeting for each event, in one transaction, all or none. An event that a meeting
 * was planned from already is left out, so doing it twice changes nothing. Day, time, room,
 * length, type and an obvious code come along; the event's words do not. Each begins with the
 * roadmap that is in use and local time limits, as any plan does.
 *
 * @returns how many were planned
 */
export async function planFromCalendar(app: App, events: readonly EventLine[]): Promise<Result<number, StoreObstacle>> {
  const planned = await plannedEvents(app);
  const settings = await districtSettings(app);
  const { roadmap } = settings;
  const plans = events.filter(({ fingerprint }) => !planned.has(fingerprint))
    .map((event) => layOut(app, [...editsOf(event, roadmap), ...limitEdits(settings)], roadmap));
  if (plans.length === 0) return ok(0);
  const written = await app.store.writeEverything({
    changes: plans.flatMap(({ changes }) => changes),
    meetings: plans.map(({ listed }) => listed),
    roadmaps: [roadmap],
  });
  return written.ok ? ok(plans.length) : err(written.error);
}

function editsOf({ type, code, room, onDate, startsAt, minutes, fingerprint }: EventLine, roadmap: Roadmap): Edit[] {
  const none = emptyMeeting();
  const phases = askedPhases(roadmap, conditionsInForce(type, []));
  return [
    ...setBasics(none, { type, code, room, onDate, startsAt, fromEvent: fingerprint }),
    ...(minutes === null ? [] : spreadMinutes(minutesOf(none, phases), minutes)),
  ];
}
