/** Starts the built server as a child process on a free port, as `npm start` does, and stops it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export interface Served {
  readonly address: string;
  readonly port: number;
  /** Ends with SIGTERM and tells the exit code. */
  stop(): Promise<number | null>;
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `src/hub/main.ts` until it ends. */
export function runHub(args: readonly string[]): Promise<Ended> {
  const { child, read } = start(args);
  return new Promise((done) => {
    child.once('close', (code) => {
      done({ code, ...read() });
    });
  });
}

/** Serves `dist`; resolves when the line with the address was printed. */
export async function serve(dist: string, port = 0): Promise<Served> {
  const { child, read } = start(['--dist', dist, '--port', String(port)]);
  const address = await new Promise<string>((found, failed) => {
    child.stdout?.on('data', () => {
      const at = /http:\/\/127\.0\.0\.1:\d+/.exec(read().out)?.[0];
      if (at !== undefined) found(at);
    });
    child.once('close', (code) => {
      failed(new Error(`The hub ended with ${String(code)}: ${read().err}`));
    });
  });
  return { address, port: Number(new URL(address).port), stop: () => stop(child) };
}

function start(args: readonly string[]): { child: ChildProcess; read: () => { out: string; err: string } } {
  const child = spawn(process.execPath, ['src/hub/main.ts', ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
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
