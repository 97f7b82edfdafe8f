/** All that a store says of what it holds, in one value that can be compared. */
import type { Store } from '#data/store.ts';

export interface AskFor {
  readonly drafts: readonly string[];
  readonly settings: readonly string[];
  readonly roadmaps: readonly (readonly [string, string])[];
}

export async function tellAll(store: Store, ask: AskFor): Promise<Record<string, unknown>> {
  const listing = await store.readMeetings();
  const meetings = listing.meetings.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const journals = await Promise.all(meetings.map(({ id }) => store.readJournal(id)));
  const records = await Promise.all(meetings.map(async ({ id }) =>
    Promise.all((await store.readRevisions(id)).map((revision) => store.readRecord(id, revision)))));
  const told = {
    ask, meetings, damaged: listing.damaged, journals, records,
    roadmaps: await Promise.all(ask.roadmaps.map(([id, version]) => store.readRoadmap(id, version))),
    drafts: await Promise.all(ask.drafts.map((id) => store.readDraft(id))),
    settings: await Promise.all(ask.settings.map((id) => store.readSetting(id))),
    log: await store.readLog(),
    outbox: await store.readOutbox(),
    receipts: await store.readReceipts(),
    replicas: await store.readReplicas(),
    sync: Object.fromEntries(await store.readAllNamed('sync')),
    derived: Object.fromEntries(await store.readAllNamed('derived')),
  };
  // As a file has it: without what JSON has no word for.
  return JSON.parse(JSON.stringify(told)) as Record<string, unknown>;
}
