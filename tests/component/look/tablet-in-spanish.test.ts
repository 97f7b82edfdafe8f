import { render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import Retention from '#ui/screens/tablet/Retention.svelte';
import Tablet from '#ui/screens/tablet/Tablet.svelte';
import { spoken } from '#ui/words/language.svelte.ts';
import { fakeApp } from '#tests/support/fake-app.ts';
import WithApp from '#tests/support/WithApp.svelte';

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
});
afterEach(() => spoken.speak('en'));

it('the tablet speaks Spanish, at once and back again', async () => {
  const { app } = fakeApp();
  await spoken.speak('es');
  render(WithApp, { app, screen: Tablet });
  expect(screen.getByRole('heading', { level: 1, name: 'Esta tableta' })).toBeTruthy();
  expect(document.title).toBe('Esta tableta · Quiet Checkpoint');
  expect(screen.getByRole('link', { name: 'Borrar todo' })).toBeTruthy();
  expect(screen.getByRole('radio', { name: 'Tenue' })).toBeTruthy();
  await spoken.speak('en');
  expect(await screen.findByRole('link', { name: 'Erase everything' })).toBeTruthy();
});

it('how long meetings stay is said in Spanish', async () => {
  const { app } = fakeApp();
  await spoken.speak('es');
  render(WithApp, { app, screen: Retention });
  const ends = await screen.findByRole('combobox', { name: 'El año escolar termina con' });
  expect([...ends.querySelectorAll('option')].map(({ textContent }) => textContent)).toContain('Junio');
});
