import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import Join from '#ui/screens/join/Join.svelte';
import { forgetLink } from '#ui/screens/join/taken-link.ts';
import { fakeApp } from '../../support/fake-app.ts';
import { FakeDesk, FakePairing, member } from '../../support/fake-desk.ts';
import Host from '../../support/WithApp.svelte';

afterEach(() => {
  forgetLink();
  history.replaceState(null, '', '/');
});

/** As a link does that was scanned or tapped. */
const openedBy = (address: string): void => { history.replaceState(null, '', address); };

describe('joining by a link', () => {
  it('takes the secret out of the address at once, and says whom one joins and who reads what', async () => {
    const user = userEvent.setup();
    const { app } = fakeApp();
    const desk = FakeDesk.on(app);
    openedBy('/join#i.invitation.secret.print');
    render(Host, { app, screen: Join });
    expect(location.href).not.toContain('secret');
    expect(await screen.findByRole('heading', { name: 'Join your district’s hub' })).toBeTruthy();
    expect(screen.getByText('7F3K M2QD 94TW 0AB1')).toBeTruthy();
    expect(screen.getByText(/Device-only notes; they never leave/)).toBeTruthy();
    expect(desk.asked).toEqual([]);
    await user.clear(screen.getByLabelText('What this tablet is called in lists'));
    await user.type(screen.getByLabelText('What this tablet is called in lists'), 'North School');
    await user.click(screen.getByRole('button', { name: 'Join' }));
    expect(await screen.findByRole('heading', { name: 'Joined' })).toBeTruthy();
    expect(desk.asked[0]).toMatch(/^join http.*\/join#i\.invitation\.secret\.print as North School$/);
  });

  it('asks about meetings that were finished before', async () => {
    const user = userEvent.setup();
    const { app } = fakeApp();
    const desk = FakeDesk.on(app);
    desk.earlierCount = 3;
    openedBy('/join#i.invitation.secret.print');
    render(Host, { app, screen: Join });
    await user.click(await screen.findByRole('button', { name: 'Join' }));
    expect(await screen.findByText(/3.meetings were finished on this tablet before/)).toBeTruthy();
    expect(desk.asked).not.toContain('send earlier');
    await user.click(screen.getByRole('button', { name: 'Keep them here' }));
    expect(desk.asked).toContain('keep earlier');
    expect(screen.getByRole('link', { name: 'To the meetings' })).toBeTruthy();
  });

  it('stays with its link when the hub does not answer, and can be tried again', async () => {
    const user = userEvent.setup();
    const { app } = fakeApp();
    const desk = FakeDesk.on(app);
    desk.obstacle = { type: 'HubOutOfReach' };
    openedBy('/join#i.invitation.secret.print');
    render(Host, { app, screen: Join });
    await user.click(await screen.findByRole('button', { name: 'Join' }));
    expect(await screen.findByText(/The hub did not answer/)).toBeTruthy();
    desk.obstacle = null;
    await user.click(screen.getByRole('button', { name: 'Join' }));
    expect(await screen.findByRole('heading', { name: 'Joined' })).toBeTruthy();
  });

  it('takes a link that is typed', async () => {
    const user = userEvent.setup();
    const { app } = fakeApp();
    FakeDesk.on(app);
    openedBy('/join');
    render(Host, { app, screen: Join });
    await user.type(await screen.findByLabelText('Link or code'), '7F3K-M2QD');
    await user.click(screen.getByRole('button', { name: 'Look at it' }));
    expect(await screen.findByRole('heading', { name: 'Join your district’s hub' })).toBeTruthy();
  });

  it('shows the digits of a pairing until the other device has said yes', async () => {
    const user = userEvent.setup();
    const { app } = fakeApp();
    const desk = FakeDesk.on(app);
    desk.link = { ok: true, value: { kind: 'pairing', fingerprint: '7F3K M2QD 94TW 0AB1' } };
    desk.pairing = new FakePairing(null);
    openedBy('/join#p.pairing.secret.print');
    render(Host, { app, screen: Join });
    await user.click(await screen.findByRole('button', { name: 'Pair' }));
    desk.pairing.become({ kind: 'code', code: '900012' });
    expect(await screen.findByText('900 012')).toBeTruthy();
    desk.pairing.become({ kind: 'ended', obstacle: { type: 'PairingEnded' } });
    expect(await screen.findByText(/The two devices were not paired/)).toBeTruthy();
  });

  it('tells a tablet that belongs to a hub to leave that one first', async () => {
    const { app } = fakeApp();
    FakeDesk.on(app, { membership: member });
    openedBy('/join#i.invitation.secret.print');
    render(Host, { app, screen: Join });
    expect(await screen.findByRole('heading', { name: 'This tablet belongs to a hub' })).toBeTruthy();
  });
});
