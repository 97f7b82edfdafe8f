/**
 * What retention or the leader has taken away: the id of each meeting that was reduced or
 * removed, so that an earlier backup does not bring it back. No content.
 */
import type { MeetingId } from '#domain/ids.ts';
import { z } from '#domain/zod.ts';
import type { App } from '../app.ts';

/** The setting's name. */
export const doneSetting = 'retention.done';

const schema = z.array(z.looseObject({
  id: z.string(),
  what: z.enum(['reduced', 'removed']),
  atMs: z.number(),
  /** The month in which it was held, 'YYYY-MM'; null when it was not known. */
  month: z.nullable(z.string()),
}));

export type Done = z.infer<typeof schema>[number];

/** Any input as the list; empty when it is none. */
export function parseDone(input: unknown): Done[] {
  const done = schema.safeParse(input);
  return done.success ? done.data : [];
}

/** The list of this device, by meeting. */
export const readDone = async (app: App): Promise<ReadonlyMap<MeetingId, Done>> =>
  new Map(parseDone(await app.store.readSetting(doneSetting)).map((one) => [one.id as MeetingId, one])); // ids of this app's own list

/** Both lists; of one meeting the later word counts. */
export function withDone(list: Iterable<Done>, added: Iterable<Done>): Done[] {
  const all = new Map<string, Done>();
  for (const one of [...list, ...added]) {
    const known = all.get(one.id);
    if (!known || known.atMs <= one.atMs) all.set(one.id, one);
  }
  return [...all.values()];
}
