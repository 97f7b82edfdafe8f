/**
 * One question to a service worker and its answer, or null when none came in time: an
 * older worker does not know every question, a killed one may not come back.
 */
export function askWorker(worker: ServiceWorker, question: { readonly type: string }, limitMs: number): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const end = (answer: unknown): void => {
      clearTimeout(timer);
      port1.close();
      resolve(answer);
    };
    const timer = setTimeout(() => {
      end(null);
    }, limitMs);
    port1.onmessage = (event: MessageEvent<unknown>) => {
      end(event.data);
    };
    worker.postMessage(question, [port2]);
  });
}

/** Resolves to true once the worker is in charge, to false when it is dropped or the time is over. */
export function becomesActive(worker: ServiceWorker, limitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (active: boolean): void => {
      clearTimeout(timer);
      worker.removeEventListener('statechange', look);
      resolve(active);
    };
    const look = (): void => {
      if (worker.state === 'activated') end(true);
      else if (worker.state === 'redundant') end(false);
    };
    const timer = setTimeout(() => {
      end(false);
    }, limitMs);
    worker.addEventListener('statechange', look);
    look();
  });
}
