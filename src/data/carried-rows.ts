/**
 * Rows that were sealed and are not yet on the disk, kept beyond the life of a store: over a
 * lock in this tab's memory, over a reload in its session storage. They are ciphertext, with
 * a proof of the key that sealed them; only a store under that key takes them, and since
 * rows have whole keys, taking them twice changes nothing.
 */
import { isSealedBy } from '#seal/key-slot.ts';
import type { Sealed } from '#seal/row.ts';
import { databaseName, tableNames } from './database.ts';
import { dropText, keepText, keptText } from './kept-text.ts';
import type { SealedRow } from './sealed-rows.ts';

interface Carried {
  readonly proof: Sealed;
  readonly rows: readonly SealedRow[];
}

const inMemory = new Map<string, Carried>();
const keyOf = (name: string): string => (name === databaseName ? 'qc.queue' : `qc.queue.${name}`);

/** Keeps rows over a lock, behind those that an earlier lock left. */
export function carryRows(name: string, carried: Carried): void {
  const rows = [...(inMemory.get(name)?.rows ?? []), ...carried.rows];
  inMemory.set(name, { ...carried, rows });
  mirrorRows(name, { ...carried, rows });
}

/** Writes rows to session storage; the oldest that fit where there is no room for all. False when none fits. */
export function mirrorRows(name: string, { proof, rows }: Carried): boolean {
  for (let count = rows.length; count > 0; count = Math.floor(count / 2)) {
    const text = JSON.stringify({ version: 1, proof: textOf(proof), rows: rows.slice(0, count).map(written) });
    if (keepText('sessionStorage', keyOf(name), text)) return true;
  }
  return false;
}

/** Forgets what was mirrored: all of it is on the disk, or is not wanted any more. */
export function forgetMirror(name: string): void {
  dropText('sessionStorage', keyOf(name));
}

/** Forgets everything that waits for the store of this name. */
export function forgetCarried(name: string): void {
  inMemory.delete(name);
  forgetMirror(name);
}

/** The rows that wait for a store under this key. The mirror stays until they are on the disk. */
export async function takeCarried(name: string, key: CryptoKey): Promise<readonly SealedRow[]> {
  const carried = inMemory.get(name) ?? mirrored(name);
  inMemory.delete(name);
  if (!carried) return [];
  if (await isSealedBy(key, carried.proof)) return carried.rows;
  forgetMirror(name); // Of a store that is no more: nobody can open them.
  return [];
}

function mirrored(name: string): Carried | null {
  const text = keptText('sessionStorage', keyOf(name));
  if (text === null) return null;
  try {
    const { version, proof, rows } = Object(JSON.parse(text)) as Partial<Record<'version' | 'proof' | 'rows', unknown>>;
    if (version !== 1 || typeof proof !== 'string' || !Array.isArray(rows)) return null;
    return { proof: bytesOf(proof), rows: rows.flatMap((row: unknown) => readBack(row) ?? []) };
  } catch (error) {
    // Cut short or not ours.
    if (error instanceof SyntaxError || error instanceof DOMException) return null;
    throw error;
  }
}

interface Written { readonly table: unknown; readonly key: unknown; readonly row: Record<string, unknown> | null }

const written = ({ table, key, row }: SealedRow): Written => ({
  table, key,
  row: row && Object.fromEntries(Object.entries(row).map(([name, value]: [string, unknown]) =>
    [name, value instanceof Uint8Array ? { bytes: textOf(value) } : value])),
});

function readBack(from: unknown): SealedRow | null {
  if (typeof from !== 'object' || from === null) return null;
  const { table: named, key, row } = from as Partial<Written>;
  const table = tableNames.find((known) => known === named);
  if (!table || (typeof key !== 'string' && !isCompound(key))) return null;
  if (row === null || row === undefined) return row === null ? { table, key, row } : null;
  return { table, key, row: Object.fromEntries(Object.entries(row).map(([name, value]) => [name, valueOf(value)])) };
}

function isCompound(key: unknown): key is [string, string | number] | [string, string, string] {
  if (!Array.isArray(key) || typeof key[0] !== 'string') return false;
  const second: unknown = key[1];
  if (key.length === 3) return typeof second === 'string' && typeof key[2] === 'string';
  return key.length === 2 && (typeof second === 'string' || typeof second === 'number');
}

const valueOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'bytes' in value && typeof value.bytes === 'string' ? bytesOf(value.bytes) : value;

function textOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
