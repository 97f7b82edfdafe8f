/** jsdom lays nothing out; what watches sizes hears nothing. */
class SilentObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver = SilentObserver;
