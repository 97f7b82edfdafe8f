/** A calendar file on its way to plans: chosen, read, events ticked, planned together. */
import { SvelteSet } from 'svelte/reactivity';
import type { App, StoreObstacle } from '#app/app.ts';
import { planFromCalendar } from '#app/intake/plan-from-calendar.ts';
import { previewCalendar, type CalendarObstacle, type CalendarPreview, type EventLine } from '#app/intake/preview-calendar.ts';
import { dayOf } from '#ui/words/dates.ts';

export type CalendarState =
  | { readonly kind: 'choose' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'refused'; readonly name: string; readonly obstacle: CalendarObstacle }
  | { readonly kind: 'ready' | 'planning'; readonly preview: CalendarPreview; readonly obstacle: StoreObstacle | null }
  | { readonly kind: 'planned'; readonly meetings: number };

export class CalendarDesk {
  readonly #app: App;
  readonly #timeZone: string;
  #state = $state.raw<CalendarState>({ kind: 'choose' });
  readonly #chosen = new SvelteSet<string>();
  #likely = $state(true);
  #choice = 0;
  readonly #events = $derived(this.#state.kind === 'ready' || this.#state.kind === 'planning' ? this.#state.preview.events : []);
  readonly #likelyOnes = $derived(this.#events.filter(({ looksLikeOne }) => looksLikeOne));
  readonly #shown = $derived(this.#likely ? this.#likelyOnes : this.#events);

  constructor(app: App, timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone) {
    this.#app = app;
    this.#timeZone = timeZone;
  }

  get state(): CalendarState {
    return this.#state;
  }
  get events(): readonly EventLine[] {
    return this.#events;
  }
  get likelyCount(): number {
    return this.#likelyOnes.length;
  }
  /** Only those whose words are of such a meeting are shown. */
  get likely(): boolean {
    return this.#likely;
  }
  set likely(likely: boolean) {
    this.#likely = likely;
  }
  get shown(): readonly EventLine[] {
    return this.#shown;
  }
  get chosenCount(): number {
    return this.#chosen.size;
  }
  isChosen({ fingerprint }: EventLine): boolean {
    return this.#chosen.has(fingerprint);
  }

  /** Reads a file; a later choice wins over one still being read. What looks like a meeting and lies ahead is ticked. */
  async choose(file: File): Promise<void> {
    const choice = (this.#choice += 1);
    this.#state = { kind: 'reading', name: file.name };
    const read = await previewCalendar(this.#app, file, { timeZone: this.#timeZone, today: dayOf(this.#app.nowMs()) });
    if (choice !== this.#choice) return;
    this.#chosen.clear();
    if (!read.ok) {
      this.#state = { kind: 'refused', name: file.name, obstacle: read.error };
      return;
    }
    for (const event of read.value.events) if (event.looksLikeOne && !event.isPast && !event.isPlanned) this.#chosen.add(event.fingerprint);
    this.#likely = read.value.events.some(({ looksLikeOne }) => looksLikeOne);
    this.#state = { kind: 'ready', preview: read.value, obstacle: null };
  }

  tick({ fingerprint, isPlanned }: EventLine, chosen: boolean): void {
    if (chosen && !isPlanned) this.#chosen.add(fingerprint);
    else this.#chosen.delete(fingerprint);
  }

  /** Ticks all that are shown and can be planned, or none at all. */
  tickAll(chosen: boolean): void {
    if (!chosen) this.#chosen.clear();
    else for (const event of this.#shown) this.tick(event, true);
  }

  async plan(): Promise<void> {
    if (this.#state.kind !== 'ready' || this.#chosen.size === 0) return;
    const { preview } = this.#state;
    this.#state = { kind: 'planning', preview, obstacle: null };
    const planned = await planFromCalendar(this.#app, preview.events.filter((event) => this.isChosen(event)));
    if (planned.ok) this.#chosen.clear();
    this.#state = planned.ok ? { kind: 'planned', meetings: planned.value } : { kind: 'ready', preview, obstacle: planned.error };
  }
}
