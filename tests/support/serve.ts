/** Starts the hub as a child process on a free port, as `npm start` does, and stops it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** A test that fails before it stops its hub must not leave it behind. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export interface Served {
  readonly address: string;
  readonly port: number;
  /** The address that founds the district; null when an earlier start printed it. */
  readonly ownerLink: string | null;
  readonly child: ChildProcess;
  /** All that it has written so far. */
  read(): { readonly out: string; readonly err: string };
  /** Ends with SIGTERM and tells the exit code. */
  stop(): Promise<number | null>;
}

export interface ServeOptions {
  /** Folder of the database; without one it is a new one, removed at the end. */
  readonly data?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `src/hub/main.ts` until it ends. */
export function runHub(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const { child, read } = start(args, env);
  return new Promise((done) => {
    child.once('close', (code) => {
      done({ code, ...read() });
    });
  });
}

/** Serves `dist`; resolves when the address was printed, and at a first start the owner link. */
export async function serve(dist: string, port = 0, { data, args = [], env = {} }: ServeOptions = {}): Promise<Served> {
  const folder = data ?? mkdtempSync(join(tmpdir(), 'qc-data-'));
  const { child, read } = start(['--dist', dist, '--port', String(port), '--data', folder, ...args], env);
  const address = await new Promise<string>((found, failed) => {
    child.stdout?.on('data', () => {
      const at = /https?:\/\/[\w.]+:\d+(?=\n)/.exec(read().out)?.[0];
      if (at !== undefined && (data !== undefined || read().out.includes('#o.'))) found(at);
    });
    child.once('close', (code) => {
      failed(new Error(`The hub ended with ${String(code)}: ${read().err}`));
    });
  });
  return {
    address,
    port: Number(new URL(address).port),
    child,
    read,
    get ownerLink() { return /\S+#o\.\S+/.exec(read().out)?.[0] ?? null; },
    stop: async () => {
      const code = await stop(child);
      if (data === undefined) rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

function start(args: readonly string[], env: Readonly<Record<string, string>>): { child: ChildProcess; read: () => { out: string; err: string } } {
  const child = spawn(process.execPath, ['src/hub/main.ts', ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let out = '';
  let err = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  return { child, read: () => ({ out, err }) };
}

function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((done) => {
    child.once('exit', done);
    child.kill('SIGTERM');
  });
}
