import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { finishMeeting } from '#app/meeting/finish-meeting.ts';
import { openMeeting } from '#app/meeting/open-meeting.ts';
import { planMeeting } from '#app/meeting/plan-meeting.ts';
import type { Edit } from '#domain/entry.ts';
import { entryIdOf, type MeetingId } from '#domain/ids.ts';
import { followUpsOf } from '#domain/meeting/follow-up.ts';
import { setBasics } from '#domain/meeting/plan.ts';
import { meetingOf, replicaOf } from '#domain/merge.ts';
import { emptyMeeting } from '#domain/entry.ts';
import Before from '#ui/screens/before/Before.svelte';
import { router } from '#ui/router.svelte.ts';
import { countingId, fakeApp, type FakeApp } from '#tests/support/fake-app.ts';
import { onScreen } from '../plan/opened.ts';
import FollowUps from '#ui/screens/follow-ups/FollowUps.svelte';
import WithApp from '#tests/support/WithApp.svelte';

let steps = 0;
const step = (what: string, patch: object = {}): Edit => ({
  kind: 'follow-up', entry: entryIdOf('follow-up', countingId(0x9000 + (steps += 1))),
  value: { what, owner: 'Case manager', dueOn: null, doneOn: null, source: { from: 'self', id: '' }, order: steps, ...patch },
});

/** A meeting of the team in October, finished, with these steps. */
async function held(fake: FakeApp, code: string, follow: readonly Edit[], basics: object = {}): Promise<MeetingId> {
  const id = await planMeeting(fake.app, [...setBasics(emptyMeeting(), { code, team: 'Grade 3', school: 'Mesa', onDate: '2026-10-01', ...basics }), ...follow]);
  const opened = await openMeeting(fake.app, id);
  if (!opened.ok) throw new Error(opened.error.type);
  await finishMeeting(fake.app, opened.value);
  opened.value.session.close();
  return id;
}
const stepsOf = ({ store }: FakeApp, id: MeetingId) => followUpsOf(meetingOf(replicaOf(store.changes.filter(({ meeting }) => meeting === id))));

async function onFollowUps(address = '/follow-ups') {
  const fake = fakeApp();
  await held(fake, 'R-14', [step('Translate the draft', { dueOn: '2026-11-09' }), step('Book the interpreter', { dueOn: '2026-11-20', owner: 'Coordinator' }), step('Call the agency', { doneOn: '2026-11-02' })]);
  const hill = await held(fake, 'K-07', [step('Send the data'), step('Share the plan', { dueOn: '2026-11-12' })], { school: 'Hill' });
  router.replace(address);
  render(WithApp, { app: fake.app, screen: FollowUps });
  await screen.findByRole('heading', { name: 'Follow-ups' });
  return { ...fake, hill, user: userEvent.setup() };
}

describe('follow-ups across meetings', () => {
  it('shows the open ones by when they are due, each with its meeting one tap away', async () => {
    const { hill } = await onFollowUps();
    expect((await screen.findAllByRole('heading', { level: 2 })).map(({ textContent }) => textContent)).toEqual(['Was due', 'Today', 'Coming', 'No date', 'Take to a calendar']);
    const past = screen.getByRole('region', { name: 'Was due' });
    expect(within(past).getByRole('checkbox', { name: /Translate the draft Case manager, was due Monday/ })).toBeTruthy();
    expect(within(screen.getByRole('region', { name: 'Today' })).getByRole('link', { name: /K-07/ }).getAttribute('href')).toBe(`/meeting/${hill}/summary`);
    expect(screen.getByText('4 of 5 follow-ups')).toBeTruthy();
  });

  it('filters by state, owner and school, and keeps the choice in the address', async () => {
    const { user } = await onFollowUps();
    await user.click(await screen.findByRole('radio', { name: 'Done' }));
    expect(screen.getByRole('checkbox', { name: /Call the agency/ })).toBeTruthy();
    expect(location.search).toBe('?state=done');
    await user.click(screen.getByRole('radio', { name: 'All' }));
    await user.selectOptions(screen.getByLabelText('Owner'), 'Coordinator');
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
    await user.selectOptions(screen.getByLabelText('Owner'), 'Every role');
    await user.selectOptions(screen.getByLabelText('School'), 'Hill');
    expect(screen.getAllByRole('checkbox')).toHaveLength(2);
    expect(location.search).toBe('?state=all&school=Hill');
  });

  it('opens with what the address asks for', async () => {
    await onFollowUps('/follow-ups?state=all&school=Mesa&owner=Coordinator');
    expect(await screen.findByRole('checkbox', { name: /Book the interpreter/ })).toBeTruthy();
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
  });

  it('ticks one done on a day, in its place, and takes it back', async () => {
    const { user, store, ...fake } = await onFollowUps();
    const box = await screen.findByRole('checkbox', { name: /Send the data/ });
    await user.click(box);
    const undated = screen.getByRole('region', { name: 'No date' });
    await waitFor(() => { expect(within(undated).getByText(/done today/)).toBeTruthy(); });
    expect(stepsOf({ store, ...fake }, fake.hill).map(({ doneOn }) => doneOn)).toEqual(['2026-11-12', null]);
    expect(store.records.filter(({ meeting }) => meeting === fake.hill)).toHaveLength(2);
    await user.click(within(undated).getByRole('checkbox', { name: /Send the data/ }));
    await waitFor(() => { expect(stepsOf({ store, ...fake }, fake.hill)[0]?.doneOn).toBeNull(); });
  });
});

