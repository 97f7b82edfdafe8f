/** Programs that the tests start: what they say is read, and none outlives the tests. */
import { spawn, type ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export interface Started {
  readonly child: ChildProcess;
  /** All that it has written so far. */
  readonly said: () => string;
  /** Until it has written something like this; rejects when it ends before. */
  untilSays(pattern: RegExp, withinMs?: number): Promise<RegExpExecArray>;
  end(signal?: NodeJS.Signals): Promise<void>;
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
}

export function startProgram(path: string, args: readonly string[], { env = {} }: StartOptions = {}): Started {
  const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  running.add(child);
  let text = '';
  const waiting = new Set<() => void>();
  const hear = (part: Buffer | null): void => {
    if (part) text = (text + part.toString()).slice(-100_000);
    for (const look of waiting) look();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<void>((done) => {
    child.once('exit', () => {
      running.delete(child);
      done();
      hear(null);
    });
    child.once('error', () => { done(); hear(null); });
  });
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  return {
    child,
    said: () => text,
    untilSays: (pattern, withinMs = 60_000) => new Promise((found, failed) => {
      const give = (): void => { failed(new Error(`${path} did not say ${String(pattern)}: ${text}`)); stop(); };
      const timer = setTimeout(give, withinMs);
      const stop = (): void => { clearTimeout(timer); waiting.delete(look); };
      const look = (): void => {
        const match = pattern.exec(text);
        if (match) { stop(); found(match); } else if (isOver()) give();
      };
      waiting.add(look);
      look();
    }),
    end: async (signal = 'SIGTERM') => {
      if (!isOver()) child.kill(signal);
      await ended;
    },
  };
}
