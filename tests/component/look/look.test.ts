import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { applyLook, writeLook } from '#app/keep-look.ts';
import { lookKey, parseLook, readLook } from '#app/look.ts';

const root = document.documentElement;

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }));
});

describe('the look', () => {
  it('is paper, right-handed and of usual size at first', () => {
    expect(readLook()).toEqual({ theme: 'paper', hand: 'right', textPercent: 100, language: 'en' });
  });

  it('is read back as it was kept', () => {
    writeLook({ theme: 'dim', hand: 'left', textPercent: 140, language: 'es' });
    expect(readLook()).toEqual({ theme: 'dim', hand: 'left', textPercent: 140, language: 'es' });
    expect(root.dataset).toMatchObject({ theme: 'dim', hand: 'left' });
    expect(root.style.fontSize).toBe('140%');
  });

  it('follows the system where that was chosen', () => {
    applyLook({ theme: 'system', hand: 'right', textPercent: 100, language: 'en' });
    expect(root.dataset['theme']).toBe('dim');
    expect(root.style.fontSize).toBe('');
  });

  it.each([['text', 'paper'], [{ theme: 'pink', hand: 3, textPercent: 'big' }, 'paper'], [null, 'paper']])('takes the usual look for %j', (input, theme) => {
    expect(parseLook(input)).toEqual({ theme, hand: 'right', textPercent: 100, language: 'en' });
  });

  it('keeps the text between 90 and 200 percent', () => {
    expect(parseLook({ textPercent: 900 }).textPercent).toBe(200);
    expect(parseLook({ textPercent: 1 }).textPercent).toBe(90);
  });

  it('starts also where what was kept cannot be read', () => {
    localStorage.setItem(lookKey, '{broken');
    expect(readLook().theme).toBe('paper');
  });

  it('is set on the tablet screen and lasts', async () => {
    const { default: Looks } = await import('#ui/screens/tablet/Looks.svelte');
    render(Looks);
    await userEvent.click(screen.getByRole('radio', { name: 'Dim' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Left' }));
    expect(readLook()).toMatchObject({ theme: 'dim', hand: 'left' });
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Dim' }).checked).toBe(true);
  });
});
