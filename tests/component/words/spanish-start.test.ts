import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import LanguageField from '#ui/parts/LanguageField.svelte';
import Agenda from '#ui/screens/home/Agenda.svelte';
import { homeLists } from '#ui/screens/home/home-lists.ts';
import Lock from '#ui/screens/lock/Lock.svelte';
import { setLock } from '#app/vault/ways.ts';
import { wordsOf } from '#ui/words/errors.ts';
import { spoken } from '#ui/words/language.svelte.ts';
import { fakeApp } from '#tests/support/fake-app.ts';
import { lockedFake } from '#tests/support/fake-vault.ts';
import { listed } from '../home/listed.ts';

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
});

afterEach(async () => {
  localStorage.clear();
  await spoken.speak('en');
});

const today = '2026-11-12';

describe('the app in Spanish', () => {
  it('speaks what was asked for last, though words of an earlier wish come later', async () => {
    const fetching = vi.spyOn(spoken, 'fetch').mockImplementation((language) => new Promise((come) => { setTimeout(() => { come(true); }, language === 'es' ? 20 : 0); }));
    await Promise.all([spoken.speak('es'), spoken.speak('en')]);
    fetching.mockRestore();
    expect(spoken.language).toBe('en');
  });

  it('speaks of the meetings on the first screen, and goes back', async () => {
    await spoken.speak('es');
    const meetings = [
      listed({ code: 'R-14', onDate: today, startsAt: '13:30', conditions: ['interpreter'], language: 'Spanish' }),
      listed({ code: 'C-18', state: 'finished', startedAtMs: new Date(2026, 10, 9, 9).getTime() }),
    ];
    render(Agenda, { lists: homeLists(meetings, today), today });
    const todays = screen.getByRole('region', { name: 'Hoy' });
    expect(within(todays).getByRole('link', { name: 'Comenzar R-14' })).toBeTruthy();
    expect(within(todays).getByText('Intérprete de español.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Abrir C-18' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('es-US');
    await spoken.speak('en');
    expect(await screen.findByRole('link', { name: 'Begin R-14' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('en-US');
  });

  it('speaks the lock, with what stands in the way', async () => {
    await spoken.speak('es');
    const { app, vault } = fakeApp();
    await setLock(app, 'river lantern quiet maple', true);
    render(Lock, { locked: lockedFake(vault, app), onopen: () => undefined, onagain: () => undefined });
    await userEvent.type(screen.getByLabelText('Frase de acceso'), 'river{Enter}');
    expect((await screen.findByText(/Con eso no se abre/)).textContent).not.toMatch(/falló|error|incorrect/i);
    await spoken.speak('en');
    expect(await screen.findByText(/That does not open it/)).toBeTruthy();
  });

  it('is chosen by its own name, and kept', async () => {
    render(LanguageField);
    await userEvent.click(screen.getByRole('radio', { name: 'Español' }));
    expect(await screen.findByRole('group', { name: 'Idioma' })).toBeTruthy();
    expect(localStorage.getItem('qc.look')).toContain('"language":"es"');
    expect(wordsOf({ type: 'StorageFull', usedBytes: 1_500_000, quotaBytes: 2_000_000 }).happened).toBe('La tableta ya no tiene espacio para las páginas de la aplicación (1.5\u00a0MB de 2\u00a0MB).');
    await userEvent.click(screen.getByRole('radio', { name: 'English' }));
    expect(await screen.findByRole('group', { name: 'Language' })).toBeTruthy();
  });
});
