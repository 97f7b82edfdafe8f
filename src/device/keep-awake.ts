/**
 * Keeps the screen on while a meeting runs (Screen Wake Lock). The browser lets go when the
 * page is hidden, so it is taken again when it comes back. Where there is none, nothing
 * happens: the tablet's own setting then rules.
 */
export function createKeepAwake(): (wanted: boolean) => void {
  let wanted = false;
  let held: WakeLockSentinel | null = null;
  let asking = false;
  const settle = async (): Promise<void> => {
    if (asking || !('wakeLock' in navigator)) return;
    asking = true;
    try {
      if (wanted && document.visibilityState === 'visible' && (!held || held.released)) {
        held = await navigator.wakeLock.request('screen');
      }
      if (!wanted && held) {
        await held.release();
        held = null;
      }
    } catch (error) {
      // Refused on low battery or when hidden meanwhile: taken at the next return.
      if (!(error instanceof DOMException)) throw error;
    } finally {
      asking = false;
    }
    // The wish may have changed while the browser was asked.
    if (!wanted && held) await settle();
  };
  document.addEventListener('visibilitychange', () => void settle());
  return (now) => {
    wanted = now;
    void settle(); // nothing waits for the screen
  };
}
