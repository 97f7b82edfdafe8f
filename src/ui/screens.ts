/**
 * Everything that is loaded when first wanted; all of it shortly after the start, so that it
 * is there offline, and after another tab has put a newer version in place.
 */
import type { Component } from 'svelte';
import type { ListedMeeting } from '#app/home/watch-meetings.ts';
import type { App, OpenObstacle } from '#app/app.ts';
import { fetchDoors } from '#app/vault/fetch-doors.ts';
import type { LockedApp } from '#app/vault/locked-app.ts';
import type { MeetingScreen, Route } from './router.svelte.ts';
import type { OpenMeeting } from './state/open-meeting.svelte.ts';

type Loader<P extends object> = () => Promise<{ default: Component<P> }>;
interface OfMeeting { meeting: OpenMeeting }
interface OfDuring extends OfMeeting { view: 'phase' | 'thread' }
interface OfSearch { meetings: readonly ListedMeeting[]; today: string; onclose: () => void }

interface OfLock { locked: LockedApp; onopen: (app: App) => void; onagain: () => void }

/** Their sheet and icons, there before any of them is shown. */
const styles = (): Promise<unknown> => import('./style/all-else.ts');

const screens = {
  welcome: () => import('./screens/welcome/Welcome.svelte'),
  'new-plan': () => import('./screens/meeting/NewPlan.svelte'),
  'plan-calendar': () => import('./screens/plan/FromCalendar.svelte'),
  roadmaps: () => import('./screens/roadmaps/Roadmaps.svelte'),
  'bring-in-roadmap': () => import('./screens/roadmaps/exchange/BringIn.svelte'),
  'hand-over-roadmap': () => import('./screens/roadmaps/exchange/HandOverRoadmap.svelte'),
  'read-roadmap': () => import('./screens/roadmaps/Read.svelte'),
  'edit-roadmap': () => import('./screens/roadmaps/editor/Editor.svelte'),
  'roadmap-changes': () => import('./screens/roadmaps/Changes.svelte'),
  'try-roadmap': () => import('./screens/roadmaps/try/Try.svelte'),
  patterns: () => import('./screens/patterns/Patterns.svelte'),
  compare: () => import('./screens/patterns/Compare.svelte'),
  'follow-ups': () => import('./screens/follow-ups/FollowUps.svelte'),
  tablet: () => import('./screens/tablet/Tablet.svelte'),
  'not-here': () => import('./screens/not-here/NotHere.svelte'),
  'bring-in': () => import('./screens/tablet/Import.svelte'),
  backup: () => import('./screens/tablet/Backup.svelte'),
  restore: () => import('./screens/tablet/Restore.svelte'),
  keep: () => import('./screens/tablet/Retention.svelte'),
  code: () => import('./screens/tablet/FindCode.svelte'),
  erase: () => import('./screens/tablet/Erase.svelte'),
  log: () => import('./screens/tablet/WholeLog.svelte'),
  export: () => import('./screens/export/Export.svelte'),
  sync: () => import('./screens/sync/Sync.svelte'),
  join: () => import('./screens/join/Join.svelte'),
} satisfies Record<string, Loader<Record<string, never>>>;

const meetingScreens = {
  plan: () => import('./screens/plan/Plan.svelte'),
  before: () => import('./screens/before/Before.svelte'),
  after: () => import('./screens/after/After.svelte'),
  summary: () => import('./screens/summary/Summary.svelte'),
} satisfies Record<string, Loader<OfMeeting>>;

const gate: Loader<{ id: string; view: MeetingScreen }> = () => import('./screens/meeting/MeetingGate.svelte');
const during: Loader<OfDuring> = () => import('./screens/during/During.svelte');
const search: Loader<OfSearch> = () => import('./screens/home/Search.svelte');
const erased: Loader<Record<string, never>> = () => import('./screens/not-here/Erased.svelte');
const obstacle: Loader<{ error: OpenObstacle }> = () => import('./screens/not-here/Obstacle.svelte');
/** Together with what opens by a secret: a lock that cannot be opened is of no use. */
const lock: Loader<OfLock> = async () => (await Promise.all([import('./screens/lock/Lock.svelte'), fetchDoors()]))[0];
const homeAside = () => import('./screens/home/aside.ts');
const homeVerbs = () => import('./screens/home/on-demand.ts');

