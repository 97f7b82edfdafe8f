import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { answerOf } from '#domain/meeting/mark.ts';
import { notesOf } from '#domain/meeting/note.ts';
import Before from '#ui/screens/before/Before.svelte';
import { onScreen } from '../plan/opened.ts';

describe('before the meeting', () => {
  it('marks an item, counts it as ready, and clears it by a second tap', async () => {
    const { user, meeting } = await onScreen(Before);
    const asked = [...meeting.askedById.values()].filter(({ item }) => item.stage === 'before').length;
    const yes = within(screen.getByRole('radiogroup', { name: /Notice sent early enough/ })).getByRole('radio', { name: 'Yes' });
    await user.click(yes);
    expect(answerOf(meeting.entries, 'notice-sent-early')).toBe('yes');
    expect(screen.getByText(`1 of ${asked}`)).toBeTruthy();
    await user.click(yes);
    expect(answerOf(meeting.entries, 'notice-sent-early')).toBeNull();
  });

  it('names what is open, and says when all is there', async () => {
    const { user } = await onScreen(Before);
    expect(screen.getByText(/^Still open: b\.1, b\.2/)).toBeTruthy();
    for (const group of screen.getAllByRole('radiogroup')) await user.click(within(group).getByRole('radio', { name: 'Yes' }));
    expect(screen.getByText(/^All \d+ are ready\.$/)).toBeTruthy();
  });

  it('writes notes on an item, stored at the pause, one step each', async () => {
    const { user, meeting } = await onScreen(Before);
    await user.click(screen.getByRole('button', { name: 'Add a note to b.1' }));
    await user.type(screen.getByLabelText('Note'), 'Sent on Monday <b>late</b>');
    await waitFor(() => { expect(notesOf(meeting.entries)).toHaveLength(1); });
    await user.tab();
    await user.type(screen.getByLabelText('Note'), 'x'.repeat(200));
    await user.tab();
    expect(notesOf(meeting.entries).map(({ text, about }) => [text.slice(0, 14), about.id])).toEqual([
      ['Sent on Monday', 'notice-sent-early'], ['xxxxxxxxxxxxxx', 'notice-sent-early'],
    ]);
    meeting.undo();
    expect(notesOf(meeting.entries)).toHaveLength(1);
  });

  it('leads to the plan and begins', async () => {
    const { user, meeting } = await onScreen(Before);
    expect(screen.getByRole('link', { name: 'To the plan' }).getAttribute('href')).toBe(`/meeting/${meeting.id}/plan`);
    await user.click(screen.getByRole('button', { name: 'Begin' }));
    expect(location.pathname).toBe(`/meeting/${meeting.id}/run`);
  });
});
