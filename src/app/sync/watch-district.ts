import type { App } from '../app.ts';
import { districtSettings, type DistrictSettings } from './district-settings.ts';

export { fitsCodePattern, limitFrom } from './district-settings.ts';
export type { DistrictSettings, LimitFrom } from './district-settings.ts';

/** Calls at once and whenever the district gave out something else. Returns the way to stop. */
export function watchDistrict(app: App, on: (settings: DistrictSettings) => void): () => void {
  let stopped = false;
  const stop = app.store.watchNamed('sync', () => {
    void districtSettings(app).then((settings) => { if (!stopped) on(settings); });
  });
  return () => {
    stopped = true;
    stop();
  };
}
