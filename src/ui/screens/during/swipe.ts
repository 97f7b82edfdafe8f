import type { Attachment } from 'svelte/attachments';

/** How far and how straight a finger moves sideways before it is a swipe, in CSS pixels. */
const leastPx = 72;
const straightness = 2.5;
const longestMs = 700;

/** Calls with 1 for a swipe to the left (onwards), -1 to the right. Fingers only; pens write. */
export const swipe = (on: (by: -1 | 1) => void): Attachment<HTMLElement> => (element) => {
  let start: { id: number; x: number; y: number; atMs: number } | null = null;
  const down = (event: PointerEvent): void => {
    const single = event.pointerType === 'touch' && event.isPrimary;
    start = single ? { id: event.pointerId, x: event.clientX, y: event.clientY, atMs: event.timeStamp } : null;
  };
  const up = (event: PointerEvent): void => {
    const from = start;
    start = null;
    if (from?.id !== event.pointerId || event.timeStamp - from.atMs > longestMs) return;
    const x = event.clientX - from.x;
    const y = event.clientY - from.y;
    if (Math.abs(x) >= leastPx && Math.abs(x) > straightness * Math.abs(y)) on(x < 0 ? 1 : -1);
  };
  const cancel = (): void => {
    start = null;
  };
  element.addEventListener('pointerdown', down);
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', cancel);
  return () => {
    element.removeEventListener('pointerdown', down);
    element.removeEventListener('pointerup', up);
    element.removeEventListener('pointercancel', cancel);
  };
};
