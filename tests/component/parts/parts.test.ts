import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import AnswerMark from '#ui/parts/AnswerMark.svelte';
import Box from '#ui/parts/Box.svelte';
import ItemRow from '#ui/parts/ItemRow.svelte';
import Mast from '#ui/parts/Mast.svelte';
import SavedLine from '#ui/parts/SavedLine.svelte';
import Seg from '#ui/parts/Seg.svelte';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));
const quiet = { pendingCount: 0, heldSinceMs: null, savedAtMs: null, obstacle: null };

describe('the mast', () => {
  it('links to the four places and says which one is shown', () => {
    render(Mast, { current: 'roadmaps' });
    const nav = screen.getByRole('navigation', { name: 'Main' });
    expect(within(nav).getAllByRole('link').map((link) => link.textContent.trim())).toEqual(['Meetings', 'Patterns', 'Roadmaps', 'This tablet']);
    expect(within(nav).getByRole('link', { current: 'page' }).textContent.trim()).toBe('Roadmaps');
  });
});

describe('the saved line', () => {
  it('says the time of the last commit', () => {
    render(SavedLine, { saved: { ...quiet, savedAtMs: new Date(2026, 10, 12, 10, 26).getTime() } });
    expect(screen.getByText('Saved 10:26')).toBeTruthy();
  });

  it('says nothing of writes under way that have met no obstacle', () => {
    render(SavedLine, { saved: { ...quiet, pendingCount: 3 } });
    expect(screen.getByText('Saved')).toBeTruthy();
  });

  it('counts what is held, as a button that tells more', async () => {
    const onheld = vi.fn();
    render(SavedLine, { saved: { ...quiet, pendingCount: 2, obstacle: { type: 'ConnectionLost' } }, onheld });
    await userEvent.click(screen.getByRole('button', { name: '2 held, not yet stored' }));
    expect(onheld).toHaveBeenCalledOnce();
  });
});

describe('an answer mark', () => {
  it.each([['yes', 'Yes'], ['partly', 'Partly'], ['no', 'Not yet'], ['na', 'N/A'], [null, 'Not looked at']] as const)('names %s as %s', (answer, name) => {
    render(AnswerMark, { answer, named: true });
    expect(screen.getByRole('img', { name })).toBeTruthy();
  });

  it('is silent beside its word', () => {
    render(AnswerMark, { answer: 'yes' });
    expect(screen.queryByRole('img')).toBeNull();
  });
});

describe('a row of an item', () => {
  const [item] = defaultRoadmap().items;
  it.each([['interpreter', undefined, 'interpreter'], ['own-1', () => 'Elders of the Navajo attend', 'Elders of the Navajo attend']] as const)('says that %s called it in its own words', (calledBy, nameOf, says) => {
    if (!item) throw new Error('the shipped roadmap has items');
    render(ItemRow, { asked: { item, number: '1.1', calledBy }, answer: null, ...(nameOf ? { nameOf } : {}) });
    expect(screen.getByText(says)).toBeTruthy();
  });
});

describe('choices', () => {
  it('are radio buttons in a named group, and tell what was chosen', async () => {
    const onchoose = vi.fn();
    render(Seg, { label: 'Light', choices: [{ value: 'paper', label: 'Paper' }, { value: 'dim', label: 'Dim' }], value: 'paper', onchoose });
    const group = screen.getByRole('group', { name: 'Light' });
    expect(within(group).getByRole<HTMLInputElement>('radio', { name: 'Paper' }).checked).toBe(true);
    await userEvent.click(within(group).getByRole('radio', { name: 'Dim' }));
    expect(onchoose).toHaveBeenCalledWith('dim');
  });
});

describe('a box', () => {
  it('is a checkbox named by its words and works by keyboard', async () => {
    const onchange = vi.fn();
    render(Box, { checked: false, onchange, children: words('Student attends') });
    screen.getByRole('checkbox', { name: 'Student attends' }).focus();
    await userEvent.keyboard(' ');
    expect(onchange).toHaveBeenCalledWith(true);
  });
});
