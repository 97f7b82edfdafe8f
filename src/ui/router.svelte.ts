/** Real addresses through the history API. Links are plain; one click handler in App.svelte catches them. */
const meetingScreens = ['plan', 'before', 'run', 'thread', 'after', 'summary'] as const;
export type MeetingScreen = (typeof meetingScreens)[number];
const screens = {
  '/': 'home', '/welcome': 'welcome', '/plan': 'new-plan', '/plan/calendar': 'plan-calendar', '/follow-ups': 'follow-ups', '/patterns': 'patterns', '/patterns/compare': 'compare', '/tablet': 'tablet',
  '/roadmaps': 'roadmaps', '/roadmaps/read': 'read-roadmap', '/roadmaps/edit': 'edit-roadmap', '/roadmaps/changes': 'roadmap-changes', '/roadmaps/try': 'try-roadmap',
  '/roadmaps/bring-in': 'bring-in-roadmap', '/roadmaps/hand-over': 'hand-over-roadmap',
  '/sync': 'sync', '/join': 'join',
  '/tablet/bring-in': 'bring-in', '/tablet/backup': 'backup', '/tablet/restore': 'restore', '/tablet/keep': 'keep', '/tablet/code': 'code', '/tablet/erase': 'erase',
  '/tablet/log': 'log', '/export': 'export',
} as const;

export type Route =
  | { readonly screen: (typeof screens)[keyof typeof screens] | 'not-here' }
  | { readonly screen: 'meeting'; readonly id: string; readonly view: MeetingScreen };

const isPlain = (path: string): path is keyof typeof screens => Object.hasOwn(screens, path);

/** Which screen an address names. */
export function routeOf(path: string): Route {
  const trimmed = path.length > 1 ? path.replace(/\/+$/, '') : path;
  if (isPlain(trimmed)) return { screen: screens[trimmed] };
  const [, first, id, view] = trimmed.split('/');
  const known = meetingScreens.find((name) => name === view);
  if (first === 'meeting' && id !== undefined && known !== undefined && trimmed.split('/').length === 4) {
    return { screen: 'meeting', id, view: known };
  }
  return { screen: 'not-here' };
}

class Router {
  #path = $state(location.pathname);
  #search = $state(location.search);
  readonly #query = $derived(new URLSearchParams(this.#search));

  constructor() {
    addEventListener('popstate', () => {
      this.#read();
    });
  }

  get path(): string {
    return this.#path;
  }

  /** What stands behind the question mark; read only, change it by `go` or `replace`. */
  get query(): URLSearchParams {
    return this.#query;
  }

  /** Goes to an address of the app and keeps the present one for Back. */
  go(address: string): void {
    if (address === `${location.pathname}${location.search}${location.hash}`) return;
    history.pushState(null, '', address);
    this.#read();
  }

  /** Goes to an address in place of the present one. */
  replace(address: string): void {
    history.replaceState(null, '', address);
    this.#read();
  }

  back(): void {
    history.back();
  }

  #read(): void {
    this.#path = location.pathname;
    this.#search = location.search;
  }
}

export const router = new Router();

/** Goes where a tapped link points, unless it leaves the app, downloads, or asks for another tab. */
export function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target !== '' || link.hasAttribute('download')) return;
  if (link.origin !== location.origin || (link.hash !== '' && link.pathname === location.pathname)) return;
  if (/\.[a-z0-9]+$/i.test(link.pathname)) return; // a file of the app, such as the licences
  event.preventDefault();
  router.go(`${link.pathname}${link.search}${link.hash}`);
}
