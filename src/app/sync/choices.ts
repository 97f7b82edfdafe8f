/** What was chosen on this device about the hub; a row of the table `sync`. */
import { z } from '#domain/zod.ts';
import type { App } from '../app.ts';

const schema = z.looseObject({
  /** Unfinished meetings are sent too, for this member alone. */
  drafts: z._default(z.boolean(), false),
  /** Whether what was finished before joining goes to the hub has been answered. */
  answered: z._default(z.boolean(), false),
  /** Meetings that were finished before joining and are to stay here. */
  keptHere: z._default(z.array(z.string()), []),
  /** The latest stamp that was drafted, by meeting, with the count of its drafts. */
  drafted: z._default(z.record(z.string(), z.looseObject({ stamp: z.string(), count: z.number() })), {}),
});

export type Choices = z.infer<typeof schema>;

/** The choices; the defaults where nothing was chosen. */
export async function readChoices({ store }: App): Promise<Choices> {
  const kept = schema.safeParse((await store.readNamed('sync', 'choices')) ?? {});
  return kept.success ? kept.data : schema.parse({});
}

/** Changes some of them; resolves at the commit. */
export async function choose(app: App, news: Partial<Choices>): Promise<void> {
  await app.store.write({ sync: [{ id: 'choices', value: { ...(await readChoices(app)), ...news } }] });
}
