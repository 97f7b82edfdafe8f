/** What holds in every form in which something leaves: a sample says that it is one, device-only notes are in none, and no cell is a formula. */
import { inflateSync } from 'node:zlib';
import * as XLSX from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import type { ExportForm, ManyForm } from '#app/export/form.ts';
import { prepareMany } from '#app/export/many.ts';
import { preparePage } from '#app/export/prepare-page.ts';
import { prepareSteps } from '#app/export/prepare-steps.ts';
import { prepareRecord } from '#app/export/prepare.ts';
import { openMeeting, type OpenedMeeting } from '#app/meeting/open-meeting.ts';
import { loadSample } from '#app/meeting/sample.ts';
import { entryIdOf } from '#domain/ids.ts';
import { addNote } from '#domain/meeting/note.ts';
import { conditionsOf } from '#domain/meeting/plan.ts';
import { meetingOf } from '#domain/merge.ts';
import { allNotes } from '#domain/record/chosen-notes.ts';
import { defaultSummaryOptions, summaryOf, type Summary } from '#domain/record/summary.ts';
import type { Result } from '#domain/result.ts';
import { askedPhases } from '#domain/roadmap/asked-items.ts';
import { guarded, unguarded } from '#export/tables-csv/csv.ts';
import { recordFormats } from '#export/registry.ts';
import { fontFiles } from '#tests/support/font-files.ts';
import { fakeApp, type FakeApp } from '#tests/support/fake-app.ts';
import { page as pageWords } from '#ui/words/en/page.ts';
import { summaryText } from '#ui/screens/summary/summary-text.ts';
import { hostileCells } from './hostile-cells.ts';
import { textOfPdf } from './pages.ts';
import { readCsv } from './read-csv.ts';
import { files } from '#ui/words/en/files.ts';
import { basics, note, recordOfEdits } from './records.ts';

vi.mock('#export/page-pdf/fonts.ts', () => ({ fetchFonts: () => Promise.resolve(fontFiles()) })); // Node's own fetch takes no file addresses

const marker = 'Zebrafinch';
type Left = ExportForm | 'summary-text' | `many-${ManyForm}`;
interface LeftFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
interface Ready extends Pick<FakeApp, 'app'> {
  readonly opened: OpenedMeeting;
  readonly identified: boolean;
}

/** The sample meeting with a device-only note, and with what was drawn from it. */
async function ready(identified: boolean): Promise<Ready> {
  const { app } = fakeApp();
  const opened = await openMeeting(app, await loadSample(app));
  if (!opened.ok) throw new Error(opened.error.type);
  const { session } = opened.value;
  await session.act(addNote({ id: 'x1', text: `${marker} is for me`, tag: 'device-only', about: { to: 'meeting', id: '' }, nowMs: app.nowMs() }));
  const source = { from: 'note', id: entryIdOf('note', 'x1') } as const;
  await session.act([
    { kind: 'reflection', entry: entryIdOf('reflection', 'x2'), value: { section: 'strength', text: `${marker} as a strength`, source, order: 99 } },
    { kind: 'follow-up', entry: entryIdOf('follow-up', 'x3'), value: { what: `${marker} as a step`, owner: marker, dueOn: '2026-12-01', doneOn: null, source, order: 99 } },
  ]);
  return { app, opened: opened.value, identified };
}

function summaryFrom({ app, opened: { session, roadmap }, identified }: Ready): Summary {
  const meeting = meetingOf(session.replica);
  return summaryOf(meeting, { roadmap, phases: askedPhases(roadmap, conditionsOf(meeting)), nowMs: app.nowMs() }, { ...defaultSummaryOptions, names: true, identified });
}

async function fileOf(prepared: Promise<Result<{ readonly file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> | Blob } }, unknown>>): Promise<LeftFile> {
  const made = await prepared;
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const { name, bytes } = made.value.file;
  return { name, bytes: new Uint8Array(await new Blob([bytes]).arrayBuffer()) };
}

