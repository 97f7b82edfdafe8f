/** One JSON line per event. Facts are ids, counts and words of this program: no bodies, no tokens, no addresses of requests with what is in their query. */

export type LogFacts = Readonly<Record<string, string | number | boolean>>;

export type Log = (what: string, facts?: LogFacts) => void;

/** What is told: everything, faults alone, or nothing. */
export type LogLevel = 'requests' | 'faults' | 'off';

export interface Logs {
  readonly request: Log;
  readonly fault: Log;
}

const silent: Log = () => undefined;

/** Logs to `write`, each line with its time. */
export function createLogs(level: LogLevel, write: (line: string) => void): Logs {
  const log: Log = (what, facts = {}) => {
    write(`${JSON.stringify({ at: new Date().toISOString(), what, ...facts })}\n`);
  };
  return { request: level === 'requests' ? log : silent, fault: level === 'off' ? silent : log };
}

/**
 * What may be told of an error: its name, its code, and where it was thrown. Not its message,
 * which may repeat what somebody sent.
 */
export function factsOf(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 6).map((line) => line.trim()).join(' | ');
  return { name: error.name, ...('code' in error ? { code: String(error.code) } : {}), at: frames, ...(error.cause === undefined ? {} : { cause: JSON.stringify(factsOf(error.cause)) }) };
}
