/** The page speaks the language that is chosen for it, whatever the screens speak. */
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { spoken } from '#ui/words/language.svelte.ts';
import { en } from '#ui/words/en/all.ts';
import { es } from '#ui/words/es/all.ts';
import Host from './Host.svelte';
import { openSample } from './open-sample.ts';

const article = (name: string): HTMLElement => screen.getByRole('article', { name });

async function shown() {
  const user = userEvent.setup();
  const sample = await openSample();
  render(Host, { app: sample.app, meeting: sample.meeting });
  return { ...sample, user };
}

beforeEach(() => spoken.speak('en'));
afterEach(async () => {
  await spoken.speak('en');
  vi.unstubAllGlobals();
});

it('is Spanish while the screens are English, and says that what was written is not', async () => {
  const { user } = await shown();
  const language = within(screen.getByRole('group', { name: 'Language of this page' }));
  expect(language.getByRole<HTMLInputElement>('radio', { name: 'English' }).checked).toBe(true);
  expect(screen.queryByText(new RegExp(en.page.writtenLine))).toBeNull();
  await user.click(language.getByRole('radio', { name: 'Español' }));
  const page = await screen.findByRole('article', { name: es.page.label });
  expect(page.lang).toBe('es-US');
  expect(within(page).getAllByRole('heading').map(({ textContent }) => textContent)).toContain('Próximos pasos');
  expect(within(page).getByText(new RegExp(es.page.writtenLine))).toBeTruthy();
  expect(page.querySelector('.standout')?.getAttribute('lang')).toBe('en-US');
  expect(screen.getByRole('heading', { name: 'Hand it over' })).toBeTruthy();
  // An owner that is a role of the app is told in the language of the page.
  expect(within(page).getByRole('cell', { name: 'Encargado del caso' }).getAttribute('lang')).toBeNull();
});

it('is English while the screens are Spanish, and goes on paper as English', async () => {
  await spoken.speak('es');
  const { user } = await shown();
  expect(article(es.page.label).lang).toBe('es-US');
  expect(screen.getByRole('heading', { name: es.summary.handOver })).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'English' }));
  expect(article(en.page.label).lang).toBe('en-US');
  expect(within(article(en.page.label)).getByText(new RegExp(en.page.writtenLine))).toBeTruthy();
  window.dispatchEvent(new Event('beforeprint'));
  expect([document.documentElement.lang, document.title]).toEqual(['en-US', 'Observation summary']);
  window.dispatchEvent(new Event('afterprint'));
  expect(document.documentElement.lang).toBe('es-US');
});

it('copies the page as text in its language', async () => {
  const { user } = await shown();
  const writeText = vi.spyOn(navigator.clipboard, 'writeText');
  await user.click(screen.getByRole('radio', { name: 'Español' }));
  await user.click(await screen.findByRole('button', { name: 'Copy as text' }));
  expect(writeText).toHaveBeenCalledWith(expect.stringMatching(/^Ejemplo, no es una reunión real\nResumen de la observación: Revisión anual\nNotas, citas y pasos: en su idioma original\n[^]*Próximos pasos\n/));
});
