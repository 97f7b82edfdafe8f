import type { Attachment } from 'svelte/attachments';

/** Each phase is found where it was left: the attachment for a phase restores its place and keeps it. */
export function scrollKeeper(): (phase: string) => Attachment<HTMLElement> {
  const topByPhase = new Map<string, number>();
  return (phase) => (page) => {
    page.scrollTop = topByPhase.get(phase) ?? 0;
    const keep = (): void => {
      topByPhase.set(phase, page.scrollTop);
    };
    page.addEventListener('scroll', keep, { passive: true });
    return () => {
      page.removeEventListener('scroll', keep);
    };
  };
}
