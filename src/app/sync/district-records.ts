/** What an owner or a district member has of all others: their records as this device pulled them. */
import type { MeetingId } from '#domain/ids.ts';
import { mergeRecords } from '#domain/record/merge-records.ts';
import type { SentRecord } from '#domain/sync/sent-record.ts';
import type { App } from '../app.ts';

export interface DistrictRecord {
  readonly meeting: MeetingId;
  readonly code: string;
  readonly type: string;
  readonly finishedAtMs: number;
}

export interface DistrictRecords {
  readonly count: number;
  readonly leaders: number;
  /** The latest ones, newest first. */
  readonly latest: readonly DistrictRecord[];
}

/** Counts them, and names the latest `most`. Records of this member are not among them. */
export async function readDistrictRecords({ store }: App, myId: string, most: number): Promise<DistrictRecords> {
  const byRecord = new Map<string, { readonly member: string; readonly replicas: SentRecord[] }>();
  for (const { member, record, kind, content } of await store.readReplicas()) {
    if (member === myId || kind !== 'record' || !content) continue;
    const known = byRecord.get(`${member}/${record}`);
    if (known) known.replicas.push(content);
    else byRecord.set(`${member}/${record}`, { member, replicas: [content] });
  }
  const merged = [...byRecord.values()].flatMap(({ replicas }) => mergeRecords(replicas) ?? []).sort((a, b) => b.finishedAtMs - a.finishedAtMs);
  return { count: merged.length, leaders: new Set([...byRecord.values()].map(({ member }) => member)).size, latest: merged.slice(0, most).map(lineOf) };
}

function lineOf({ meeting, finishedAtMs, entries }: SentRecord): DistrictRecord {
  const basics = entries.find(({ kind }) => kind === 'basics')?.value;
  const text = (name: string): string => {
    const value = typeof basics === 'object' && basics !== null ? (basics as Readonly<Record<string, unknown>>)[name] : ''; // an entry of a parsed record
    return typeof value === 'string' ? value : '';
  };
  return { meeting, finishedAtMs, code: text('code'), type: text('type') };
}
