/** PouchDB with the same records, as its guide has it. */
interface Replication { readonly docs_written: number; readonly ok: boolean }
interface Pouch {
  bulkDocs(docs: readonly object[]): Promise<unknown>;
  readonly replicate: { to(remote: Pouch, options: object): Promise<Replication>; from(remote: Pouch, options: object): Promise<Replication> };
}
type PouchClass = new (name: string) => Pouch;

/** As many as a batch of ours has; its own default of 100 is slower. */
const options = { batch_size: 500 };
let name = '';
let made: Promise<PouchClass> | null = null;

function pouch(): Promise<PouchClass> {
  made ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = '/pouchdb.min.js';
    script.onload = () => { done((window as unknown as { PouchDB: PouchClass }).PouchDB); };
    script.onerror = () => { failed(new Error('PouchDB did not come')); };
    document.head.append(script);
  });
  return made;
}

export async function pouchFill(records: readonly { readonly meeting: string }[]): Promise<void> {
  const PouchDB = await pouch();
  name = `bench-${crypto.randomUUID()}`; // new databases at both ends
  const db = new PouchDB(`${name}-a`);
  for (let from = 0; from < records.length; from += 1_000) await db.bulkDocs(records.slice(from, from + 1_000).map((record) => ({ _id: record.meeting, ...record })));
}

async function timed(from: 'to' | 'from', own: string): Promise<number> {
  const PouchDB = await pouch();
  const [db, remote] = [new PouchDB(own), new PouchDB(`${location.origin}/db/${name}`)];
  const beganMs = performance.now();
  const done = await db.replicate[from](remote, options);
  if (!done.ok) throw new Error('PouchDB did not replicate');
  return performance.now() - beganMs;
}

export const pouchPush = (): Promise<number> => timed('to', `${name}-a`);
export const pouchPull = (): Promise<number> => timed('from', `${name}-b`);