/** What a file gives; null when it cannot be had now. */
async function had<T>(load: () => Promise<T>): Promise<T | null> {
  try {
    return await load();
  } catch (error) {
    // Vite and all engines tell a file that could not be had as a TypeError; all else is a bug.
    if (error instanceof TypeError || (error instanceof Error && error.message.startsWith('Unable to preload'))) return null;
    throw error;
  }
}

/** The component of a file, its styles in place; null when one of them cannot be had now. */
async function loaded<P extends object>(load: Loader<P>): Promise<Component<P> | null> {
  const [code, style] = await Promise.all([had(load), had(styles)]);
  return code === null || style === null ? null : code.default;
}

export const loadScreen = (name: keyof typeof screens): Promise<Component | null> => loaded(screens[name]);
export const loadMeetingScreen = (name: keyof typeof meetingScreens): Promise<Component<OfMeeting> | null> => loaded(meetingScreens[name]);
export const loadGate = (): ReturnType<typeof loaded<{ id: string; view: MeetingScreen }>> => loaded(gate);
export const loadDuring = (): ReturnType<typeof loaded<OfDuring>> => loaded(during);
export const loadSearch = (): ReturnType<typeof loaded<OfSearch>> => loaded(search);
export const loadErased = (): Promise<Component | null> => loaded(erased);
export const loadObstacle = (): ReturnType<typeof loaded<{ error: OpenObstacle }>> => loaded(obstacle);
export const loadLock = (): ReturnType<typeof loaded<OfLock>> => loaded(lock);
export const loadHomeVerbs = (): Promise<Awaited<ReturnType<typeof homeVerbs>> | null> => had(homeVerbs);
export const loadHomeAside = (): Promise<Awaited<ReturnType<typeof homeAside>> | null> => had(homeAside);

const isLater = (screen: Route['screen']): screen is keyof typeof screens => Object.hasOwn(screens, screen);

/** Begins to fetch the files of an address, all at once, while the store is being opened. */
export function fetchAhead(route: Route): void {
  const wanted: (() => Promise<unknown>)[] = [];
  if (route.screen === 'meeting') {
    const { view } = route;
    wanted.push(loadGate, view === 'run' || view === 'thread' ? loadDuring : () => loadMeetingScreen(view));
  } else if (isLater(route.screen)) wanted.push(screens[route.screen], styles);
  for (const load of wanted) void load().catch(() => null); // told when the screen is wanted and still not there
}

/** Resolves when what has just been shown is painted; in a window that is not looked at, a little later. */
export const afterPaint = (): Promise<unknown> =>
  Promise.race([
    new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); }),
    new Promise((resolve) => { setTimeout(resolve, 1_000); }),
  ]);

/** Begins to meet the hub, where there is one, once the screen stands. Returns the way to stop. */
export function beginSync(app: App): () => void {
  let stop: (() => void) | null = () => undefined;
  const begin = async (): Promise<void> => {
    const file = await had(() => import('#app/sync/begin.ts'));
    if (stop && file) stop = file.begin(app, () => /\/(?:run|thread)$/.test(location.pathname));
  };
  const timer = setTimeout(() => void begin(), 2_000); // without its file nothing is sent until the next start
  return () => {
    clearTimeout(timer);
    stop?.();
    stop = null;
  };
}

/** Fetches all that is not there yet, one after the other, while nothing else is to do. */
export function preloadScreens(): void {
  const fetchAll = async (): Promise<void> => {
    (await import('./state/guard-drops.ts')).guardDrops();
    const { preloadLazy, preloadVerbs, preloadWriters } = await import('#app/on-demand.ts');
    await preloadLazy([
      styles, lock, gate, during, preloadVerbs, homeAside, homeVerbs, ...Object.values(meetingScreens), ...Object.values(screens), search, obstacle, erased, preloadWriters,
    ]);
  };
  const begin = (): void => {
    void fetchAll().catch(() => null); // as above
  };
  // A meeting that is being opened waits for its rows in between, and would look idle.
  setTimeout(() => {
    if ('requestIdleCallback' in window) requestIdleCallback(begin, { timeout: 3_000 });
    else begin();
  }, 1_500);
}
