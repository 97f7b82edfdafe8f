/**
 * Rows that are put into another order on their grips: by finger, by mouse, by keyboard. The
 * rows only look moved until they are put down; then the list itself is asked to move.
 *
 * Rows carry `data-row` with their id; the grip is a button in the row with `data-grip`.
 */
import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/** What is to be said to those who do not see the rows. Places count from 1. */
export interface Told {
  readonly type: 'taken' | 'at' | 'down' | 'back';
  readonly place: number;
  readonly of: number;
}

export interface Sortable {
  /** The row is to stand at this index of its list, counted without itself. */
  readonly onmove: (id: string, to: number) => void;
  readonly ontold: (told: Told) => void;
}

/** So near to the edge of the window the page scrolls along under a row that is held. */
const edgePx = 72;
const scrollStepPx = 12;

class Taken {
  readonly row: HTMLElement;
  readonly from: number;
  readonly rows: readonly HTMLElement[];
  readonly #boxes: readonly { readonly top: number; readonly height: number }[];
  to: number;

  constructor(list: HTMLElement, row: HTMLElement) {
    this.row = row;
    this.rows = [...list.querySelectorAll<HTMLElement>(':scope > [data-row]')];
    this.#boxes = this.rows.map((one) => {
      const { top, height } = one.getBoundingClientRect();
      return { top: top + scrollY, height };
    });
    this.from = this.rows.indexOf(row);
    this.to = this.from;
    row.dataset['taken'] = '';
  }

  /** The place whose row lies under the middle of the held one. */
  placeAt(dyPx: number): number {
    const own = this.#boxes[this.from];
    if (!own) return this.from;
    const middle = own.top + own.height / 2 + dyPx;
    return this.#boxes.filter(({ top, height }, at) => at !== this.from && top + height / 2 < middle).length;
  }

  /** Shows the rows as they will stand; the held one under the finger, else in its place. */
  show(dyPx: number | null): void {
    const own = this.#boxes[this.from]?.height ?? 0;
    const passed = this.#boxes.slice(Math.min(this.from + 1, this.to), Math.max(this.from, this.to + 1));
    const way = passed.reduce((sum, { height }) => sum + height, 0) * (this.to < this.from ? -1 : 1);
    for (const [at, row] of this.rows.entries()) {
      const aside = at > this.from && at <= this.to ? -own : at < this.from && at >= this.to ? own : 0;
      const by = at === this.from ? dyPx ?? (this.to === this.from ? 0 : way) : aside;
      const wanted = by === 0 ? '' : `0 ${String(by)}px`;
      if (row.style.translate !== wanted) row.style.translate = wanted;
    }
  }

  letGo(): void {
    this.to = this.from;
    this.show(null);
    delete this.row.dataset['taken'];
  }
}

interface Held { readonly pointer: number; readonly startPx: number; nowPx: number }

class Sorting {
  readonly #list: HTMLElement;
  readonly #wanted: Sortable;
  #taken: Taken | null = null;
  #held: Held | null = null;

  constructor(list: HTMLElement, wanted: Sortable) {
    this.#list = list;
    this.#wanted = wanted;
  }

  listen(signal: AbortSignal): void {
    const list = this.#list;
    list.addEventListener('keydown', (event) => { this.#key(event); }, { signal });
    list.addEventListener('pointerdown', (event) => { this.#press(event); }, { signal });
    list.addEventListener('pointermove', (event) => { if (this.#held?.pointer === event.pointerId) this.#held.nowPx = event.clientY; }, { signal });
    for (const end of ['pointerup', 'pointercancel'] as const) list.addEventListener(end, (event) => { this.#release(event); }, { signal });
    list.addEventListener('focusout', () => { if (!this.#held) this.#putBack(); }, { signal });
  }

  #key(event: KeyboardEvent): void {
    const grip = gripOf(event);
    if (!grip || this.#held) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === ' ' || event.key === 'Enter') {
      if (this.#taken) this.#putDown();
      else this.#take(grip);
    } else if (this.#taken && event.key === 'Escape') this.#putBack();
    else if (this.#taken && step !== undefined) this.#moveTo(this.#taken.to + step, null);
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.#taken?.row.scrollIntoView({ block: 'nearest' });
  }

  #press(event: PointerEvent): void {
    const grip = gripOf(event);
    if (!grip || event.button !== 0 || this.#held) return;
    event.preventDefault(); // no words are selected under the finger
    this.#putBack();
    this.#take(grip);
    grip.setPointerCapture(event.pointerId);
    this.#held = { pointer: event.pointerId, startPx: event.clientY + scrollY, nowPx: event.clientY };
    requestAnimationFrame(() => { this.#follow(); });
  }
  #follow(): void {
    if (!this.#held || !this.#taken) return;
    if (this.#held.nowPx < edgePx) scrollBy(0, -scrollStepPx);
    else if (this.#held.nowPx > innerHeight - edgePx) scrollBy(0, scrollStepPx);
    this.#moveUnder(this.#held);
    requestAnimationFrame(() => { this.#follow(); });
  }
  #release(event: PointerEvent): void {
    const held = this.#held;
    if (held?.pointer !== event.pointerId) return;
    held.nowPx = event.clientY;
    this.#moveUnder(held);
    this.#held = null;
    if (event.type === 'pointerup') this.#putDown();
    else this.#putBack();
  }
  #moveUnder({ nowPx, startPx }: Held): void {
    const dyPx = nowPx + scrollY - startPx;
    if (this.#taken) this.#moveTo(this.#taken.placeAt(dyPx), dyPx);
  }

  #take(grip: HTMLElement): void {
    const row = grip.closest<HTMLElement>('[data-row]');
    if (row?.parentElement !== this.#list) return;
    this.#taken = new Taken(this.#list, row);
    this.#tell('taken', this.#taken);
  }
  #moveTo(place: number, dyPx: number | null): void {
    const taken = this.#taken;
    if (!taken) return;
    const to = Math.min(Math.max(place, 0), taken.rows.length - 1);
    const moved = to !== taken.to;
    taken.to = to;
    taken.show(dyPx);
    if (moved) this.#tell('at', taken);
  }
  #putDown(): void {
    const taken = this.#taken;
    if (!taken) return;
    this.#taken = null;
    const id = taken.row.dataset['row'] ?? '';
    const { from, to } = taken;
    this.#tell('down', taken);
    taken.letGo();
    if (to !== from) this.#wanted.onmove(id, to);
    void tick().then(() => { this.#list.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] [data-grip]`)?.focus(); });
  }
  #putBack(): void {
    const taken = this.#taken;
    if (!taken) return;
    this.#taken = null;
    taken.letGo();
    this.#tell('back', taken);
  }
  #tell(type: Told['type'], { to, rows }: Taken): void {
    this.#wanted.ontold({ type, place: to + 1, of: rows.length });
  }
}

const gripOf = (event: Event): HTMLElement | null => (event.target instanceof Element ? event.target.closest<HTMLElement>('[data-grip]') : null);

export const sortable = (wanted: Sortable): Attachment<HTMLElement> => (list) => {
  const stop = new AbortController();
  new Sorting(list, wanted).listen(stop.signal);
  return () => { stop.abort(); };
};
