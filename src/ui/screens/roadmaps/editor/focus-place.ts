import { tick } from 'svelte';

/** Puts the cursor into the field of a place (`data-place`), once it is on the screen. */
export async function focusPlace(place: string): Promise<void> {
  await tick();
  const field = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`);
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
