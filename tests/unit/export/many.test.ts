import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { uniqueName, zipMany, type ManyFile, type ManyOptions } from '#export/many.ts';
import { zipInPieces } from '#export/zip-pieces.ts';
import { readRecords } from '#intake/read-records.ts';
import { recordAsJson } from '#export/record-json/write.ts';
import { csvFiles } from '#export/tables-csv/files.ts';
import { rowCountsOf, addedCounts } from '#domain/record/row-counts.ts';
import type { MeetingRecord } from '#domain/record/record.ts';
import { files as words } from '#ui/words/en/files.ts';
import { sampleRecord } from './records.ts';

setFlagsFromString('--expose-gc');
/** Takes away all that nothing holds. */
const collect = runInNewContext('gc') as () => void; // the flag above puts it there
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const options = (files: number, patch: Partial<ManyOptions> = {}): ManyOptions => ({ kind: 'identified', meetings: files, samples: 0, expected: { files }, purposeLine: words.tables.purposeLine, ...patch });
const opened = async (blob: Blob): Promise<Record<string, Uint8Array>> => unzipSync(new Uint8Array(await blob.arrayBuffer()));
const recordAt = (at: number): MeetingRecord => ({ ...sampleRecord(), meeting: `6f1d2c3b-0000-4000-8000-${String(at).padStart(12, '0')}` as MeetingRecord['meeting'] });

function jsonOf(record: MeetingRecord): Uint8Array<ArrayBuffer> {
  const json = recordAsJson(record);
  if (!json.ok) throw new Error(json.error.type);
  return json.value;
}

async function zipped(files: readonly ManyFile[], patch: Partial<ManyOptions> = {}): Promise<Record<string, Uint8Array>> {
  const blob = await zipMany(files, options(files.length, patch));
  if (!blob.ok) throw new Error(JSON.stringify(blob.error));
  return opened(blob.value);
}

