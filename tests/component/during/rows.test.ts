import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { setCapture } from '#domain/meeting/plan.ts';
import { placeOf } from '#domain/meeting/timing.ts';
import { row, sitDown } from './sitting.ts';

const label = (number: string): HTMLElement => {
  const found = row(number).querySelector<HTMLElement>('.ask');
  if (!found) throw new Error(`no label ${number}`);
  return found;
};

describe('a row', () => {
  it('opens its look-for, advice and source in place, one row at a time', async () => {
    const { user } = sitDown();
    await user.click(label('3.1'));
    expect(within(row('3.1')).getByText('34 CFR 300.320(a)(1); 300.324(a)(1)(iii)-(iv)')).toBeTruthy();
    expect(row('3.1').textContent).toContain('Look for');
    expect(row('3.1').textContent).toContain('If not yet');
    await user.click(label('3.2'));
    expect(label('3.1').getAttribute('aria-expanded')).toBe('false');
    expect(label('3.2').getAttribute('aria-expanded')).toBe('true');
    await user.click(label('3.2'));
    expect(screen.queryAllByText('Look for')).toHaveLength(0);
  });

  it('names its kind and the condition that called it', () => {
    sitDown();
    expect(within(row('3.1')).getByText('Quality indicator')).toBeTruthy();
    expect(screen.getByText('annual review')).toBeTruthy();
  });
});

describe('quick mode', () => {
  it('shows the core items only and the others after one tap', async () => {
    const { user } = sitDown({ with: (meeting) => setCapture(meeting, { quick: true }) });
    const shown = (): number => screen.getAllByRole('radiogroup', { name: /^3\./ }).length;
    expect(shown()).toBe(2);
    await user.click(screen.getByRole('button', { name: /^Show \d+ more$/ }));
    expect(shown()).toBeGreaterThan(5);
    expect(screen.queryByRole('button', { name: /^Show \d+ more$/ })).toBeNull();
  });

  it('is switched at the foot of the list', async () => {
    const { user } = sitDown();
    await user.click(screen.getByRole('button', { name: 'Core items only', pressed: false }));
    expect(screen.getAllByRole('radiogroup', { name: /^3\./ })).toHaveLength(2);
  });
});

describe('phases', () => {
  it('are one tap away, and the place is kept', async () => {
    const { user, meeting } = sitDown();
    await user.click(within(screen.getByRole('navigation', { name: 'Phases' })).getByRole('button', { name: /^4 ?Goals/ }));
    expect(screen.getByRole('heading', { name: 'Goals' })).toBeTruthy();
    expect(screen.getByText('Phase 4 of 6')).toBeTruthy();
    expect(placeOf(meeting.entries).phase).toBe('goals');
  });

  it('have the whole-meeting checks beside them everywhere', async () => {
    const { user } = sitDown();
    await user.click(screen.getByRole('button', { name: /^Whole meeting/ }));
    expect(screen.getAllByRole('radiogroup', { name: /^w\.1 / })).toHaveLength(1);
  });

  it('come back where they were left after a reload', () => {
    sitDown();
    expect(screen.getByRole('heading', { name: 'Present levels and impact' })).toBeTruthy();
  });
});
