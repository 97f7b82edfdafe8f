import { screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { commandOf } from '#ui/screens/during/keys.ts';
import { chosen, jot, row, sitDown } from './sitting.ts';

const key = (name: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent => ({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more } as KeyboardEvent);

describe('the keyboard', () => {
  it('goes from item to item and answers with 1 to 4', async () => {
    const { user } = sitDown();
    await user.keyboard('{ArrowDown}1');
    expect(chosen('3.1')).toBe('Yes');
    await user.keyboard('{ArrowDown}3');
    expect(chosen('3.2')).toBe('Not yet');
    expect(row('3.2').contains(document.activeElement)).toBe(true);
    await user.keyboard('{ArrowUp}4');
    expect(chosen('3.1')).toBe('N/A');
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement?.textContent.trim()).toBe('Yes');
  });

  it('undoes and redoes', async () => {
    const { user } = sitDown();
    await user.keyboard('{ArrowDown}2u');
    expect(chosen('3.1')).toBeNull();
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(chosen('3.1')).toBe('Partly');
    await user.keyboard('{Control>}z{/Control}');
    expect(chosen('3.1')).toBeNull();
  });

  it('begins a note with n; there every key is a letter until Escape', async () => {
    const { user } = sitDown();
    await user.keyboard('{ArrowDown}n');
    expect(document.activeElement).toBe(jot());
    await user.keyboard('1v?');
    expect(jot().value).toBe('1v?');
    expect(chosen('3.1')).toBeNull();
    await user.keyboard('{Escape}');
    expect(document.activeElement).not.toBe(jot());
  });

  it('turns phases with the brackets and shows its keys in place', async () => {
    const { user } = sitDown();
    await user.keyboard(']');
    expect(screen.getByText('Phase 4 of 6')).toBeTruthy();
    await user.keyboard('[[');
    expect(screen.getByText('Phase 3 of 6')).toBeTruthy();
    await user.keyboard('?');
    expect(screen.getByRole('region', { name: 'Keys' })).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: 'Keys' })).toBeNull();
  });

  it('leaves the browser its own keys', () => {
    expect(commandOf(key('r', { ctrlKey: true }), false)).toBeNull();
    expect(commandOf(key('ArrowDown', { altKey: true }), false)).toBeNull();
    expect(commandOf(key('z', { ctrlKey: true }), true)).toBeNull();
    expect(commandOf(key('Z', { metaKey: true, shiftKey: true }), false)).toEqual({ do: 'redo' });
  });
});
