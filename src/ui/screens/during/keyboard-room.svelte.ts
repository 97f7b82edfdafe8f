/** Where the on-screen keyboard leaves room. It covers the page without telling its layout. */
import { createSubscriber } from 'svelte/reactivity';

/** What takes more height than this is a keyboard; less is a bar of the browser. */
const leastKeyboardPx = 150;

export class KeyboardRoom {
  readonly #subscribe = createSubscriber((update) => {
    const { visualViewport } = globalThis;
    visualViewport?.addEventListener('resize', update);
    visualViewport?.addEventListener('scroll', update);
    return () => {
      visualViewport?.removeEventListener('resize', update);
      visualViewport?.removeEventListener('scroll', update);
    };
  });

  /** Height and offset of what is seen, in CSS pixels; null while no keyboard is open (a page zoomed in has none, either). */
  get seen(): { readonly heightPx: number; readonly topPx: number } | null {
    this.#subscribe();
    const { visualViewport } = globalThis;
    if (!visualViewport || visualViewport.scale > 1.01) return null;
    if (innerHeight - visualViewport.height < leastKeyboardPx) return null;
    return { heightPx: visualViewport.height, topPx: visualViewport.offsetTop };
  }
}
