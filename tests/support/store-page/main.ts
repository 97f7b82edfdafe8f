/**
 * The real store without screens. Tells what it finds of the meetings in `?read=`, then
 * writes to the meeting in `?write=` without pause, and tells each commit.
 */
import { freshLog } from '#data/fresh-log.ts';
import { openStore } from '#data/open-store.ts';
import type { Store } from '#data/store.ts';
import type { Change } from '#domain/change.ts';
import { entryIdOf, parseMeetingId, type ActId, type MeetingId } from '#domain/ids.ts';
import { assert } from '#domain/result.ts';
import { emptyClock, nodeIdFromBytes, stampOf, tick } from '#domain/stamp.ts';
import type { Told } from './told.ts';

/** Changes in one act. */
const together = 3;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Until it is heard: where the network's process has been killed, the next one takes it. */
async function tell(told: Told): Promise<void> {
  for (;;) {
    try {
      const answer = await fetch(`/told${location.search}`, { method: 'POST', body: JSON.stringify(told) });
      if (answer.ok) return;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
    await pause(50);
  }
}

function meetingsIn(list: string | null): MeetingId[] {
  return (list ?? '').split(',').filter((text) => text !== '').map((text) => {
    const id = parseMeetingId(text);
    assert(id, 'the address names meetings');
    return id;
  });
}

async function found(store: Store, meetings: readonly MeetingId[]): Promise<Told> {
  const journals = await Promise.all(meetings.map((meeting) => store.readJournal(meeting)));
  return {
    what: 'found',
    changes: journals.flatMap(({ changes }) => changes.map(({ act, stamp }) => [act, stamp] as const)),
    damaged: journals.reduce((sum, { damaged }) => sum + damaged.length, 0),
  };
}

function actsIn(meeting: MeetingId): () => Change[] {
  let clock = emptyClock(nodeIdFromBytes(crypto.getRandomValues(new Uint8Array(8))));
  return () => {
    const act = crypto.randomUUID() as ActId;
    return Array.from({ length: together }, (_, at) => {
      clock = tick(clock, Date.now());
      return {
        meeting, stamp: stampOf(clock), act, entry: entryIdOf('mark', `item-${String(at)}`), kind: 'mark' as const,
        value: { answer: 'partly', atMs: Date.now() },
      };
    });
  };
}

async function writeOn(store: Store, meeting: MeetingId, betweenMs: number): Promise<void> {
  const nextAct = actsIn(meeting);
  for (let count = 0; ; count += 1) {
    const changes = nextAct();
    const madeAtMs = Date.now();
    void store.write({ changes }).then(() =>
      tell({ what: 'saved', stamps: changes.map(({ stamp }) => stamp), madeAtMs, frames: document.querySelectorAll('iframe[hidden]').length }));
    // Bursts: several acts at once, then a breath.
    if (count % 8 === 7) await pause(betweenMs);
  }
}

async function run(): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const store = await openStore({ nowMs: () => Date.now(), beforeWriting: freshLog });
  assert(store.ok, `the store opens: ${store.ok ? '' : JSON.stringify(store.error)}`);
  await tell(await found(store.value, meetingsIn(asked.get('read'))));
  const [meeting] = meetingsIn(asked.get('write'));
  if (meeting) await writeOn(store.value, meeting, Number(asked.get('pause') ?? 10));
}

run().catch((error: unknown) => tell({ what: 'broken', why: String(error) }));
