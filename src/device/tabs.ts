/**
 * Asks the other tabs of this browser whether one is in a running meeting. A tab that does
 * not answer within the limit (frozen, closed) counts as free: it is never reloaded anyway.
 */
const answerLimitMs = 500;

export interface Tabs {
  setBusy(busy: boolean): void;
  isBusy(): boolean;
  /** True when this tab or another is in a meeting. */
  isAnyBusy(): Promise<boolean>;
}

type Call = { readonly type: 'WHO_IS_BUSY' } | { readonly type: 'BUSY' };

const isCall = (message: unknown): message is Call =>
  typeof message === 'object' && message !== null && 'type' in message && (message.type === 'WHO_IS_BUSY' || message.type === 'BUSY');

/** Lives as long as the page. */
export function createTabs(): Tabs {
  const channel = 'BroadcastChannel' in self ? new BroadcastChannel('qc.shell') : null;
  const waiting = new Set<() => void>();
  let busy = false;
  const say = (call: Call): void => channel?.postMessage(call);
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isCall(data)) return;
    if (data.type === 'BUSY') for (const told of waiting) told();
    else if (busy) say({ type: 'BUSY' });
  });
  const someoneAnswers = (): Promise<boolean> =>
    new Promise((resolve) => {
      const end = (answered: boolean): void => {
        waiting.delete(told);
        clearTimeout(timer);
        resolve(answered);
      };
      const told = (): void => {
        end(true);
      };
      const timer = setTimeout(end, answerLimitMs, false);
      waiting.add(told);
      say({ type: 'WHO_IS_BUSY' });
    });
  return {
    setBusy: (now) => {
      busy = now;
    },
    isBusy: () => busy,
    isAnyBusy: async () => busy || (await someoneAnswers()) || busy,
  };
}
