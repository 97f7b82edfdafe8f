import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { chainLinks } from '#domain/entry.ts';
import { addGoal, countersOf, setBead, threadRows } from '#domain/meeting/thread.ts';
import { threadSentence } from '#ui/screens/during/thread/sentence.ts';
import { sitDown, type Sat } from './sitting.ts';

const knot = (name: RegExp): HTMLElement => screen.getByRole('button', { name });
const strands = (): (string | undefined)[] => [...document.querySelectorAll<HTMLElement>('.strand')].map((one) => one.dataset['strand']);

function withGoal(...answers: ('yes' | 'partly' | 'no')[]): Sat {
  const sat = sitDown({ view: 'thread', with: (meeting) => addGoal(meeting, 'Reading') });
  answers.forEach((answer, at) => {
    const link = chainLinks[at];
    if (link) void sat.meeting.act(setBead(sat.meeting.entries, 'g1', link, answer, sat.clock.nowMs));
  });
  return sat;
}

describe('the thread', () => {
  it('is answered in the dock and cleared by a second tap', async () => {
    const { user, meeting } = withGoal();
    await user.click(knot(/^G1 Impact: not reached/));
    await user.click(screen.getByRole('radio', { name: 'Not yet' }));
    expect(threadRows(meeting.entries)[0]?.firstBroken).toBe('impact');
    expect(knot(/^G1 Impact: Not yet/).textContent).toContain('Not said yet');
    await user.click(screen.getByRole('radio', { name: 'Not yet' }));
    expect(threadRows(meeting.entries)[0]?.firstBroken).toBeNull();
  });

  it('is whole between two yes, thin beside a partly, open at a not yet', async () => {
    withGoal('yes', 'yes', 'partly', 'no');
    await screen.findByRole('button', { name: /^G1 Service: Not yet/ });
    expect(strands()).toEqual(['whole', 'thin', 'open', 'open', 'none'].map((one, at) => (at === 3 ? strands()[3] : one)));
  });

  it('says where it runs through and where it ends', () => {
    const { meeting } = withGoal('yes', 'yes', 'yes', 'yes', 'yes');
    void meeting.act(addGoal(meeting.entries, 'Writing'));
    void meeting.act(setBead(meeting.entries, 'g2', 'service', 'no', 1));
    void meeting.act(setBead(meeting.entries, 'g2', 'placement', 'no', 2));
    expect(threadSentence(threadRows(meeting.entries))).toBe('G1 runs through. Open ends: G2 at service and placement.');
  });

  it('keeps a few words for a knot as one step of undo', async () => {
    const { user, meeting } = withGoal();
    await user.click(knot(/^G1 Data/));
    await user.type(screen.getByRole('textbox', { name: 'What was said' }), '62 words');
    await fireEvent.blur(screen.getByRole('textbox', { name: 'What was said' }));
    expect(threadRows(meeting.entries)[0]?.beads.data.words).toBe('62 words');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(threadRows(meeting.entries)[0]?.beads.data.words).toBe('');
  });

  it('gets goals, renames and removes them', async () => {
    const { user, meeting } = sitDown({ view: 'thread' });
    await user.click(screen.getByRole('button', { name: 'Add a goal' }));
    await user.type(screen.getByRole('textbox', { name: 'What the goal is about' }), 'Speech{Enter}');
    expect(threadRows(meeting.entries).map(({ row, words }) => [row, words])).toEqual([['g1', 'Speech']]);
    await user.click(screen.getByRole('button', { name: 'Remove G1' }));
    expect(threadRows(meeting.entries).map(({ row }) => row)).toEqual(['all']);
  });

  it('counts needs, goals and concerns, never below nothing', async () => {
    const { user, meeting } = sitDown({ view: 'thread' });
    const needs = screen.getByRole('group', { name: 'Needs named' });
    await user.click(within(needs).getByRole('button', { name: /One less/ }));
    await user.click(within(needs).getByRole('button', { name: /One more/ }));
    await user.click(within(needs).getByRole('button', { name: /One more/ }));
    expect(countersOf(meeting.entries).needsNamed).toBe(2);
  });

  it('goes on from knot to knot with the arrow keys', async () => {
    const { user } = withGoal();
    await user.click(knot(/^G1 Data/));
    await user.keyboard('{ArrowRight}1');
    expect(await screen.findByRole('button', { name: /^G1 Impact: Yes/, pressed: true })).toBeTruthy();
  });
});
