import { openReader, type DerivedReader } from '#data/derived-reader.ts';
import { PatternEngine } from './engine.ts';
import type { Answer, Question } from './messages.ts';

/**
 * Answers questions, one after the other, from whoever asks: the page through its worker, or
 * the page itself where no worker starts. Returns what takes a question, and the way to stop.
 * Whatever goes wrong is told as `stopped`; nothing on the device has been changed then.
 */
export function servePatterns(answer: (answer: Answer) => void): { take: (question: Question) => void; stop: () => void } {
  let turn: Promise<void> = Promise.resolve();
  let engine: PatternEngine | null = null;
  let reader: DerivedReader | null = null;
  let stopWatching: (() => void) | null = null;
  let stopped = false;

  const inTurn = (work: () => Promise<void>): void => {
    turn = turn.then(async () => {
      if (!stopped) await work();
    }).catch((error: unknown) => {
      // Lost connections, a store that was closed, an erased database: the page asks anew or shows its own page.
      if (!(error instanceof Error)) throw error;
      stop();
      answer({ tell: 'stopped' });
    });
  };
  const stop = (): void => {
    stopped = true;
    stopWatching?.();
    reader?.close();
  };
  const begin = async (question: Extract<Question, { ask: 'open' }>): Promise<void> => {
    reader = await openReader(question.pass);
    const opened = new PatternEngine(reader, (progress) => { answer({ tell: 'progress', progress }); });
    engine = opened;
    stopWatching = reader.watch(() => {
      inTurn(async () => { if (await opened.refresh()) answer({ tell: 'changed' }); });
    });
  };
  const take = (question: Question): void => {
    inTurn(async () => {
      if (question.ask === 'open') await begin(question);
      else if (engine === null) throw new DOMException('Not opened', 'InvalidStateError');
      else if (question.ask === 'look') answer({ tell: 'look', id: question.id, look: await engine.look(question.filter, question.today) });
      else answer({ tell: 'trace', id: question.id, traced: await engine.trace(question.filter, question.figure, question.today) });
    });
  };
  return { take, stop };
}
