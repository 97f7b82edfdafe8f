import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { fakeApp } from '#tests/support/fake-app.ts';
import WithApp from '#tests/support/WithApp.svelte';
import HandOverRoadmap from '#ui/screens/roadmaps/exchange/HandOverRoadmap.svelte';
import { router } from '#ui/router.svelte.ts';

const shipped = defaultRoadmap();
const small = { ...shipped, id: 'small', title: 'Small one', items: shipped.items.slice(0, 2), phases: shipped.phases.slice(0, 1) };

function shown(address: string): void {
  const fake = fakeApp();
  fake.store.roadmaps.push(small);
  router.replace(address);
  render(WithApp, { app: fake.app, screen: HandOverRoadmap });
}

describe('handing over a roadmap', () => {
  it('shows a small one as a code that carries all of it', async () => {
    shown('/roadmaps/hand-over?id=small&version=1');
    expect(await screen.findByRole('img', { name: 'QR code with the whole roadmap' })).toBeTruthy();
    expect(screen.getByText(/^Small one, version 1\./u)).toBeTruthy();
  });

  it('says calmly that a large one is too large for a code', async () => {
    shown('/roadmaps/hand-over');
    expect(await screen.findByText(/too large for a code/u)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save it' })).toBeTruthy();
  });

  it('says of one that is not here that it is not', async () => {
    shown('/roadmaps/hand-over?id=none&version=9');
    expect(await screen.findByText(/This roadmap is not on this tablet\./u)).toBeTruthy();
  });
});