describe('many files in one zip', () => {
  it('are all there, and a manifest lists each with its size and hash', async () => {
    const files = [{ name: 'one.txt', content: bytesOf('one') }, { name: 'in/two.txt', content: [''] }];
    const read = await zipped(files);
    expect(Object.keys(read)).toEqual(['one.txt', 'in/two.txt', 'manifest.json']);
    expect(strFromU8(read['one.txt'] ?? new Uint8Array())).toBe('one');
    expect(JSON.parse(strFromU8(read['manifest.json'] ?? new Uint8Array()))).toMatchObject({
      format: 'quiet-checkpoint/export', version: 1, meetings: 2,
      files: [['one.txt', 'one'], ['in/two.txt', '']].map(([name = '', text = '']) => ({ name, bytes: text.length, sha256: createHash('sha256').update(text).digest('hex') })),
    });
  });

  it('hold records that this app reads again, and tables with the rows that the domain counts', async () => {
    const records = [recordAt(1), recordAt(2), recordAt(3)];
    const tables = await csvFiles(records, { kind: 'identified', readMe: words.tables });
    if (!tables.ok) throw new Error(tables.error.type);
    const rows = records.map(rowCountsOf).reduce(addedCounts);
    const files = [
      ...records.map((record) => ({ name: `records/${record.meeting}.json`, content: jsonOf(record) })),
      ...tables.value.map(({ name, pieces, rows: own }) => ({ name: `tables/${name}`, content: pieces, rows: own })),
    ];
    const blob = await zipMany(files, options(files.length, { expected: { files: files.length, rows } }));
    if (!blob.ok) throw new Error(JSON.stringify(blob.error));
    const back = await readRecords(blob.value, { nowMs: 5_000_000_000_000 });
    expect(back.ok && back.value.records).toEqual(records);
  });

  it('are refused when a file or a row is missing', async () => {
    const file = { name: 'a', content: bytesOf('a'), rows: { notes: 2 } };
    expect(await zipMany([file], options(2))).toEqual({ ok: false, error: { type: 'CountsDiffer', of: 'files', expected: 2, written: 1 } });
    expect(await zipMany([file], options(1, { expected: { files: 1, rows: { notes: 3 } } }))).toEqual({ ok: false, error: { type: 'CountsDiffer', of: 'notes', expected: 3, written: 2 } });
  });

  it('tell how far they are, and leave nothing when called off in the middle', async () => {
    const caller = new AbortController();
    const told: number[] = [];
    let closed = false;
    async function* source(): AsyncGenerator<ManyFile> {
      try {
        for (let at = 0; at < 50; at += 1) {
          await Promise.resolve();
          yield { name: `${String(at)}.txt`, content: bytesOf('x') };
        }
      } finally {
        closed = true;
      }
    }
    const onProgress = (files: number): void => {
      told.push(files);
      if (files === 10) caller.abort();
    };
    await expect(zipMany(source(), options(50, { signal: caller.signal, onProgress }))).rejects.toMatchObject({ name: 'AbortError' });
    expect(told.at(-1)).toBe(10);
    expect(closed).toBe(true);
  });

  it('are called off in the middle of a large file too', async () => {
    const caller = new AbortController();
    const zip = zipInPieces(() => undefined);
    function* pieces(): Generator<Uint8Array> {
      for (let at = 0; at < 100; at += 1) {
        if (at === 5) caller.abort();
        yield new Uint8Array(300_000);
      }
    }
    await expect(zip.file('large', pieces(), caller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('of a thousand meetings need the memory of a few', async () => {
    // It packs about eight to one, as a record does.
    const record = new Uint8Array(25_000).map((_, at) => (at % 8 === 0 ? Math.imul(at * at, 2_654_435_761) >>> 24 : 65 + (at % 8)));
    /** What is held, in bytes; buffers are given back a little after the collector has run. */
    const held = async (): Promise<number> => {
      collect();
      await new Promise((resolve) => setTimeout(resolve, 30));
      collect();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers;
    };
    const before = await held();
    const grown: number[] = [];
    let open = 0;
    let most = 0;
    // A file counts as open from when it is made until the next one is asked for.
    async function* source(): AsyncGenerator<ManyFile> {
      for (let at = 0; at < 1_000; at += 1) {
        open += 1;
        most = Math.max(most, open);
        yield { name: `M${String(at + 1)}.json`, content: record.slice() };
        open -= 1;
        if (at % 250 === 249) grown.push(await held() - before);
      }
    }
    const blob = await zipMany(source(), options(1_000));
    if (!blob.ok) throw new Error(blob.error.type);
    expect(most).toBe(1);
    // 25 MB went in. What came out is in the Blob, which Node keeps in memory; little is held beside it.
    expect(Math.max(...grown)).toBeLessThan(blob.value.size + 10_000_000);
    expect(blob.value.size).toBeLessThan(10_000_000);
  });

  it('have names that are safe everywhere and each once', () => {
    const taken = new Set<string>();
    expect(['a.pdf', 'A.pdf', '../../etc/passwd', 'con.txt', 'x\u202etxt.exe', 'a/b?.json', '', '. .', 'a/b?.json'].map((name) => uniqueName(taken, name)))
      .toEqual(['a.pdf', 'A-2.pdf', 'file-/file-/etc/passwd', 'file-con.txt', 'x-txt.exe', 'a/b-.json', 'file', 'file-', 'a/b--2.json']);
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 20 }), (wanted) => {
      const names = wanted.map((name) => uniqueName(new Set(), name));
      for (const name of names) expect(name).not.toMatch(/[\u0000-\u001f<>:"\\|?*]|(?:^|\/)\.\.?(?:\/|$)|^\/|^$/u);
      const used = new Set<string>();
      const unique = wanted.map((name) => uniqueName(used, name).toLowerCase());
      expect(new Set(unique).size).toBe(unique.length);
    }));
  });
});