const terms = ({ identified }: Ready) => ({ identified, reason: 'asked for', seal: null, notes: allNotes, names: true, readMe: files.tables });
const record = (form: 'record-json' | 'tables-csv' | 'tables-xlsx') => (from: Ready) => fileOf(prepareRecord(from.app, from.opened, { form, ...terms(from) }));
const page = (form: 'page-pdf' | 'page-docx') => (from: Ready) =>
  fileOf(preparePage(from.opened, { form, summary: summaryFrom(from), words: pageWords, paper: 'letter', ...terms(from) }));
const many = (form: ManyForm) => (from: Ready) => fileOf(prepareMany(from.app, {
  form, ...terms(from), words: pageWords, paper: 'letter', ids: [from.opened.session.meeting], onProgress: () => undefined, signal: new AbortController().signal,
}));

/** Files within files, told by name and bytes; a PDF also as its text. */
function partsOf({ name, bytes }: LeftFile): LeftFile[] {
  if (strFromU8(bytes.subarray(0, 2)) === 'PK') return Object.entries(unzipSync(bytes)).flatMap(([inner, part]) => partsOf({ name: inner, bytes: part }));
  return [{ name, bytes }];
}
const partNamed = (file: LeftFile, end: string): string => {
  const found = partsOf(file).find(({ name }) => name.endsWith(end));
  if (!found) throw new Error(`no ${end}`);
  return strFromU8(found.bytes);
};
const pdfIn = (file: LeftFile): string => textOfPdf(partsOf(file).find(({ name }) => name.endsWith('.pdf'))?.bytes ?? new Uint8Array());

/** The last column of the meetings: whether it is a sample. */
const csvSaysSample = (file: LeftFile): boolean => {
  const [head = [], row = []] = readCsv(partNamed(file, 'meetings.csv'));
  return row[head.indexOf('sample')] === 'yes';
};
const bookSaysSample = ({ bytes }: LeftFile): boolean => {
  const sheet = XLSX.read(bytes, { type: 'array' }).Sheets['meetings'];
  return sheet !== undefined && XLSX.utils.sheet_to_json<Record<string, unknown>>(sheet)[0]?.['sample'] === 'yes';
};
const jsonSaysSample = (file: LeftFile): boolean => (JSON.parse(partNamed(file, '.json')) as { sample?: unknown }).sample === true;
const pageMark = /sample, not a real meeting/iu;

/** How each form is made, and how it says that it is a sample; a form that is missing here does not compile. */
const forms: Readonly<Record<Left, { readonly make: (from: Ready) => Promise<LeftFile>; readonly saysSample: (file: LeftFile) => boolean }>> = {
  'page-pdf': { make: page('page-pdf'), saysSample: (file) => pageMark.test(pdfIn(file)) },
  'page-docx': { make: page('page-docx'), saysSample: (file) => pageMark.test(partNamed(file, 'word/document.xml')) },
  'tables-xlsx': { make: record('tables-xlsx'), saysSample: bookSaysSample },
  'tables-csv': { make: record('tables-csv'), saysSample: csvSaysSample },
  'record-json': { make: record('record-json'), saysSample: jsonSaysSample },
  'calendar-ics': {
    make: (from) => fileOf(prepareSteps(from.app, from.opened, { as: 'todo', words: files.calendar, ...terms(from) })),
    saysSample: ({ bytes }) => { const all = strFromU8(bytes).match(/^SUMMARY:.*$/gmu) ?? []; return all.length > 0 && all.every((line) => line.startsWith('SUMMARY:Sample: ')); },
  },
  'summary-text': { make: (from) => Promise.resolve({ name: 'sample-text', bytes: new TextEncoder().encode(summaryText(summaryFrom(from), pageWords)) }), saysSample: ({ bytes }) => pageMark.test(strFromU8(bytes)) },
  'many-tables-xlsx': { make: many('tables-xlsx'), saysSample: bookSaysSample },
  'many-tables-csv': { make: many('tables-csv'), saysSample: csvSaysSample },
  'many-page-pdf': { make: many('page-pdf'), saysSample: (file) => pageMark.test(pdfIn(file)) && partsOf(file)[0]?.name.startsWith('sample-') === true },
  'many-record-json': { make: many('record-json'), saysSample: jsonSaysSample },
};

