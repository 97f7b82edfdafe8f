import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { SyncObstacle, SyncState } from '#app/sync/desk.ts';
import Sync from '#ui/screens/sync/Sync.svelte';
import { obstacleWords } from '#ui/words/sync-words.ts';
import { countingId, fakeApp, tenOClock } from '../../support/fake-app.ts';
import { FakeDesk, member, queueLine } from '../../support/fake-desk.ts';
import Host from '../../support/WithApp.svelte';

const shown = (state: Partial<SyncState> = {}) => {
  const { app } = fakeApp();
  const desk = FakeDesk.on(app, { membership: member, ...state });
  render(Host, { app, screen: Sync });
  return desk;
};

describe('the screen of the hub', () => {
  it('says what waits, what went, and that the hub is out of reach', async () => {
    shown({
      waiting: [queueLine(), queueLine({ id: 'b', kind: 'tombstone', about: null })],
      arrived: { count: 28, codes: ['R-09', 'T-19', 'M-11'], atMs: tenOClock - 3_600_000 },
      reach: { kind: 'obstacle', obstacle: { type: 'HubOutOfReach' }, nextAtMs: tenOClock + 60_000 }, lastMetAtMs: tenOClock - 86_400_000,
    });
    expect(await screen.findByText('No hub in reach.')).toBeTruthy();
    const waiting = screen.getByRole('region', { name: 'Waiting to leave' });
    expect(waiting.textContent).toContain('R-14 Annual review');
    expect(waiting.textContent).toContain('Sealed. Waits for the hub.');
    expect(waiting.textContent).toContain('A meeting that was removed here');
    expect(screen.getByRole('region', { name: 'With the hub' }).textContent).toContain('R-09, T-19, M-11 and 25 more');
  });

  it('keeps one that the hub refused in view, with all that can be done', async () => {
    const user = userEvent.setup();
    const desk = shown({ refused: [queueLine({ refusedBecause: 'too-large' })], waiting: [queueLine({ id: 'c', about: { code: 'B-05', type: 'annual' } })] });
    expect(await screen.findByText(/larger than the hub takes/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Look or export: R-14' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Try again: R-14' }));
    await user.click(screen.getByRole('button', { name: 'Back to draft: R-14' }));
    expect(desk.asked.filter((what) => /again|draft/.test(what))).toEqual([`again ${queueLine().id}`, `draft ${queueLine().id}`]);
    expect(screen.getByText('B-05')).toBeTruthy();
  });

  it('asks about meetings of before joining as long as that was not answered', async () => {
    const user = userEvent.setup();
    const { app } = fakeApp();
    const desk = FakeDesk.on(app, { membership: member });
    desk.earlierCount = 2;
    render(Host, { app, screen: Sync });
    const asked = await screen.findByRole('region', { name: 'Finished before you joined' });
    await user.click(within(asked).getByRole('button', { name: 'Send all 2' }));
    expect(desk.asked).toContain('send earlier');
    expect(screen.queryByRole('region', { name: 'Finished before you joined' })).toBe(null);
  });

  it('sends at a press, and says so while it lasts', async () => {
    const user = userEvent.setup();
    const desk = shown();
    await user.click(await screen.findByRole('button', { name: 'Send now' }));
    expect(desk.asked).toContain('send now');
    desk.become({ running: true });
    expect(await screen.findByRole('button', { name: 'Meeting the hub' })).toBeTruthy();
  });

  it('compares both sides and tells a difference', async () => {
    const user = userEvent.setup();
    const desk = shown();
    desk.comparison = { atMs: tenOClock, here: 3, there: 2, same: 1, missing: [queueLine().meeting], different: [queueLine().meeting] };
    await user.click(await screen.findByRole('button', { name: 'Compare with the hub' }));
    expect(await screen.findByText(/2 at the hub, 1 alike.*did not stay at the hub and is sent again.*has other bytes there/s)).toBeTruthy();
  });

  it('shows the six digits of a pairing and hands over only when they are said to be the same', async () => {
    const user = userEvent.setup();
    const desk = shown();
    await user.click(await screen.findByRole('button', { name: 'Show the code' }));
    expect(await screen.findByRole('img', { name: 'QR code to pair another device' })).toBeTruthy();
    desk.pairing.become({ kind: 'code', code: '042137' });
    expect(await screen.findByText('042 137')).toBeTruthy();
    expect(desk.pairing.confirmed).toBe(false);
    await user.click(screen.getByRole('button', { name: 'They are the same' }));
    expect(await screen.findByText(/^Paired\./)).toBeTruthy();
  });

  it('lists devices and removes one after asking again', async () => {
    const user = userEvent.setup();
    const { app } = fakeApp();
    const desk = FakeDesk.on(app, { membership: member });
    desk.deviceRows = [
      { id: 'a', isThis: true, label: 'Tablet', joinedAtMs: tenOClock, seenAtMs: tenOClock },
      { id: 'b', isThis: false, label: 'Phone', joinedAtMs: tenOClock, seenAtMs: tenOClock - 86_400_000 },
    ];
    render(Host, { app, screen: Sync });
    await user.click(await screen.findByRole('button', { name: 'Remove Phone' }));
    expect(desk.asked).not.toContain('remove device b');
    await user.click(screen.getByRole('button', { name: 'Really remove' }));
    expect(desk.asked).toContain('remove device b');
  });

  it('sends unfinished meetings only when that is chosen', async () => {
    const user = userEvent.setup();
    const desk = shown();
    await user.click(await screen.findByRole('checkbox', { name: 'Keep a copy at the hub' }));
    expect(desk.asked).toContain('drafts true');
  });

  it('says what stays where before it leaves', async () => {
    const user = userEvent.setup();
    const desk = shown({ waiting: [queueLine()] });
    await user.click(await screen.findByRole('button', { name: 'Leave this hub' }));
    expect(screen.getByText(/has not left yet and stays here/)).toBeTruthy();
    expect(desk.asked).not.toContain('leave');
    await user.click(screen.getByRole('button', { name: 'Leave this hub' }));
    expect(desk.asked).toContain('leave');
  });

  it('shows invitations, members and publishing to owners alone', async () => {
    const user = userEvent.setup();
    const desk = shown({ membership: { ...member, role: 'owner' } });
    desk.memberRows = [{ id: countingId(7), isMe: false, role: 'leader', label: 'North School', joinedAtMs: tenOClock, standing: 'confirmed', devices: 1, sealed: 4 }];
    await user.click(await screen.findByRole('button', { name: 'Make an invitation' }));
    expect(await screen.findByRole('img', { name: 'QR code of the invitation' })).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Link').value).toMatch(/^https:\/\/hub\.example\.org\/join#i\./);
    await user.type(screen.getByLabelText(/^Line of purpose/), 'For learning');
    await user.click(screen.getByRole('button', { name: 'Publish' }));
    expect(desk.asked).toContain('publish For learning');
  });

  it('brings a member’s device back by a link, and removes a member after asking again', async () => {
    const user = userEvent.setup();
    const { app } = fakeApp();
    const desk = FakeDesk.on(app, { membership: { ...member, role: 'owner' } });
    desk.memberRows = [{ id: countingId(7), isMe: false, role: 'leader', label: 'North School', joinedAtMs: tenOClock, standing: 'confirmed', devices: 1, sealed: 4 }];
    render(Host, { app, screen: Sync });
    await user.click(await screen.findByRole('button', { name: 'More for North School' }));
    const members = screen.getByRole('region', { name: 'Members' });
    await user.click(within(members).getByRole('button', { name: 'Bring a device back' }));
    expect(await within(members).findByRole('img', { name: 'QR code that brings a device back' })).toBeTruthy();
    expect(desk.asked).toContain(`invite leader for ${countingId(7)}`);
    await user.click(within(members).getByRole('button', { name: 'Remove this member' }));
    await user.click(within(members).getByRole('button', { name: 'Really remove' }));
    expect(desk.asked).toContain(`remove member ${countingId(7)}`);
  });

  it('without a hub takes a link, and says how records travel by file', async () => {
    const user = userEvent.setup();
    const { app } = fakeApp();
    const desk = FakeDesk.on(app);
    desk.link = { ok: false, error: { type: 'LinkUnreadable' } };
    render(Host, { app, screen: Sync });
    expect(await screen.findByText('No hub joined.')).toBeTruthy();
    expect(screen.getByRole('link', { name: /^To another tablet of yours/ })).toBeTruthy();
    await user.type(screen.getByLabelText('Link or code'), 'nothing');
    await user.click(screen.getByRole('button', { name: 'Join' }));
    expect(await screen.findByText(/not a whole link of a hub/)).toBeTruthy();
  });
});

