/** Many meetings as one file: a zip of records, or one workbook or set of tables over all of them. */
import { leftOutOf } from '#domain/record/chosen-notes.ts';
import type { MeetingId } from '#domain/ids.ts';
import { meetingOf } from '#domain/merge.ts';
import { deviceOnlyCount } from '#domain/meeting/note.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import { unlessCalledOff } from '../backup/called-off.ts';
import { recordNow } from '../meeting/finish-meeting.ts';
import { openMeeting } from '../meeting/open-meeting.ts';
import { fetchWriter } from './fetch-writer.ts';
import type { RecordForm } from './form.ts';
import type { ManyObstacle } from './obstacle.ts';
import { agree, readied, recordToWrite, type Prepared, type RecordOrder, type Written } from './prepare.ts';
import { writeRecords, type WrittenBytes } from './writers.ts';

export interface ManyOrder extends Omit<RecordOrder, 'revision'> {
  readonly ids: readonly MeetingId[];
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

interface Counts {
  meetings: number;
  leftOut: number;
  sample: boolean;
}

/**
 * Makes the file. Meetings are read one at a time. Not while a meeting runs: reading
 * takes the processor, and nobody hands over files in the room.
 *
 * `NothingChosen`, `MeetingRuns`, `CalledOff`, and the obstacles of one meeting; a meeting
 * that does not open stops all of it (`RecordRefused`), so that no file lacks one unsaid.
 */
export async function prepareMany(app: App, order: ManyOrder): Promise<Result<Prepared, ManyObstacle>> {
  const { ids, form, signal } = order;
  if (ids.length === 0) return err({ type: 'NothingChosen' });
  const agreed = agree(form, order);
  if (!agreed.ok) return withoutRevision(agreed);
  const { meetings } = await app.store.readMeetings();
  if (meetings.some(({ digest }) => digest.state === 'running')) return err({ type: 'MeetingRuns' });
  const asked = { ...order, identified: agreed.value.identified };
  const counts: Counts = { meetings: 0, leftOut: 0, sample: false };
  return unlessCalledOff(async () => {
    const written = form === 'record-json' ? await zipOfRecords(app, asked, counts) : await tablesOverAll(app, asked, counts);
    if (!written.ok) return written;
    signal.throwIfAborted();
    return withoutRevision(await readied(asWritten(written.value, form, asked, counts), order));
  });
}

const asWritten = (bytes: WrittenBytes, form: RecordForm, { notes }: ManyOrder, counts: Counts): Written => ({
  ...bytes, form, sample: counts.sample, meetings: counts.meetings, tail: `${String(counts.meetings)}-meetings`,
  deviceOnlyNotesLeftOut: counts.leftOut, notesLeftOut: leftOutOf(notes),
});

/** No revision is asked for here, so none can be missing. */
function withoutRevision<T>(result: Result<T, ManyObstacle | { readonly type: 'RevisionMissing'; readonly revision: number }>): Result<T, ManyObstacle> {
  if (result.ok) return result;
  return err(result.error.type === 'RevisionMissing' ? { type: 'RecordRefused', at: 'revision' } : result.error);
}

/** The records one after the other; roadmaps that are the same are held once. */
async function* recordsOf(app: App, { ids, onProgress, signal, ...order }: ManyOrder, counts: Counts): AsyncGenerator<Result<MeetingRecord, ManyObstacle>> {
  const roadmaps = new Map<string, MeetingRecord['roadmap']>();
  for (const id of ids) {
    signal.throwIfAborted();
    const opened = await openMeeting(app, id);
    if (!opened.ok) {
      yield err({ type: 'RecordRefused', at: id });
      return;
    }
    const whole = recordNow(app, opened.value);
    counts.leftOut += deviceOnlyCount(meetingOf(opened.value.session.replica));
    opened.value.session.close();
    const record = recordToWrite(whole, order);
    counts.meetings += 1;
    counts.sample = record.sample && (counts.sample || counts.meetings === 1); // the file is a sample when all of it is
    yield ok({ ...record, roadmap: sameRoadmap(roadmaps, record.roadmap) });
    onProgress(counts.meetings);
    await new Promise((resolve) => setTimeout(resolve)); // a turn for the page
  }
}

function sameRoadmap(known: Map<string, MeetingRecord['roadmap']>, roadmap: MeetingRecord['roadmap']): MeetingRecord['roadmap'] {
  const text = JSON.stringify(roadmap);
  const found = known.get(text);
  if (!found) known.set(text, roadmap);
  return found ?? roadmap;
}

async function tablesOverAll(app: App, order: ManyOrder, counts: Counts): Promise<Result<WrittenBytes, ManyObstacle>> {
  const refused: ManyObstacle[] = [];
  async function* records(): AsyncGenerator<MeetingRecord> {
    for await (const record of recordsOf(app, order, counts)) {
      if (record.ok) yield record.value;
      else refused.push(record.error);
    }
  }
  const written = await writeRecords(records(), order.form, order);
  const [first] = refused;
  return first ? err(first) : withoutRevision(written);
}

async function zipOfRecords(app: App, order: ManyOrder, counts: Counts): Promise<Result<WrittenBytes, ManyObstacle>> {
  const zip = await fetchWriter(() => import('#export/many.ts'));
  if (!zip.ok) return zip;
  const refused: ManyObstacle[] = [];
  async function* entries(): AsyncGenerator<{ readonly name: string; readonly content: Uint8Array<ArrayBuffer> }> {
    for await (const record of recordsOf(app, order, counts)) {
      const written = record.ok ? withoutRevision(await writeRecords([record.value], 'record-json', { identified: true })) : record;
      if (!written.ok) {
        refused.push(written.error);
        return;
      }
      const { meeting, revision } = record.ok ? record.value : { meeting: '', revision: 0 };
      yield { name: `${meeting}-revision-${String(revision)}.json`, content: written.value.bytes };
    }
  }
  const samples = (await app.store.readMeetings()).meetings.filter(({ id, digest }) => digest.sample && order.ids.includes(id)).length;
  const made = await zip.value.zipMany(entries(), { kind: 'identified', meetings: order.ids.length, samples, expected: { files: order.ids.length }, signal: order.signal });
  const [first] = refused;
  if (first) return err(first);
  if (!made.ok) return err({ type: 'RecordRefused', at: 'entries' });
  return ok({ bytes: new Uint8Array(await made.value.arrayBuffer()), extension: 'zip', mediaType: 'application/zip' });
}