/** Everything that can be read of a file: its parts, the streams of a PDF opened, and its text. */
function readable(file: LeftFile): string {
  return partsOf(file).map(({ name, bytes }) => {
    const raw = strFromU8(bytes, true);
    if (!raw.startsWith('%PDF')) return `${name}\n${raw}`;
    const streams = [...raw.matchAll(/\/FlateDecode[^]*?stream\r?\n/gu)].map(({ index, 0: head }) => {
      const from = index + head.length;
      return inflateSync(bytes.subarray(from, raw.indexOf('endstream', from))).toString('latin1');
    });
    return [name, raw, ...streams, textOfPdf(bytes)].join('\n');
  }).join('\n');
}

const table = Object.entries(forms).flatMap(([form, how]) => [true, false].map((identified) => ({ form, kind: identified ? 'identified' : 'de-identified', identified, ...how })));

describe('in every form', () => {
  it.each(table)('a sample says that it is one, and device-only notes stay: $form, $kind', async ({ make, saysSample, identified }) => {
    const file = await make(await ready(identified));
    expect(file.name).toMatch(/^sample-/);
    expect(saysSample(file)).toBe(true);
    const all = readable(file);
    expect(all.length).toBeGreaterThan(200);
    expect(all).not.toContain(marker);
  });

  it('the marker would be found: a note that may leave is in them', async () => {
    const from = await ready(true);
    await from.opened.session.act(addNote({ id: 'y1', text: 'Goldcrest', tag: 'family', about: { to: 'meeting', id: '' }, nowMs: from.app.nowMs() }));
    for (const form of ['page-pdf', 'page-docx', 'tables-xlsx', 'tables-csv', 'record-json', 'summary-text'] as const) expect(readable(await forms[form].make(from)), form).toContain('Goldcrest');
  });
});

describe('hostile cells', () => {
  const hostile = recordOfEdits([basics(), ...hostileCells.map((text, at) => note(text, null, `n${String(at)}`))]);
  const written = async (form: 'tables-csv' | 'tables-xlsx'): Promise<Uint8Array> => {
    const made = await (await recordFormats[form].load()).write([hostile], { kind: 'identified', readMe: files.tables });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    return made.value.bytes;
  };
  const sorted = (texts: readonly string[]): string[] => texts.map((text) => text.replaceAll('\r\n', '\n').replaceAll(/\p{Surrogate}/gu, '\ufffd')).toSorted();

  it('are in the CSV as they were written, and none begins as a formula does', async () => {
    const [head = [], ...rows] = readCsv(strFromU8(unzipSync(await written('tables-csv'))['notes.csv'] ?? new Uint8Array()));
    const cells = rows.map((row) => row[head.indexOf('text')] ?? '');
    expect(sorted(cells.map(unguarded))).toEqual(sorted(hostileCells));
    for (const cell of cells) expect(cell).not.toMatch(/^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|^[\t\r\n]/u);
    expect(cells.filter((cell) => cell !== guarded(unguarded(cell)))).toEqual([]);
  });

  it('are in the workbook as texts, as they were written', async () => {
    const sheet = XLSX.read(await written('tables-xlsx'), { type: 'array', cellFormula: true }).Sheets['notes'] ?? {};
    const cells = Object.entries(sheet).filter(([address]) => /^[A-Z]+\d+$/u.test(address)).map(([address, cell]) => [address, cell as XLSX.CellObject] as const);
    const letter = cells.find(([address, { v }]) => /^[A-Z]+1$/u.test(address) && v === 'text')?.[0].replace('1', '') ?? '';
    const texts = cells.filter(([address]) => address.replace(/\d+$/u, '') === letter && address !== `${letter}1`).map(([, cell]) => cell);
    expect(sorted(texts.map(({ v }) => String(v)))).toEqual(sorted(hostileCells));
    expect(cells.filter(([, { t, f }]) => f !== undefined || t === 'b' || t === 'e')).toEqual([]);
    expect(new Set(texts.map(({ t }) => t))).toEqual(new Set(['s']));
  });
});
