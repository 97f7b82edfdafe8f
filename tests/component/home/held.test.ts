/** What cannot be stored is said also where no meeting is open. */
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { loadSample } from '#app/meeting/sample.ts';
import Home from '#ui/screens/home/Home.svelte';
import NewPlan from '#ui/screens/meeting/NewPlan.svelte';
import { fakeApp } from '#tests/support/fake-app.ts';
import Host from '../../support/WithApp.svelte';

const full = { type: 'StorageFull', usedBytes: 9, quotaBytes: 10 } as const;

it('a follow-up ticked on the first screen is told as held while the tablet is full', async () => {
  const fake = fakeApp();
  await loadSample(fake.app);
  render(Host, { app: fake.app, screen: Home });
  const box = await screen.findByRole('checkbox', { name: /Send the translated copy/ });
  expect(screen.queryByText(/not yet stored/)).toBeNull();
  fake.store.refuse(full);
  await userEvent.setup().click(box);
  expect(await screen.findByText('1 held, not yet stored')).toBeTruthy();
  fake.store.refuse(null);
  await vi.waitFor(() => { expect(screen.queryByText(/not yet stored/)).toBeNull(); });
});

it('a new plan that cannot be stored says so in place of an empty page', async () => {
  const fake = fakeApp();
  fake.store.refuse(full);
  render(Host, { app: fake.app, screen: NewPlan });
  await vi.waitFor(() => { expect(screen.getByRole('status').textContent).toMatch(/no room left.*Make room on the tablet/s); });
});
