/** How the tabs of this browser tell each other of the lock. Says nothing but that it happens. */

/** `asked`: somebody locked. `idle`: nobody touched any tab. `slots`: ways in came or went. `erased`: everything is erased, on demand or after wrong tries. */
export type LockCall = 'asked' | 'idle' | 'slots' | 'erased';

const calls: readonly LockCall[] = ['asked', 'idle', 'slots', 'erased'];

export interface LockChannel {
  say(call: LockCall): void;
  close(): void;
}

/** Calls with what other tabs say. Where the browser has no channels, each tab locks for itself. */
export function openLockChannel(on: (call: LockCall) => void): LockChannel {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('qc.lock') : null;
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const call = calls.find((known) => known === data);
    if (call) on(call);
  });
  return {
    say: (call) => channel?.postMessage(call),
    close: () => channel?.close(),
  };
}
