/**
 * Calls once nobody has touched the tablet for a while: no key, pointer or touch in any tab.
 *
 * Tabs share the time of the latest touch, so that one that lies forgotten does not lock the
 * one that is being used. The wall clock counts, not the timer: a tablet that wakes from sleep
 * is due at once, and the touch that woke it does not count as use.
 */
const touchedKey = 'qc.touched';
/** How often a touch is told to the other tabs, at the most. */
const tellEveryMs = 5_000;
/** A timer may come early by a little. */
const slackMs = 50;
/** Clocks of two tabs may be read a moment apart. */
const jitterMs = 60_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'input', 'touchstart', 'wheel'] as const;

export interface IdleWatch {
  readonly nowMs: () => number;
  /** How long, in ms; null: never. Asked anew each time, since the setting may change. */
  readonly limitMs: () => number | null;
  readonly onIdle: () => void;
}

/** Begins to watch. The returned function stops. */
export function watchIdle({ nowMs, limitMs, onIdle }: IdleWatch): () => void {
  let touchedMs = nowMs();
  let toldMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = false;

  const latest = (): number => Math.max(touchedMs, sharedTouch(nowMs()));
  const isDue = (limit: number): boolean => nowMs() - latest() >= limit - slackMs;
  const look = (): void => {
    clearTimeout(timer);
    const limit = limitMs();
    if (limit === null) timer = setTimeout(look, tellEveryMs);
    else if (!isDue(limit)) timer = setTimeout(look, Math.min(limit - (nowMs() - latest()), 60_000));
    else if (!told) {
      told = true;
      onIdle();
    }
  };
  const touched = (): void => {
    const limit = limitMs();
    if (!told && limit !== null && isDue(limit)) {
      look();
      return;
    }
    touchedMs = nowMs();
    if (touchedMs - toldMs >= tellEveryMs || touchedMs < toldMs) {
      toldMs = touchedMs;
      shareTouch(touchedMs);
    }
    if (told) {
      told = false;
      look();
    }
  };
  const seen = (): void => {
    if (document.visibilityState === 'visible') look();
  };
  for (const sign of signs) addEventListener(sign, touched, { capture: true, passive: true });
  document.addEventListener('visibilitychange', seen);
  shareTouch(touchedMs);
  look();
  return () => {
    clearTimeout(timer);
    for (const sign of signs) removeEventListener(sign, touched, { capture: true });
    document.removeEventListener('visibilitychange', seen);
  };
}

/** The latest touch in any tab, epoch ms; 0 when none is known. One far in the future came from a clock set back since. */
function sharedTouch(nowMs: number): number {
  try {
    const at = Number(localStorage.getItem(touchedKey));
    return Number.isFinite(at) && at <= nowMs + jitterMs ? Math.min(at, nowMs) : 0;
  } catch {
    // Storage switched off: each tab counts for itself.
    return 0;
  }
}

function shareTouch(atMs: number): void {
  try {
    localStorage.setItem(touchedKey, String(atMs));
  } catch {
    // As above.
  }
}
