/** What is written of many meetings: each is opened, handed to the writer, and let go before the next. */
import type { MeetingId } from '#domain/ids.ts';
import { deviceOnlyCount } from '#domain/meeting/note.ts';
import { conditionsOf } from '#domain/meeting/plan.ts';
import { meetingOf } from '#domain/merge.ts';
import { meetingOfRecord } from '#domain/record/finish.ts';
import type { MeetingRecord, RecordObstacle } from '#domain/record/record.ts';
import { addedCounts, rowCountsOf } from '#domain/record/row-counts.ts';
import { defaultSummaryOptions, summaryOf } from '#domain/record/summary.ts';
import { assert, err, ok, type Result } from '#domain/result.ts';
import { askedPhases } from '#domain/roadmap/asked-items.ts';
import type { ManyFile, ManyOptions } from '#export/many.ts';
import { pageFormats, recordFormats } from '#export/registry.ts';
import type { App } from '../app.ts';
import { recordNow } from '../meeting/finish-meeting.ts';
import { openMeeting } from '../meeting/open-meeting.ts';
import { fetchWriter } from './fetch-writer.ts';
import type { ManyForm } from './form.ts';
import type { ManyObstacle } from './obstacle.ts';
import { pageOfSummary, type PageWords, type Paper } from './page.ts';
import { recordToWrite, type RecordOrder } from './prepare.ts';

