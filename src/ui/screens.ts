/** Screens that are loaded when first wanted, and all of them shortly after the start, so that they are there offline. */
import type { Component } from 'svelte';
import type { OpenMeeting } from './state/open-meeting.svelte.ts';

type Loader<P extends object> = () => Promise<{ default: Component<P> }>;
interface OfMeeting { meeting: OpenMeeting }

const screens = {
  welcome: () => import('./screens/welcome/Welcome.svelte'),
  'new-plan': () => import('./screens/meeting/NewPlan.svelte'),
  roadmaps: () => import('./screens/roadmaps/Roadmaps.svelte'),
  tablet: () => import('./screens/tablet/Tablet.svelte'),
  backup: () => import('./screens/tablet/Backup.svelte'),
  restore: () => import('./screens/tablet/Restore.svelte'),
  keep: () => import('./screens/tablet/Retention.svelte'),
  code: () => import('./screens/tablet/FindCode.svelte'),
  erase: () => import('./screens/tablet/Erase.svelte'),
} satisfies Record<string, Loader<Record<string, never>>>;

const meetingScreens = {
  plan: () => import('./screens/plan/Plan.svelte'),
  before: () => import('./screens/before/Before.svelte'),
  after: () => import('./screens/after/After.svelte'),
  summary: () => import('./screens/summary/Summary.svelte'),
} satisfies Record<string, Loader<OfMeeting>>;

const during: Loader<OfMeeting & { view: 'phase' | 'thread' }> = () => import('./screens/during/During.svelte');

/** The component of a file; null when the file cannot be had now. */
async function loaded<P extends object>(load: Loader<P>): Promise<Component<P> | null> {
  try {
    return (await load()).default;
  } catch (error) {
    // Vite and all engines tell a file that could not be had as a TypeError; all else is a bug.
    if (error instanceof TypeError || (error instanceof Error && error.message.startsWith('Unable to preload'))) return null;
    throw error;
  }
}

export const loadScreen = (name: keyof typeof screens): Promise<Component | null> => loaded(screens[name]);
export const loadMeetingScreen = (name: keyof typeof meetingScreens): Promise<Component<OfMeeting> | null> => loaded(meetingScreens[name]);
export const loadDuring = (): ReturnType<typeof loaded<OfMeeting & { view: 'phase' | 'thread' }>> => loaded(during);

/** Fetches all screens while nothing else is to do. */
export function preloadScreens(): void {
  const fetchAll = (): void => {
    for (const load of [during, ...Object.values(meetingScreens), ...Object.values(screens)]) {
      void load().catch(() => null); // told when the screen is wanted and still not there
    }
  };
  if ('requestIdleCallback' in window) requestIdleCallback(fetchAll, { timeout: 3_000 });
  else setTimeout(fetchAll, 1_000);
}
