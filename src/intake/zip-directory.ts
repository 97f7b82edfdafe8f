/**
 * The directory of a zip archive (PKWARE APPNOTE 6.3.10, sections 4.3.12 and 4.3.16), read
 * from its end: what is in it and how large it says it is, before a byte is unpacked.
 * Nothing is ever written under a name; it only tells the parts of a workbook apart.
 *
 * Left out, as no file of this app has it: zip64, several disks, methods other than stored
 * and deflated.
 */
import { err, ok, type Result } from '#domain/result.ts';
import { zipEntryLimit } from './limits.ts';
import type { ZipObstacle } from './obstacles.ts';
import { pieceOf, type SlicedFile } from './sliced-file.ts';

export interface ZipEntry {
  /** Counted from 1, in the order of the directory. */
  readonly number: number;
  /** Bytes as Latin-1, at most the first {@link nameLimit}. */
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  readonly packedBytes: number;
  /** What the directory says; unpacking stops as soon as more comes out. */
  readonly bytes: number;
  /** Where its local header begins. */
  readonly at: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endBytes = 22;
const localBytes = 30;
/** An entry of the directory without its name, extra field and comment. */
const entryBytes = 46;
/** Parts of a workbook have short names. */
const nameLimit = 200;
/** The end may be followed by a comment of up to 65,535 bytes. */
const tailBytes = endBytes + 65_535;

type Refused<T> = Result<T, ZipObstacle>;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** All entries but folders. */
export async function zipDirectory(file: SlicedFile): Promise<Refused<readonly ZipEntry[]>> {
  const from = Math.max(0, file.size - tailBytes);
  const tail = await pieceOf(file, from, file.size);
  if (!tail) return err({ type: 'FileUnreadable' });
  const view = viewOf(tail);
  const end = endIn(view);
  if (end === null) return err({ type: 'TruncatedZip' });
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const at = view.getUint32(end + 16, true);
  if (count === 0xffff || size === 0xffffffff || at === 0xffffffff || view.getUint16(end + 4, true) !== 0) return err({ type: 'ZipForm', entry: 0 });
  if (count > zipEntryLimit) return err({ type: 'TooManyInZip', limit: zipEntryLimit, entries: count });
  if (at + size > from + end) return err({ type: 'TruncatedZip' });
  const directory = await pieceOf(file, at, at + size);
  return directory ? entriesIn(directory, count) : err({ type: 'FileUnreadable' });
}

function endIn(tail: DataView): number | null {
  for (let at = tail.byteLength - endBytes; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) === endSignature && at + endBytes + tail.getUint16(at + 20, true) === tail.byteLength) return at;
  }
  return null;
}

function entriesIn(directory: Uint8Array, count: number): Refused<ZipEntry[]> {
  const view = viewOf(directory);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let number = 1; number <= count; number += 1) {
    if (at + entryBytes > view.byteLength || view.getUint32(at, true) !== entrySignature) return err({ type: 'DamagedZip', entry: number });
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    // Bit 0 encrypted, bit 6 strongly encrypted, bit 13 directory encrypted; method 99 is AES.
    if ((flags & 0x2041) !== 0 || method === 99) return err({ type: 'EncryptedZip', entry: number });
    if (method !== 0 && method !== 8) return err({ type: 'ZipForm', entry: number });
    const nameBytes = view.getUint16(at + 28, true);
    const bytes = view.getUint32(at + 24, true);
    const isFolder = bytes === 0 && nameBytes > 0 && directory[at + entryBytes + nameBytes - 1] === 0x2f;
    if (!isFolder) {
      entries.push({
        number, bytes, name: nameIn(directory, at + entryBytes, nameBytes), method: method === 0 ? 'stored' : 'deflated',
        crc: view.getUint32(at + 16, true), packedBytes: view.getUint32(at + 20, true), at: view.getUint32(at + 42, true),
      });
    }
    at += entryBytes + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return ok(entries);
}

const nameIn = (directory: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...directory.subarray(from, from + Math.min(length, nameLimit)));

/** Where the packed bytes of an entry begin: after its local header, whose name and extra field may differ in length. */
export async function packedAt(file: SlicedFile, { at, number, packedBytes }: ZipEntry): Promise<Refused<number>> {
  const header = await pieceOf(file, at, at + localBytes);
  if (!header) return err({ type: 'FileUnreadable' });
  const view = viewOf(header);
  if (header.length < localBytes || view.getUint32(0, true) !== localSignature) return err({ type: 'DamagedZip', entry: number });
  const from = at + localBytes + view.getUint16(26, true) + view.getUint16(28, true);
  return from + packedBytes > file.size ? err({ type: 'DamagedZip', entry: number }) : ok(from);
}