describe('words for the hub', () => {
  const all: readonly SyncObstacle[] = [
    { type: 'HubOutOfReach' }, { type: 'NotTheHub' }, { type: 'SignInNeeded' }, { type: 'NotAllowed', code: 'revoked' }, { type: 'NotAllowed', code: 'not-yet-countersigned' }, { type: 'HubBusy', retryAtMs: null }, { type: 'HubFull', retryAtMs: null },
    { type: 'TooLargeForHub' }, { type: 'HubNotTrusted', what: { type: 'PinDiffers' } }, { type: 'HubNotTrusted', what: { type: 'GrantForged' } }, { type: 'RefusedByHub', code: 'hub-fault' }, { type: 'AppTooOld' },
    { type: 'LinkUnreadable' }, { type: 'OtherHub', host: 'other.example.org' }, { type: 'LinkSpent' }, { type: 'NotFounded' }, { type: 'AlreadyJoined' },
    { type: 'NotJoined' }, { type: 'PairingEnded' }, { type: 'KeepingHeld' },
  ];

  it.each(all)('$type: what happened, what is safe, what to do; nothing alarming', (obstacle) => {
    const { happened, safe, next } = obstacleWords(obstacle);
    for (const words of [happened, safe, next]) expect(words).toMatch(/^[A-Z].*[.?]$/s);
    expect(`${happened} ${safe} ${next}`).not.toMatch(/fail|error|warning|alert|invalid|oops|please|successfully|!/i);
  });
});