describe('follow-ups to a calendar', () => {
  it('leave as they are shown, de-identified and logged', async () => {
    const { user, store } = await onFollowUps('/follow-ups?school=Hill');
    const saved: Blob[] = [];
    URL.createObjectURL = (blob: Blob | MediaSource) => { if (blob instanceof Blob) saved.push(blob); return 'blob:x'; };
    URL.revokeObjectURL = () => undefined;
    await user.click(await screen.findByRole('button', { name: 'Make the calendar file' }));
    await screen.findByText(/Handed over as/);
    const text = (await saved[0]?.text()) ?? '';
    expect(text.match(/BEGIN:VTODO/g)).toHaveLength(2);
    expect(text).toContain('DUE;VALUE=DATE:20261112');
    expect(text).not.toContain('K-07');
    await waitFor(() => { expect(store.log.at(-1)).toMatchObject({ what: 'calendar-ics', kind: 'de-identified', meetings: 1 }); });
  });

  it('ask for a reason with the code', async () => {
    const { user } = await onFollowUps();
    await user.click(await screen.findByRole('radio', { name: 'Identified' }));
    await user.click(screen.getByRole('button', { name: 'Make the calendar file' }));
    expect(await screen.findByText(/Say in a few words what it is for\. Nothing has left/)).toBeTruthy();
  });
});

describe('promised last time', () => {
  const onBefore = async () => {
    const fake = fakeApp();
    const old = await held(fake, 'R-14', [step('Translate the draft', { dueOn: '2026-11-09' }), step('Call the agency', { doneOn: '2026-11-02' })]);
    await held(fake, 'X-01', [step('Another team')], { team: 'Grade 4' });
    const opened = await onScreen(Before, { fake });
    await opened.meeting.act(setBasics(opened.meeting.entries, { code: 'R-14', team: 'Grade 3', onDate: '2026-11-20' }));
    return { ...opened, fake, old, region: await screen.findByRole('region', { name: 'Promised last time' }) };
  };

  it('shows what the team’s earlier meeting promised, open and done', async () => {
    const { region } = await onBefore();
    expect(within(region).getAllByRole('checkbox').map((box) => (box instanceof HTMLInputElement ? box.checked : null))).toEqual([false, true]);
    expect(within(region).queryByText('Another team')).toBeNull();
  });

  it('carries one over: new here with where it came from, closed there; and takes it back', async () => {
    const { user, meeting, fake, old, region } = await onBefore();
    await user.click(within(region).getByRole('button', { name: 'Carry over: Translate the draft' }));
    expect(followUpsOf(meeting.entries)).toMatchObject([{ what: 'Translate the draft', carriedFrom: { meeting: old } }]);
    expect(within(region).getByText('Carried over to this meeting')).toBeTruthy();
    await waitFor(() => { expect(stepsOf(fake, old)[0]?.carriedTo).toMatchObject({ meeting: meeting.id }); });
    expect(within(region).getAllByRole('checkbox')).toHaveLength(2);
    await user.click(within(region).getByRole('button', { name: 'Take back: Translate the draft' }));
    await waitFor(() => { expect(stepsOf(fake, old)[0]?.carriedTo).toBeNull(); });
    expect(followUpsOf(meeting.entries)).toEqual([]);
  });

  it('ticks one done in the meeting that it comes from', async () => {
    const { user, fake, old, region } = await onBefore();
    await user.click(within(region).getByRole('checkbox', { name: /Translate the draft/ }));
    await waitFor(() => { expect(stepsOf(fake, old)[0]?.doneOn).toBe('2026-11-12'); });
  });

  it('is not there for a team without earlier meetings', async () => {
    const { meeting } = await onScreen(Before);
    await meeting.act(setBasics(meeting.entries, { team: 'Grade 9' }));
    expect(screen.queryByRole('region', { name: 'Promised last time' })).toBeNull();
  });
});
