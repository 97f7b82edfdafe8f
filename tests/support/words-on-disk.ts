/** Searches every file of a browser profile for words, as UTF-8 and as UTF-16, raw and inside snappy-free blocks alike. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return entry.isFile() && statSync(path).size < 200_000_000 ? [path] : [];
  });
}

export interface Found {
  readonly word: string;
  readonly file: string;
}

/** Every place below `folder` that holds one of the words in clear. */
export function wordsOnDisk(folder: string, words: readonly string[]): Found[] {
  const needles = words.flatMap((word) => [
    { word, bytes: Buffer.from(word, 'utf8') },
    { word, bytes: Buffer.from(word, 'utf16le') },
  ]);
  return filesUnder(folder).flatMap((file) => {
    const bytes = readFileSync(file);
    return needles.filter((needle) => bytes.includes(needle.bytes)).map(({ word }) => ({ word, file }));
  });
}