export interface ManyOrder extends Omit<RecordOrder, 'revision' | 'form'> {
  readonly form: ManyForm;
  readonly ids: readonly MeetingId[];
  /** For PDFs. */
  readonly words: PageWords;
  /** A roadmap in the language of the PDFs; its own words where nothing is said. Records and tables always keep those. */
  readonly roadmapShown?: (roadmap: MeetingRecord['roadmap']) => MeetingRecord['roadmap'];
  readonly paper: Paper;
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** What is known of the file while it is made. */
export interface Counts {
  meetings: number;
  readonly samples: number;
  /** Device-only notes that stay. */
  leftOut: number;
}

export interface WrittenMany {
  readonly blob: Blob;
  readonly extension: string;
  readonly mediaType: string;
}
type Made = Promise<Result<WrittenMany, ManyObstacle>>;

/** The one file of all meetings, not sealed. Rejects with an AbortError when called off. */
export function writeMany(app: App, order: ManyOrder, counts: Counts): Made {
  const reading = readingOf(app, order, counts);
  switch (order.form) {
    case 'record-json': return zipOf(order, reading, recordFiles(order, reading));
    case 'page-pdf': return zipOfPages(app, order, reading);
    case 'tables-csv': return zipOfTables(order, reading);
    case 'tables-xlsx': return workbook(order, reading);
  }
}

/** The meetings one after the other, and what stopped it. */
interface Reading {
  readonly records: () => AsyncGenerator<MeetingRecord>;
  /** Keeps the first obstacle; the source ends there. */
  readonly stop: (obstacle: ManyObstacle) => void;
  readonly stopped: () => ManyObstacle | null;
  readonly counts: Readonly<Counts>;
}

function readingOf(app: App, { ids, onProgress, signal, ...order }: ManyOrder, counts: Counts): Reading {
  const roadmaps = new Map<string, MeetingRecord['roadmap']>();
  let stopped: ManyObstacle | null = null;
  const stop = (obstacle: ManyObstacle): void => { stopped ??= obstacle; };
  async function* records(): AsyncGenerator<MeetingRecord> {
    for (const id of ids) {
      signal.throwIfAborted();
      const opened = await openMeeting(app, id);
      if (!opened.ok) {
        stop({ type: 'MeetingClosed' });
        return;
      }
      const whole = recordNow(app, opened.value);
      counts.leftOut += deviceOnlyCount(meetingOf(opened.value.session.replica));
      opened.value.session.close();
      counts.meetings += 1;
      const record = order.form === 'page-pdf' ? whole : recordToWrite(whole, { ...order, form: order.form });
      yield { ...record, roadmap: sameRoadmap(roadmaps, record.roadmap) };
      if (stopped) return;
      onProgress(counts.meetings);
      await new Promise((resolve) => setTimeout(resolve)); // a turn for the page
    }
  }
  return { records, stop, stopped: () => stopped, counts };
}

/** Roadmaps that are the same are held once. */
function sameRoadmap(known: Map<string, MeetingRecord['roadmap']>, roadmap: MeetingRecord['roadmap']): MeetingRecord['roadmap'] {
  const text = JSON.stringify(roadmap);
  const found = known.get(text);
  if (!found) known.set(text, roadmap);
  return found ?? roadmap;
}

const refused = (obstacle: RecordObstacle): ManyObstacle => ({ type: 'RecordRefused', at: obstacle.type === 'NotARecord' ? obstacle.at : 'schemaVersion' });

/** A zip of these files; what stopped the reading is told before what the zip lacks. */
async function zipOf(
  { ids, identified, words, signal }: ManyOrder, { stopped, counts: { samples } }: Reading, files: Iterable<ManyFile> | AsyncIterable<ManyFile>,
  expected: ManyOptions['expected'] = { files: ids.length },
): Made {
  const zip = await fetchWriter(() => import('#export/many.ts'));
  if (!zip.ok) return zip;
  const made = await zip.value.zipMany(files, {
    kind: identified ? 'identified' : 'de-identified', meetings: ids.length, samples, expected, purposeLine: words.purposeLine, signal,
  });
  const stop = stopped();
  if (stop) return err(stop);
  return made.ok ? ok({ blob: made.value, extension: 'zip', mediaType: 'application/zip' }) : made;
}

async function* recordFiles({ signal }: ManyOrder, { records, stop }: Reading): AsyncGenerator<ManyFile> {
  const writer = await fetchWriter(recordFormats['record-json'].load);
  if (!writer.ok) {
    stop(writer.error);
    return;
  }
  for await (const record of records()) {
    const written = await writer.value.write([record], { kind: 'identified', readMe: null, signal });
    if (!written.ok) {
      stop(refused(written.error));
      return;
    }
    yield { name: `${record.meeting}-revision-${String(record.revision)}.json`, content: written.value.bytes };
  }
}

async function zipOfPages(app: App, order: ManyOrder, reading: Reading): Made {
  const { words, paper, identified } = order;
  const writer = await fetchWriter(pageFormats['page-pdf'].load);
  if (!writer.ok) return writer;
  const { write } = writer.value;
  async function* pages(): AsyncGenerator<ManyFile> {
    for await (const record of reading.records()) {
      const name = identified ? `${record.meeting}-revision-${String(record.revision)}` : `M${String(reading.counts.meetings)}`; // as tables call it
      yield { name: `${record.sample ? 'sample-' : ''}${name}.pdf`, content: await write(pageOfSummary(summaryOfRecord(app, record, order), words), { paper }) };
    }
  }
  return zipOf(order, reading, pages());
}

function summaryOfRecord(app: App, record: MeetingRecord, { identified, names, notes, roadmapShown = (roadmap) => roadmap }: ManyOrder): ReturnType<typeof summaryOf> {
  const meeting = meetingOfRecord(record);
  const source = { meetingId: record.meeting, roadmap: record.roadmap, phases: askedPhases(roadmapShown(record.roadmap), conditionsOf(meeting)), nowMs: app.nowMs() };
  const sections = { ...defaultSummaryOptions.sections, familyWords: notes.has('family') };
  return summaryOf(meeting, source, { sections, identified, names: names && identified });
}

async function zipOfTables(order: ManyOrder, reading: Reading): Made {
  const writer = await fetchWriter(() => import('#export/tables-csv/files.ts'));
  if (!writer.ok) return writer;
  let rows: Readonly<Record<string, number>> = {};
  async function* counted(): AsyncGenerator<MeetingRecord> {
    for await (const record of reading.records()) {
      rows = addedCounts(rows, rowCountsOf(record));
      yield record;
    }
  }
  const files = await writer.value.csvFiles(counted(), { kind: order.identified ? 'identified' : 'de-identified', readMe: order.readMe, purposeLine: order.words.purposeLine, signal: order.signal });
  const stop = reading.stopped();
  if (stop) return err(stop);
  if (!files.ok) return err(refused(files.error));
  const content = files.value.map(({ name, pieces, rows: ofFile }): ManyFile => ({ name, content: pieces, rows: ofFile }));
  return zipOf(order, reading, content, { files: content.length, rows });
}

async function workbook({ form, identified, words, readMe, signal }: ManyOrder, { records, stopped }: Reading): Made {
  assert(form === 'tables-xlsx', 'a workbook was asked for');
  const { meta: { extension, mediaType }, load } = recordFormats[form];
  const writer = await fetchWriter(load);
  if (!writer.ok) return writer;
  const written = await writer.value.write(records(), { kind: identified ? 'identified' : 'de-identified', readMe, purposeLine: words.purposeLine, signal });
  const stop = stopped();
  if (stop) return err(stop);
  return written.ok ? ok({ blob: new Blob([written.value.bytes], { type: mediaType }), extension, mediaType }) : err(refused(written.error));
}
