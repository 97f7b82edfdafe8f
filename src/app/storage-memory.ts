/**
 * Does this device keep what it is given? A dated row in the database and a marker beside it
 * carry one random token. When the marker is there at a start and the row is not, the
 * database was cleared by somebody else than this app.
 *
 *   | row   | marker          | then                                            |
 *   | same  | same            | kept                                            |
 *   | there | not             | kept; the marker is written again               |
 *   | not   | not             | a first start, or a device that clears it all   |
 *   | not   | there, had none | cleared; nothing was lost                       |
 *   | not   | there, had some | cleared, and meetings with it                   |
 *
 * The day since when pages are kept is shown: only the leader can see that it is always today.
 */
import type { Marker } from '#device/shell.ts';
import { localDay } from '#domain/local-day.ts';
import { z } from '#domain/zod.ts';
import type { App } from './app.ts';

const canarySetting = 'storage.canary';

const canarySchema = z.object({ token: z.string(), sinceDay: z.string(), clearedOn: z._default(z.nullable(z.string()), null) });
const markerSchema = z.object({ token: z.string(), sinceDay: z.string(), some: z.boolean() });

export interface StorageMemory {
  /** The local day since when this database is kept. */
  readonly sinceDay: string;
  /** The day on which it was found that an earlier database had been cleared; null when none was. */
  readonly clearedOn: string | null;
  /** Meetings were kept here and are not any more; holds until `acceptLoss`. */
  readonly lost: boolean;
}

/** Looks at row and marker, and mends the one that is missing. Asked at each start and by the tablet screen. */
export async function storageMemory(app: App, marker: Marker = app.shell.marker): Promise<StorageMemory> {
  const row = canarySchema.safeParse(await app.store.readSetting(canarySetting));
  const mark = markerOf(await marker.read());
  const today = localDay(app.nowMs());
  if (row.success) {
    const { token, sinceDay, clearedOn } = row.data;
    if (mark?.token !== token) await marker.write(JSON.stringify({ token, sinceDay, some: await hasMeetings(app) }));
    return { sinceDay, clearedOn, lost: false };
  }
  const lost = mark?.some === true && !(await hasMeetings(app));
  const memory = { sinceDay: today, clearedOn: mark ? today : null, lost };
  if (!lost) await begin(app, marker, memory);
  return memory;
}

/** Begins a new memory after a loss: the leader has restored a backup or goes on without. */
export async function acceptLoss(app: App, marker: Marker = app.shell.marker): Promise<void> {
  const today = localDay(app.nowMs());
  await begin(app, marker, { sinceDay: today, clearedOn: today });
}

/** Keeps in the marker that there is a meeting, or that the leader has removed them all. */
export async function markMeetings(app: App, some: boolean, marker: Marker = app.shell.marker): Promise<void> {
  const row = canarySchema.safeParse(await app.store.readSetting(canarySetting));
  const mark = markerOf(await marker.read());
  if (!row.success || (mark?.token === row.data.token && mark.some === some)) return;
  await marker.write(JSON.stringify({ token: row.data.token, sinceDay: row.data.sinceDay, some }));
}

async function begin(app: App, marker: Marker, { sinceDay, clearedOn }: Pick<StorageMemory, 'sinceDay' | 'clearedOn'>): Promise<void> {
  const token = app.newId();
  await app.store.writeSetting(canarySetting, { token, sinceDay, clearedOn });
  await marker.write(JSON.stringify({ token, sinceDay, some: await hasMeetings(app) }));
}

async function hasMeetings(app: App): Promise<boolean> {
  const { meetings, damaged } = await app.store.readMeetings();
  return meetings.some(({ digest }) => !digest.sample) || damaged.length > 0;
}

function markerOf(text: string | null): z.infer<typeof markerSchema> | null {
  if (text === null) return null;
  try {
    const mark = markerSchema.safeParse(JSON.parse(text));
    return mark.success ? mark.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null; // not ours
    throw error;
  }
}
