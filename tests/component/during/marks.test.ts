import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { finishEdits } from '#domain/record/finish.ts';
import { answerOf, setMark } from '#domain/meeting/mark.ts';
import { isRunning } from '#domain/meeting/timing.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { cell, chosen, row, sitDown } from './sitting.ts';

const named = 'data-sources-cited';
const onlyYesOrNo = (): ReturnType<typeof defaultRoadmap> => {
  const roadmap = defaultRoadmap();
  return { ...roadmap, items: roadmap.items.map((item) => (item.id === named ? { ...item, allowPartly: false } : item)) };
};

describe('answering an item', () => {
  it('takes one tap, paints at once and is stored', async () => {
    const { user, meeting, store } = sitDown();
    await user.click(cell('3.1', 'Partly'));
    expect(chosen('3.1')).toBe('Partly');
    expect(answerOf(meeting.entries, named)).toBe('partly');
    expect(store.changes.at(-1)?.entry).toBe(`mark:${named}`);
  });

  it('is cleared by a second tap', async () => {
    const { user, meeting } = sitDown();
    await user.click(cell('3.1', 'Not yet'));
    await user.click(cell('3.1', 'Not yet'));
    expect(chosen('3.1')).toBeNull();
    expect(answerOf(meeting.entries, named)).toBeNull();
  });

  it('offers three answers where the law knows no partly, and keeps the column empty', () => {
    sitDown({ roadmap: onlyYesOrNo() });
    const answers = within(row('3.1')).getAllByRole('radio').map((one) => one.textContent.trim());
    expect(answers).toEqual(['Yes', 'Not yet', 'N/A']);
    expect(row('3.1').querySelectorAll('.cell')).toHaveLength(4);
  });

  it('is taken back by Undo and done again by Redo', async () => {
    const { user } = sitDown();
    await user.click(cell('3.1', 'Yes'));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(chosen('3.1')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Redo' }));
    expect(chosen('3.1')).toBe('Yes');
  });

  it('counts in the tally of its phase', async () => {
    const { user } = sitDown();
    const phases = screen.getByRole('navigation', { name: 'Phases' });
    expect(within(phases).getByRole('button', { name: /Present levels.*0 of \d+ marked/ })).toBeTruthy();
    await user.click(cell('3.2', 'Yes'));
    expect(within(phases).getByRole('button', { name: /Present levels.*1 of \d+ marked/ })).toBeTruthy();
  });

  it('starts a clock that was forgotten', async () => {
    const { user, meeting, shell } = sitDown({ begun: false });
    await user.click(cell('3.1', 'Yes'));
    expect(isRunning(meeting.entries)).toBe(true);
    expect(shell.awake && shell.busy).toBe(true);
  });
});

describe('a mark that is not on disk', () => {
  it('stays on screen and says in words that it is held, until it is stored', async () => {
    const { user, store } = sitDown();
    store.refuse({ type: 'StorageFull', usedBytes: null, quotaBytes: null });
    await user.click(cell('3.1', 'Yes'));
    expect(chosen('3.1')).toBe('Yes');
    expect(screen.getByRole('radiogroup', { description: 'Held, not yet stored' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '1 held, not yet stored' })).toBeTruthy();
    store.refuse(null);
    expect(await screen.findByText('Saved 10:00')).toBeTruthy();
    expect(row('3.1').querySelector('[data-held]')).toBeNull();
  });

  it('is explained only when asked for', async () => {
    const { user, store } = sitDown();
    store.refuse({ type: 'StorageFull', usedBytes: null, quotaBytes: null });
    await user.click(cell('3.1', 'Yes'));
    expect(screen.queryByRole('region', { name: 'What is stored' })).toBeNull();
    await user.click(screen.getByRole('button', { name: '1 held, not yet stored' }));
    const strip = screen.getByRole('region', { name: 'What is stored' });
    expect(strip.textContent).toMatch(/1\schange since then is held on this screen/);
    await user.click(within(strip).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('region', { name: 'What is stored' })).toBeNull();
  });
});

describe('a write that goes on failing', () => {
  it('is told after ten seconds, once', async () => {
    vi.useFakeTimers();
    const { store, clock } = sitDown();
    store.refuse({ type: 'ConnectionLost' });
    await fireEvent.click(cell('3.1', 'Yes'));
    const pass = async (ms: number): Promise<void> => {
      clock.pass(ms);
      await vi.advanceTimersByTimeAsync(1_000);
    };
    await pass(9_000);
    expect(screen.queryByRole('region', { name: 'What is stored' })).toBeNull();
    await pass(1_000);
    await fireEvent.click(within(screen.getByRole('region', { name: 'What is stored' })).getByRole('button', { name: 'Close' }));
    await pass(60_000);
    expect(screen.queryByRole('region', { name: 'What is stored' })).toBeNull();
    vi.useRealTimers();
  });
});

describe('a finished meeting', () => {
  it('shows what was marked and takes nothing more', () => {
    sitDown({ with: (meeting, { clock }) => {
      const item = defaultRoadmap().items.find(({ id }) => id === named);
      if (!item) throw new Error('the roadmap has the item');
      return [...setMark(meeting, item, 'yes', clock.nowMs), ...finishEdits(meeting, clock.nowMs)];
    } });
    expect(within(row('3.1')).getAllByRole('radio')).toHaveLength(1);
    expect(chosen('3.1')).toBe('Yes');
    expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});
