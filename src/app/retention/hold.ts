import type { MeetingId } from '#domain/ids.ts';
import type { App } from '../app.ts';
import { readRetention, writeRetention } from './settings.ts';

/** Pauses retention for one meeting, or lets it go on; resolves at the commit. */
export async function holdMeeting(app: App, id: MeetingId, hold: boolean): Promise<void> {
  const held = (await readRetention(app)).held.filter((other) => other !== id);
  await writeRetention(app, { held: hold ? [...held, id] : held });
}

/** Pauses retention for everything, or lets it go on; resolves at the commit. */
export const holdEverything = (app: App, hold: boolean): Promise<void> => writeRetention(app, { hold });
