import { readerPassOf } from '#data/derived-reader.ts';
import type { Filter } from '#domain/patterns/filter.ts';
import type { PatternLook, TracedFigure } from '#domain/patterns/look.ts';
import { startWorker } from '#seal/start-worker.ts';
import type { App } from '../app.ts';
import type { DeskProgress, PatternDesk } from './desk.ts';
import type { Answer, Question } from './messages.ts';
import workerAddress from './patterns.worker.ts?worker&url';

/** What answers: a worker, or the page itself. */
interface Server {
  readonly take: (question: Question) => void;
  readonly stop: () => void;
}

/** After this many beginnings in a row without an answer it stays silent until the screen is opened again. */
const mostBeginnings = 3;

/**
 * The desk of the patterns screen over the app's store. Questions are answered by a worker,
 * which holds the data key without being able to read its bytes; where it does not start or
 * breaks off, by the page, then by a new one.
 */
export function createDesk(app: Pick<App, 'store'>): PatternDesk {
  const changed = new Set<() => void>();
  const progressed = new Set<(progress: DeskProgress | null) => void>();
  const looks = new Map<number, (look: PatternLook | null) => void>();
  const traces = new Map<number, { readonly question: Question; readonly resolve: (traced: TracedFigure) => void }>();
  let latest: { readonly id: number; readonly question: Question } | null = null;
  let server: Promise<Server> | null = null;
  let ids = 0;
  let beginnings = 0;
  let closed = false;

  const hear = (answer: Answer): void => {
    if (closed) return;
    if (answer.tell === 'stopped') again();
    else if (answer.tell === 'progress') for (const listener of progressed) listener(answer.progress);
    else if (answer.tell === 'changed') for (const listener of changed) listener();
    else if (answer.tell === 'trace') take(traces, answer.id)?.resolve(answer.traced);
    else {
      beginnings = 0;
      take(looks, answer.id)?.(answer.look);
    }
  };
  const ask = (question: Question): void => {
    server ??= begin();
    void server.then(({ take: ask }) => { ask(question); });
  };
  const begin = async (): Promise<Server> => {
    beginnings += 1;
    const started = beginnings === 1 ? overWorker(hear) : null;
    const served = started ?? (await import('./serve.ts')).servePatterns(hear);
    served.take({ ask: 'open', pass: readerPassOf(app.store) });
    return served;
  };
  const again = (): void => {
    server = null;
    if (beginnings >= mostBeginnings) return;
    if (latest && looks.has(latest.id)) ask(latest.question);
    for (const { question } of traces.values()) ask(question);
  };

  return {
    look: (filter: Filter, today) => new Promise((resolve) => {
      // A later question takes the place of one that waits.
      for (const [id, drop] of looks) { looks.delete(id); drop(null); }
      const id = (ids += 1);
      looks.set(id, resolve);
      latest = { id, question: { ask: 'look', id, filter, today } };
      ask(latest.question);
    }),
    trace: (filter, figure, today) => new Promise((resolve) => {
      const id = (ids += 1);
      const question: Question = { ask: 'trace', id, filter, figure, today };
      traces.set(id, { question, resolve });
      ask(question);
    }),
    onChanged: (listener) => { changed.add(listener); return () => { changed.delete(listener); }; },
    onProgress: (listener) => { progressed.add(listener); return () => { progressed.delete(listener); }; },
    close: () => {
      closed = true;
      for (const drop of looks.values()) drop(null);
      looks.clear();
      void server?.then(({ stop }) => { stop(); });
    },
  };
}

function take<T>(waiting: Map<number, T>, id: number): T | undefined {
  const found = waiting.get(id);
  waiting.delete(id);
  return found;
}

function overWorker(hear: (answer: Answer) => void): Server | null {
  const worker = startWorker('patterns', workerAddress);
  if (!worker) return null;
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => { hear(data); });
  worker.addEventListener('error', () => { worker.terminate(); hear({ tell: 'stopped' }); });
  return {
    take: (question) => { worker.postMessage(question); },
    stop: () => { worker.terminate(); },
  };
}
