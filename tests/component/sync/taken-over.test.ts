/** What a district gave out is in force where it is about. */
import { screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import Plan from '#ui/screens/plan/Plan.svelte';
import Summary from '#ui/screens/summary/Summary.svelte';
import { fakeApp, type FakeApp } from '../../support/fake-app.ts';
import { onScreen } from '../plan/opened.ts';

async function inDistrict(): Promise<FakeApp> {
  const fake = fakeApp();
  const published = { body: { settings: { purpose: 'For learning together.', codePattern: '[A-Z]-[0-9]+' } }, signature: 'checked before it is kept' };
  await fake.store.write({ sync: [{ id: 'published', value: published }] });
  return fake;
}

it('a code of another form is asked about, and kept', async () => {
  const { user } = await onScreen(Plan, { fake: await inDistrict() });
  const field = screen.getByLabelText('Student code');
  await user.type(field, 'R-14');
  expect(screen.queryByText(/in another form/)).toBe(null);
  await user.clear(field);
  await user.type(field, 'fourteen');
  await user.tab();
  expect(await screen.findByText('Your district writes its codes in another form. It is kept as you wrote it.')).toBeTruthy();
});

it('the summary bears the line of purpose of the district', async () => {
  await onScreen(Summary, { sample: true, fake: await inDistrict() });
  expect(await screen.findByText('For learning together.')).toBeTruthy();
});
