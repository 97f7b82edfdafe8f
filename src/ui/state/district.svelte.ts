import type { App } from '#app/app.ts';
import { fitsCodePattern, limitFrom, watchDistrict, type DistrictSettings, type LimitFrom } from '#app/sync/watch-district.ts';
import { Live } from './live.svelte.ts';

/** What the district gives to all its leaders, while somebody reads it; nothing of it without a hub. */
export class DistrictView {
  readonly #live: Live<DistrictSettings>;

  constructor(app: App) {
    this.#live = new Live((on) => watchDistrict(app, on));
  }

  /** The district's line of purpose; empty: the app's own counts. */
  get purpose(): string {
    return this.#live.current?.purpose ?? '';
  }

  /** Where a limit of this many days comes from, as far as new plans are laid out with it; null for any other. */
  limitFrom(name: string, days: number): LimitFrom | null {
    return this.#live.current === undefined ? null : limitFrom(this.#live.current, name, days);
  }

  /** True for a code as the district writes them. */
  fits(code: string): boolean {
    return this.#live.current === undefined || fitsCodePattern(this.#live.current, code);
  }
}
