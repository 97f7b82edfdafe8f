import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { spoken } from '#ui/words/language.svelte.ts';
import { cell, chosen, row, sitDown } from './sitting.ts';

describe('a meeting in Spanish', () => {
  beforeEach(() => spoken.speak('es'));
  afterEach(() => spoken.speak('en'));

  it('asks in Spanish, and keeps the roadmap in its own words', () => {
    const { meeting } = sitDown();
    expect(screen.getByRole('heading', { name: 'Niveles actuales e impacto' })).toBeTruthy();
    expect(row('3.1').textContent).toContain('Los niveles actuales se apoyan en datos con nombre');
    expect(meeting.roadmap.items.find(({ id }) => id === 'data-sources-cited')?.label).toBe('Present levels rest on named data');
  });

  it('is marked, noted and counted in its words', async () => {
    const { user } = sitDown();
    await user.click(cell('3.1', 'Aún no'));
    expect(chosen('3.1')).toBe('Aún no');
    expect(within(row('3.1')).getByRole('radio', { name: 'N/C, no corresponde' })).toBeTruthy();
    expect(screen.getByRole('button', { name: /1\u00a0marcado de \d+/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'La nota es sobre 3.1. Cambiar' }).textContent).toBe('En 3.1');
    await user.click(screen.getByRole('button', { name: 'Frases' }));
    expect(screen.getByRole('button', { name: 'Datos nombrados con su fecha.' })).toBeTruthy();
  });
});
