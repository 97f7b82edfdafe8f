import { describe, expect, it } from 'vitest';
import { followLink, routeOf, router } from '#ui/router.svelte.ts';

const id = '0f9a7c1e-3b5d-4e2f-8a6b-1c2d3e4f5a6b';

describe('addresses', () => {
  it.each([['/', 'home'], ['/welcome', 'welcome'], ['/plan', 'new-plan'], ['/roadmaps/', 'roadmaps'], ['/tablet', 'tablet']])('%s is the screen %s', (path, screen) => {
    expect(routeOf(path)).toEqual({ screen });
  });

  it('name a meeting and one of its screens', () => {
    expect(routeOf(`/meeting/${id}/run`)).toEqual({ screen: 'meeting', id, view: 'run' });
  });

  it.each(['/patterns/elsewhere', '/toString', '/meeting', `/meeting/${id}`, `/meeting/${id}/toString`, `/meeting/${id}/run/more`])('%s leads nowhere', (path) => {
    expect(routeOf(path)).toEqual({ screen: 'not-here' });
  });
});

describe('a tapped link', () => {
  const tap = (html: string, init: MouseEventInit = {}): MouseEvent => {
    document.body.innerHTML = html;
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init });
    document.addEventListener('click', followLink, { once: true });
    document.querySelector('a')?.dispatchEvent(event);
    return event;
  };

  it('changes the screen without a load, and keeps what stands behind the question mark', () => {
    expect(tap('<a href="/roadmaps?phase=goals">Goals</a>').defaultPrevented).toBe(true);
    expect(router.path).toBe('/roadmaps');
    expect(router.query.get('phase')).toBe('goals');
  });

  it.each([
    ['a file of the app', '<a href="/licenses.md">x</a>', {}],
    ['another site', '<a href="https://example.org/">x</a>', {}],
    ['a download', '<a href="/tablet" download>x</a>', {}],
    ['another tab', '<a href="/tablet">x</a>', { ctrlKey: true }],
  ])('is left to the browser for %s', (_what, html, init) => {
    const before = router.path;
    expect(tap(html, init).defaultPrevented).toBe(false);
    expect(router.path).toBe(before);
  });
});
